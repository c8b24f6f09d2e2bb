import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'
import type { Payment } from '@/lib/simulator/payment/payment'

/** Where the money of a modification goes: to the shopper, or it never comes. */
const modificationEffects = ['refund', 'cancel', 'capture_failed', 'none'] as const

const number = z.coerce.number()

const row = z.object({
  pspReference: z.string(),
  paymentPspReference: z.string(),
  kind: z.string(),
  eventCode: z.string(),
  reference: z.string().nullable(),
  amount: z.object({ currency: z.string(), value: number }),
  outcome: z.enum(['ok', 'refused', 'failed_later', 'reversed']),
  reason: z.string(),
  askedBy: z.enum(['shop', 'customer_area']),
  effect: z.enum(modificationEffects),
  /** So much of the payment; less than its amount where less was left to cancel. */
  takes: number,
  settlesAt: number,
  /** From then on the money is with the merchant again. */
  undoneAt: number.nullable(),
  createdAt: number,
})
export type BookedModification = z.infer<typeof row>

/** The newest first. What an earlier version wrote down lacks what it did not know. */
export async function listModifications(
  db: Database,
  payments: readonly string[],
): Promise<BookedModification[]> {
  const { rows } = await db.query(
    `select psp_reference as "pspReference", payment_psp_reference as "paymentPspReference", kind,
       coalesce(event_code, case kind when 'refunds' then 'REFUND' when 'captures' then 'CAPTURE'
         when 'cancels' then 'CANCELLATION' else 'CANCEL_OR_REFUND' end) as "eventCode",
       reference, json_build_object('currency', currency, 'value', value) as amount, outcome, reason,
       asked_by as "askedBy",
       coalesce(effect, case when kind in ('refunds', 'reversals') then 'refund' else 'none' end)
         as effect,
       coalesce(takes, case when outcome = 'refused' then 0 else value end) as takes,
       coalesce(settles_at, created_at) as "settlesAt",
       coalesce(undone_at, case when outcome in ('failed_later', 'reversed') then created_at end)
         as "undoneAt",
       created_at as "createdAt"
     from simulator.modifications where payment_psp_reference = any($1)
     order by created_at desc, psp_reference`,
    [payments],
  )
  return rows.map((found) => row.parse(found))
}

export type NewModification = Omit<
  BookedModification,
  'paymentPspReference' | 'createdAt' | 'askedBy'
> & {
  readonly askedBy: BookedModification['askedBy']
}

export async function insertModification(
  db: Database,
  payment: Payment,
  made: NewModification,
  now: number,
): Promise<void> {
  await db.query(
    `insert into simulator.modifications (psp_reference, payment_psp_reference, kind, event_code,
       reference, currency, value, outcome, reason, asked_by, effect, takes, settles_at, undone_at,
       created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      made.pspReference,
      payment.pspReference,
      made.kind,
      made.eventCode,
      made.reference,
      made.amount.currency,
      made.amount.value,
      made.outcome,
      made.reason,
      made.askedBy,
      made.effect,
      made.takes,
      made.settlesAt,
      made.undoneAt,
      now,
    ],
  )
}

/** Where it stands. A refusal is decided at once, though it is told later. */
export function modificationState(
  { outcome, settlesAt, undoneAt }: BookedModification,
  now: number,
): 'refused' | 'under_way' | 'done' | 'failed' | 'reversed' | 'undone' {
  if (outcome === 'refused') return 'refused'
  if (undoneAt !== null && undoneAt <= now) {
    if (outcome === 'ok') return 'undone'
    return outcome === 'reversed' ? 'reversed' : 'failed'
  }
  return settlesAt > now ? 'under_way' : 'done'
}
