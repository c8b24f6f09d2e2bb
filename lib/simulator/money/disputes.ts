import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'
import {
  bookDispute,
  bookDisputeStep,
  listBookedDisputes,
} from '@/lib/simulator/money/booked-disputes'
import {
  disputeData,
  disputeEventCodes,
  disputeMoneyOf,
  disputeMoneyWords,
  disputeStatusAfter,
  disputeStatuses,
  mayLackOriginal,
} from '@/lib/simulator/money/dispute-events'
import {
  findPaymentMeant,
  paymentNamed,
  unknownPayment,
  wantedValue,
  wonOf,
} from '@/lib/simulator/money/payment-meant'
import { leftOfPayment } from '@/lib/simulator/money/sums'
import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches } from '@/lib/simulator/switches'
import {
  FIRST_WEBHOOK_MS,
  type QueuedWebhook,
  queueWebhooks,
  toldAt,
} from '@/lib/simulator/webhooks/webhook-queue'

const DAY = 86_400_000

const step = z.object({
  eventCode: z.enum(disputeEventCodes),
  value: wantedValue,
  /** Absent: what such an event does. */
  money: z.enum(disputeMoneyWords).optional(),
  disputeStatus: z.enum(disputeStatuses).optional(),
  delayMs: waitMs.default(0),
})
type Step = z.infer<typeof step>

const about = z.object({
  /** The pspReference of a dispute that is there; `new` for another; absent: the payment's newest. */
  dispute: z.string().optional(),
  reason: z.string().default('Transaction disputed by the shopper'),
  reasonCode: z.string().default('10.4'),
  // Cards have between ten and forty days; what KakaoPay gives is unknown.
  defenceDays: z.coerce.number().min(0).max(400).default(14),
  /** Whether the payment's pspReference is told; absent: as the switch disputeOriginal has it. */
  original: z.enum(['sent', 'absent', 'payment_psp']).optional(),
  calledBy: z.enum(['payment', 'nothing']).default('payment'),
})

/** `steps`, or the fields of a single one. */
export const disputeRequest = paymentNamed
  .extend({
    ...about.shape,
    ...step.shape,
    eventCode: step.shape.eventCode.optional(),
    steps: z.array(step).min(1).max(50).optional(),
  })
  .transform(({ eventCode, value, money, disputeStatus, delayMs, steps, ...rest }, context) => {
    if (steps !== undefined) return { ...rest, steps }
    if (eventCode !== undefined)
      return { ...rest, steps: [{ eventCode, value, money, disputeStatus, delayMs }] }
    context.addIssue('An eventCode is missing, or steps of which each has one.')
    return z.NEVER
  })
type Asked = z.infer<typeof disputeRequest>

/** One step of a dispute, or several at once, each so long after now. */
export async function actInDispute(config: SimulatorConfig, asked: Asked): Promise<Answer> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await findPaymentMeant(tx, asked)
    if (payment === null) return unknownPayment(asked)
    const known = await listBookedDisputes(tx, [payment.pspReference])
    const named = known.find(({ pspReference }) => pspReference === asked.dispute)
    if (asked.dispute !== undefined && asked.dispute !== 'new' && named === undefined)
      return { status: 404, body: { error: `There is no dispute ${asked.dispute} of it.` } }
    const found = asked.dispute === 'new' ? undefined : (named ?? known[0])
    const made = await disputeSteps(tx, payment, asked, now, found)
    await queueWebhooks(tx, config, payment, made.webhooks, now)
    const { dispute, steps } = made
    return { status: 200, body: { payment: payment.pspReference, dispute, steps } }
  })
}

type Known = Awaited<ReturnType<typeof listBookedDisputes>>[number]

/** Writes the steps down and gives what tells of them. */
export async function disputeSteps(
  db: Database,
  payment: Payment,
  asked: Asked,
  now: number,
  found?: Known,
) {
  const set = await readSwitches(db, payment.reference)
  const dispute = found?.pspReference ?? newPspReference(set.pspReferences)
  await bookDispute(db, payment, dispute, now)
  let value = found?.steps.at(-1)?.value ?? (await leftOfPayment(db, payment, now))
  const webhooks: QueuedWebhook[] = []
  const steps = []
  for (const each of asked.steps) {
    value = wonOf(each.value, payment, value)
    const { eventCode } = each
    const money = each.money ?? disputeMoneyOf(eventCode)
    const afterMs = FIRST_WEBHOOK_MS + each.delayMs
    const at = toldAt(now, afterMs, set)
    await bookDisputeStep(db, dispute, { eventCode, value, money, at })
    const usual =
      set.disputeOriginal === 'always' || !mayLackOriginal(eventCode) ? 'sent' : set.disputeOriginal
    const original = asked.original ?? usual
    const item = told(payment, asked, each, { dispute, value, now, original })
    webhooks.push({ afterMs, item })
    steps.push({ eventCode, value, money, at: new Date(at).toISOString() })
  }
  return { dispute, steps, webhooks }
}

type Circumstances = {
  readonly dispute: string
  readonly value: number
  readonly now: number
  readonly original: NonNullable<Asked['original']>
}

function told(
  payment: Payment,
  { reason, reasonCode, defenceDays, calledBy }: Asked,
  { eventCode, disputeStatus, delayMs }: Step,
  { dispute, value, now, original }: Circumstances,
) {
  const amount = { ...payment.amount, value }
  return {
    eventCode,
    success: 'true',
    pspReference: original === 'payment_psp' ? payment.pspReference : dispute,
    ...(original === 'sent' ? { originalReference: payment.pspReference } : {}),
    merchantReference: calledBy === 'payment' ? payment.reference : '',
    amount,
    paymentMethod: payment.method,
    reason,
    additionalData: disputeData(eventCode, {
      amount,
      method: payment.method,
      status: disputeStatus ?? disputeStatusAfter(eventCode),
      defenceEndsAt: now + delayMs + defenceDays * DAY,
      reasonCode,
    }),
  } as const
}
