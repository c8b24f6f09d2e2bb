import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'
import { bookModification, type ModificationKind } from '@/lib/simulator/money/book-modification'
import { captureAgain } from '@/lib/simulator/money/capture-again'
import {
  calledBy,
  findPaymentMeant,
  merchantReferenceOf,
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
} from '@/lib/simulator/webhooks/webhook-queue'

/** What is asked of a payment, and how it is called. The last ones are news that move no money. */
const kindOf = {
  REFUND: 'refunds',
  CANCEL_OR_REFUND: 'reversals',
  CANCELLATION: 'cancels',
  TECHNICAL_CANCEL: 'cancels',
  CAPTURE: 'captures',
  CAPTURE_FAILED: 'captures',
  EXPIRE: null,
  POSTPONED_REFUND: null,
  REFUND_WITH_DATA: null,
  VOID_PENDING_REFUND: null,
} as const satisfies Record<string, ModificationKind | null>
type CustomerAreaEvent = keyof typeof kindOf

const isEvent = (word: string): word is CustomerAreaEvent => word in kindOf
export const customerAreaEvents = Object.keys(kindOf).filter(isEvent)

export const customerAreaRequest = paymentNamed.extend({
  ...calledBy.shape,
  eventCode: z.enum(customerAreaEvents).default('REFUND'),
  value: wantedValue,
  /** A cancellation may be told without the amount. */
  amount: z.enum(['sent', 'left_out']).default('sent'),
  /** What CANCEL_OR_REFUND did; absent: what the payment needs. */
  action: z.enum(['cancel', 'refund']).optional(),
  outcome: z.enum(['by_rules', 'ok', 'refused', 'failed_later', 'reversed']).default('by_rules'),
  reason: z.string().optional(),
  delayMs: waitMs.default(0),
})
type Asked = z.infer<typeof customerAreaRequest>

/** Somebody does something to a payment in the Customer Area, or Adyen does it by itself. */
export async function actInCustomerArea(config: SimulatorConfig, asked: Asked): Promise<Answer> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await findPaymentMeant(tx, asked)
    if (payment === null) return unknownPayment(asked)
    const { webhooks, ...done } = await customerAreaAct(tx, payment, asked, now)
    await queueWebhooks(tx, config, payment, webhooks, now)
    return { status: 200, body: { payment: payment.pspReference, ...done } }
  })
}

/** Writes it down and gives what tells of it. */
export async function customerAreaAct(db: Database, payment: Payment, asked: Asked, now: number) {
  const { eventCode } = asked
  const kind = kindOf[eventCode]
  const left = await leftOfPayment(db, payment, now)
  // A reversal is of the whole, always.
  const wanted = kind === 'reversals' ? payment.amount.value : asked.value
  const amount = { ...payment.amount, value: wonOf(wanted, payment, left) }
  const own = `ca-${newPspReference()}`
  const merchantReference = merchantReferenceOf(asked, payment, own)
  if (kind === null) return onlyTold(db, payment, asked, { merchantReference, amount })
  const again = eventCode === 'CAPTURE' ? await captureAgain(db, payment, asked, now) : null
  if (again !== null) return again

  const { made, webhooks } = await bookModification(
    db,
    payment,
    {
      kind,
      eventCode,
      askedBy: 'customer_area',
      reference: asked.calledBy === 'modification' ? merchantReference : null,
      merchantReference,
      amount,
      tellsAmount: asked.amount === 'sent',
      ruling: rulingFor(asked, amount.value, left),
      action: asked.action ?? null,
      afterMs: asked.delayMs,
    },
    now,
  )
  const { pspReference, outcome, reason, takes } = made
  return { eventCode, pspReference, value: amount.value, takes, outcome, reason, webhooks }
}

/** No order of anybody makes more go back than there is. */
function rulingFor({ eventCode, outcome, reason }: Asked, value: number, left: number) {
  if (eventCode === 'CAPTURE_FAILED')
    return { outcome: 'ok', reason: reason ?? 'Capture Failed' } as const
  if (outcome === 'by_rules') return null
  if (outcome === 'refused') return { outcome, reason: reason ?? 'Refused' } as const
  const gives = eventCode === 'REFUND' || eventCode === 'CANCEL_OR_REFUND'
  if (gives && value > left)
    return { outcome: 'refused', reason: 'Insufficient balance on payment' } as const
  const isRefund = eventCode === 'REFUND'
  return { outcome: isRefund ? outcome : 'ok', reason: reason ?? '' } as const
}

type Told = { readonly merchantReference: string; readonly amount: Payment['amount'] }

async function onlyTold(db: Database, payment: Payment, asked: Asked, told: Told) {
  const { pspReferences } = await readSwitches(db, payment.reference)
  const { eventCode } = asked
  // The payment itself has expired; all others are modifications with a reference of their own.
  const isOfPayment = eventCode === 'EXPIRE'
  const pspReference = isOfPayment ? payment.pspReference : newPspReference(pspReferences)
  const reason = asked.reason ?? ''
  const item = {
    ...told,
    eventCode,
    pspReference,
    reason,
    success: asked.outcome === 'refused' ? 'false' : 'true',
    paymentMethod: payment.method,
    ...(isOfPayment ? {} : { originalReference: payment.pspReference }),
  } as const
  const webhooks: QueuedWebhook[] = [{ afterMs: FIRST_WEBHOOK_MS + asked.delayMs, item }]
  const outcome = asked.outcome === 'refused' ? 'refused' : 'ok'
  return { eventCode, pspReference, value: told.amount.value, takes: 0, outcome, reason, webhooks }
}
