import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'
import { listPayments } from '@/lib/simulator/payment'

const time = z.coerce.number().transform((ms) => new Date(ms).toISOString())

const modification = z.object({
  pspReference: z.string(),
  paymentPspReference: z.string(),
  kind: z.string(),
  reference: z.string().nullable(),
  amount: z.object({ currency: z.string(), value: z.number() }),
  outcome: z.string(),
  reason: z.string(),
  createdAt: time,
})

const notification = z.object({
  id: z.coerce.number(),
  reference: z.string(),
  eventCode: z.string(),
  pspReference: z.string(),
  success: z.boolean(),
  status: z.string(),
  dueAt: time,
  attempts: z.number(),
  body: z.string().transform((text): unknown => JSON.parse(text)),
  deliveries: z.array(
    z.object({
      attempt: z.number(),
      at: time,
      httpStatus: z.number().nullable(),
      answer: z.string(),
    }),
  ),
})

export type Ledger = Awaited<ReturnType<typeof readLedger>>

/** Everything that happened about one merchant reference, or the newest of all. Secrets stay inside. */
export async function readLedger(db: Database, reference: string | null) {
  const payments = await listPayments(db, reference)
  const modifications = await db.query(modificationsSql, [
    payments.map(({ pspReference }) => pspReference),
  ])
  const notifications = await db.query(notificationsSql, [reference])
  return {
    payments: payments.map(({ redirectData: _, redirectResult, id: __, ...payment }) => ({
      ...payment,
      hasRedirectResult: redirectResult !== null,
      expiresAt: isoOrNull(payment.expiresAt),
      detailsAskedAt: isoOrNull(payment.detailsAskedAt),
      authorisedAt: isoOrNull(payment.authorisedAt),
      createdAt: new Date(payment.createdAt).toISOString(),
    })),
    modifications: modifications.rows.map((row) => modification.parse(row)),
    notifications: notifications.rows.map((row) => notification.parse(row)),
  }
}

const isoOrNull = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

const modificationsSql = `
select psp_reference as "pspReference", payment_psp_reference as "paymentPspReference", kind,
  reference, json_build_object('currency', currency, 'value', value) as amount, outcome, reason,
  created_at as "createdAt"
from simulator.modifications where payment_psp_reference = any($1) order by created_at desc`

const notificationsSql = `
select n.id, n.reference, n.event_code as "eventCode", n.psp_reference as "pspReference", n.success,
  n.status, n.due_at as "dueAt", n.attempts, n.body,
  coalesce((
    select json_agg(json_build_object('attempt', d.attempt, 'at', d.at,
      'httpStatus', d.http_status, 'answer', d.answer) order by d.id)
    from simulator.deliveries d where d.notification_id = n.id), '[]') as deliveries
from simulator.notifications n where $1::text is null or n.reference = $1
order by n.id desc limit 200`
