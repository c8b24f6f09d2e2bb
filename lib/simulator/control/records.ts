import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'
import { readMoney } from '@/lib/simulator/control/money-records'
import { parseJson } from '@/lib/simulator/json'
import { listPayments } from '@/lib/simulator/payment/payment'
import { allTokens } from '@/lib/simulator/payment/tokens'

const time = z.coerce.number().transform((ms) => new Date(ms).toISOString())

const notification = z.object({
  id: z.coerce.number(),
  reference: z.string(),
  eventCode: z.string(),
  pspReference: z.string(),
  success: z.boolean(),
  status: z.string(),
  dueAt: time,
  attempts: z.number(),
  body: z.string().transform(parseJson),
  deliveries: z.array(
    z.object({
      attempt: z.number(),
      at: time,
      httpStatus: z.number().nullable(),
      answer: z.string(),
    }),
  ),
})

export type Records = Awaited<ReturnType<typeof readRecords>>

/**
 * Everything that happened about one merchant reference or the number of one order, or the newest of all.
 * Secrets stay inside.
 */
export async function readRecords(db: Database, reference: string | null, now: number) {
  const payments = await listPayments(db, reference)
  const names = reference === null ? null : [reference, ...payments.map((each) => each.reference)]
  const notifications = await db.query(notificationsSql, [names])
  return {
    ...(await readMoney(db, payments, now)),
    payments: payments.map(({ redirectData, phoneCode, redirectResult, id, ...payment }) => ({
      ...payment,
      sessionEndsAt: isoOrNull(payment.sessionEndsAt),
      endedAt: isoOrNull(payment.endedAt),
      hasRedirectResult: redirectResult !== null,
      expiresAt: isoOrNull(payment.expiresAt),
      detailsAskedAt: isoOrNull(payment.detailsAskedAt),
      authorisedAt: isoOrNull(payment.authorisedAt),
      createdAt: new Date(payment.createdAt).toISOString(),
    })),
    tokens: (await allTokens(db, reference)).map((token) => ({
      ...token,
      createdAt: new Date(token.createdAt).toISOString(),
      disabledAt: isoOrNull(token.disabledAt),
    })),
    notifications: notifications.rows.map((row) => notification.parse(row)),
    ...(await waiting(db, reference)),
  }
}

/** What was ordered and has not met a payment yet, and keys that were used for two different things. */
async function waiting(db: Database, reference: string | null) {
  const of = async (sql: string) => (await db.query(sql, [reference])).rows
  return {
    scripts: z.array(waitingScript).parse(await of(scriptsSql)),
    faults: z.array(waitingFault).parse(await of(faultsSql)),
    warnings: z.array(z.object({ warning: z.string() })).parse(await of(warningsSql)),
  }
}

const waitingScript = z.object({
  reference: z.string().nullable(),
  script: z.string(),
  part: z.number(),
  auto: z.boolean(),
})
const waitingFault = z.object({
  reference: z.string().nullable(),
  on: z.string(),
  kind: z.string(),
  ms: z.number().nullable(),
  times: z.number(),
})

const isoOrNull = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

const notificationsSql = `
select n.id, n.reference, n.event_code as "eventCode", n.psp_reference as "pspReference", n.success,
  n.status, n.due_at as "dueAt", n.attempts, n.body,
  coalesce((
    select json_agg(json_build_object('attempt', d.attempt, 'at', d.at,
      'httpStatus', d.http_status, 'answer', d.answer) order by d.id)
    from simulator.deliveries d where d.notification_id = n.id), '[]') as deliveries
from simulator.notifications n where $1::text[] is null or n.reference = any($1)
order by n.id desc limit 200`

const scriptsSql = `
select target as reference, script, part, auto from simulator.scripts
where $1::text is null or target = $1 or target is null order by id`

const faultsSql = `
select reference, on_call as "on", kind, ms, times_left as times from simulator.faults
where times_left > 0 and ($1::text is null or reference = $1 or reference is null) order by id`

const warningsSql = `
select format('An Idempotency-Key of %s was used %s times with another request.',
  coalesce(reference, 'no reference'), other_bodies) as warning
from simulator.idempotency_keys
where other_bodies > 0 and ($1::text is null or reference = $1) order by created_at desc limit 50`
