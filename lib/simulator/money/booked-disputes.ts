import { z } from 'zod'
import type { Database } from '@/lib/simulator/config'
import {
  disputeMoneyWords,
  disputeStatusAfter,
  isDisputeEventCode,
} from '@/lib/simulator/money/dispute-events'
import type { Payment } from '@/lib/simulator/payment/payment'

const number = z.coerce.number()

const step = z.object({
  eventCode: z.string(),
  value: number,
  money: z.enum(disputeMoneyWords),
  at: number,
})
type Step = z.infer<typeof step>

const row = z.object({
  pspReference: z.string(),
  paymentPspReference: z.string(),
  openedAt: number,
  /** In the order in which they happen, also those to come. */
  steps: z.array(step),
})
export type BookedDispute = z.infer<typeof row>

export async function listBookedDisputes(
  db: Database,
  payments: readonly string[],
): Promise<BookedDispute[]> {
  const { rows } = await db.query(
    `select psp_reference as "pspReference", payment_psp_reference as "paymentPspReference",
       opened_at as "openedAt",
       coalesce((
         select json_agg(json_build_object('eventCode', event_code, 'value', value, 'money', money,
           'at', at) order by at, id)
         from simulator.dispute_steps where dispute = psp_reference), '[]') as steps
     from simulator.disputes where payment_psp_reference = any($1)
     order by opened_at desc, psp_reference`,
    [payments],
  )
  return rows.map((found) => row.parse(found))
}

export async function bookDispute(
  db: Database,
  payment: Payment,
  pspReference: string,
  now: number,
): Promise<void> {
  await db.query(
    `insert into simulator.disputes (psp_reference, payment_psp_reference, opened_at)
     values ($1, $2, $3) on conflict do nothing`,
    [pspReference, payment.pspReference, now],
  )
}

export async function bookDisputeStep(db: Database, dispute: string, made: Step): Promise<void> {
  await db.query(
    `insert into simulator.dispute_steps (dispute, event_code, value, money, at)
     values ($1, $2, $3, $4, $5)`,
    [dispute, made.eventCode, made.value, made.money, made.at],
  )
}

/** How much a dispute has taken and not given back: never more than the most that it ever asked for. */
export function takenByDispute({ steps }: BookedDispute, now: number): number {
  let most = 0
  let taken = 0
  for (const { money, value, at } of steps) {
    if (at > now || money === 'same') continue
    if (money === 'taken') most = Math.max(most, value)
    taken = money === 'taken' ? Math.min(most, taken + value) : Math.max(0, taken - value)
  }
  return taken
}

/** The step that it has reached, and Adyen's word for how it stands; the first one while all is to come. */
export function bookedDisputeState({ steps }: BookedDispute, now: number) {
  const reached = steps.filter(({ at }) => at <= now).at(-1) ?? null
  const event = reached?.eventCode ?? ''
  return {
    eventCode: reached?.eventCode ?? null,
    disputeStatus: isDisputeEventCode(event) ? disputeStatusAfter(event) : null,
    value: (reached ?? steps[0])?.value ?? 0,
  }
}
