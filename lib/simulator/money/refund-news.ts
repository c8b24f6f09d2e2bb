import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'
import {
  type BookedModification,
  listModifications,
} from '@/lib/simulator/money/booked-modifications'
import { findPaymentMeant, paymentNamed, unknownPayment } from '@/lib/simulator/money/payment-meant'
import { findPayment, type Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches } from '@/lib/simulator/switches'
import {
  FIRST_WEBHOOK_MS,
  queueWebhooks,
  toldAt,
  type UnsignedItem,
} from '@/lib/simulator/webhooks/webhook-queue'

export const refundNewsRequest = paymentNamed.extend({
  /** The refund's pspReference; absent: one of the payment. */
  refund: z.string().optional(),
  which: z.enum(['newest', 'all']).default('newest'),
  eventCode: z.enum(['REFUND_FAILED', 'REFUNDED_REVERSED']).default('REFUND_FAILED'),
  /** The refund's, as Adyen documents it, or one that nobody has seen. */
  pspReference: z.enum(['of_refund', 'own']).default('of_refund'),
  /** What the refund was called by, the payment's reference, or nothing. */
  calledBy: z.enum(['refund', 'payment', 'nothing']).default('refund'),
  reason: z.string().optional(),
  delayMs: waitMs.default(0),
})
type Asked = z.infer<typeof refundNewsRequest>

/** Refunds that were said to be done, or are under way, come to nothing: now or so much later. */
export async function sendRefundNews(config: SimulatorConfig, asked: Asked): Promise<Answer> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await paymentOf(tx, asked)
    if (payment === null)
      return asked.refund === undefined
        ? unknownPayment(asked)
        : { status: 404, body: { error: `There is no refund ${asked.refund}.` } }
    const standing = (await listModifications(tx, [payment.pspReference])).filter(
      (each) => each.effect === 'refund' && each.outcome === 'ok' && each.undoneAt === null,
    )
    const meant =
      asked.refund === undefined
        ? standing.slice(0, asked.which === 'all' ? standing.length : 1)
        : standing.filter(({ pspReference }) => pspReference === asked.refund)
    if (meant.length === 0)
      return { status: 409, body: { error: 'No refund of it is done or under way.' } }

    const set = await readSwitches(tx, payment.reference)
    const afterMs = FIRST_WEBHOOK_MS + asked.delayMs
    const items = meant.map((refund) => newsOf(payment, refund, asked))
    for (const { pspReference } of meant)
      await tx.query(
        'update simulator.modifications set outcome = $2, undone_at = $3 where psp_reference = $1',
        [
          pspReference,
          asked.eventCode === 'REFUND_FAILED' ? 'failed_later' : 'reversed',
          toldAt(now, afterMs, set),
        ],
      )
    const webhooks = items.map((item) => ({ afterMs, item }))
    await queueWebhooks(tx, config, payment, webhooks, now)
    const refunds = meant.map(({ pspReference, amount }, index) => ({
      refund: pspReference,
      pspReference: items[index]?.pspReference,
      value: amount.value,
    }))
    const { eventCode } = asked
    return { status: 200, body: { payment: payment.pspReference, eventCode, refunds } }
  })
}

async function paymentOf(db: Database, asked: Asked): Promise<Payment | null> {
  if (asked.refund === undefined) return findPaymentMeant(db, asked)
  const { rows } = await db.query<{ psp: string }>(
    'select payment_psp_reference as psp from simulator.modifications where psp_reference = $1',
    [asked.refund],
  )
  return findPayment(db, 'psp_reference', rows[0]?.psp ?? '', 'for update')
}

const usualReasons = {
  REFUND_FAILED: 'Refund Failed',
  REFUNDED_REVERSED: 'Refund reversed',
} as const satisfies Record<Asked['eventCode'], string>

function newsOf(payment: Payment, refund: BookedModification, asked: Asked): UnsignedItem {
  const names = {
    refund: refund.reference ?? payment.reference,
    payment: payment.reference,
    nothing: '',
  } as const satisfies Record<Asked['calledBy'], string>
  return {
    eventCode: asked.eventCode,
    success: 'true',
    pspReference: asked.pspReference === 'own' ? newPspReference() : refund.pspReference,
    originalReference: payment.pspReference,
    merchantReference: names[asked.calledBy],
    amount: refund.amount,
    paymentMethod: payment.method,
    reason: asked.reason ?? usualReasons[asked.eventCode],
  }
}
