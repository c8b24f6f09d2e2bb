import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { findPayment, type Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import {
  FIRST_WEBHOOK_MS,
  type QueuedWebhook,
  queueWebhooks,
} from '@/lib/simulator/webhooks/webhook-queue'

export type ModificationKind = 'refunds' | 'captures' | 'cancels' | 'reversals'

const request = z.object({
  amount: z.object({ currency: z.string(), value: z.number().int() }).optional(),
  reference: z.string().max(80).optional(),
  merchantRefundReason: z
    .enum(['FRAUD', 'CUSTOMER REQUEST', 'RETURN', 'DUPLICATE', 'OTHER'])
    .optional(),
})
type Request = z.infer<typeof request>

export type ModificationResult = { readonly outcome: Switches['refunds']; readonly reason: string }

/** Always 201 `received`; what became of it is told by webhook only. */
export async function modifyPayment(
  db: Database,
  config: SimulatorConfig,
  kind: ModificationKind,
  paymentPspReference: string,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const payment = await findPayment(db, 'psp_reference', paymentPspReference, 'for update')
  if (payment === null) return invalid('167', 'Original pspReference required for this operation')

  const asked = parsed.data
  const hasAmount = kind === 'refunds' || kind === 'captures'
  if (hasAmount && asked.amount === undefined)
    return invalid('100', "Required object 'amount' is not provided.")
  const amount = (hasAmount ? asked.amount : undefined) ?? payment.amount
  if (amount.value <= 0 || amount.currency !== payment.amount.currency)
    return invalid('137', "Field 'amount' is not valid.")

  const { pspReferences } = await readSwitches(db, payment.reference)
  const pspReference = newPspReference(pspReferences)
  const result = await decideModification(db, kind, payment, amount.value, now)
  await closeIfOpen(db, payment, result, now)
  await insertModification(db, {
    pspReference,
    paymentPspReference,
    kind,
    asked,
    amount,
    result,
    now,
  })
  const webhooks = modificationWebhooks(kind, payment, asked, amount, pspReference, result)
  await queueWebhooks(db, config, payment, webhooks, now)
  return {
    status: 201,
    body: {
      merchantAccount: config.merchantAccount,
      paymentPspReference,
      pspReference,
      status: 'received',
      // Only what the specification lists for this kind of answer is repeated.
      reference: asked.reference,
      ...(hasAmount ? { amount } : {}),
      ...(kind === 'refunds' ? { merchantRefundReason: asked.merchantRefundReason } : {}),
    },
  }
}

type Modification = {
  readonly pspReference: string
  readonly paymentPspReference: string
  readonly kind: ModificationKind
  readonly asked: Pick<Request, 'reference'>
  readonly amount: Payment['amount']
  readonly result: ModificationResult
  readonly now: number
}

export async function insertModification(db: Database, made: Modification): Promise<void> {
  await db.query(
    `insert into simulator.modifications (psp_reference, payment_psp_reference, kind, reference,
       currency, value, outcome, reason, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      made.pspReference,
      made.paymentPspReference,
      made.kind,
      made.asked.reference ?? null,
      made.amount.currency,
      made.amount.value,
      made.result.outcome,
      made.result.reason,
      made.now,
    ],
  )
}

/** KakaoPay captures by itself: once paid there is nothing to cancel, only to give back. */
export async function decideModification(
  db: Database,
  kind: ModificationKind,
  payment: Payment,
  value: number,
  now: number,
): Promise<ModificationResult> {
  const refused = (reason: string): ModificationResult => ({ outcome: 'refused', reason })
  if (kind === 'cancels' && payment.status === 'open') return { outcome: 'ok', reason: '' }
  if (payment.authorisedAt === null || payment.authorisedAt > now)
    return refused("Transaction hasn't been captured, refund not possible")
  if (kind === 'captures') return { outcome: 'ok', reason: '' }
  if (kind === 'cancels') return refused('Transaction has been captured, cancel not possible')

  const { rows } = await db.query<{ given_back: string }>(
    `select coalesce(sum(value), 0) as given_back from simulator.modifications
     where payment_psp_reference = $1 and kind in ('refunds', 'reversals') and outcome = 'ok'`,
    [payment.pspReference],
  )
  const left = payment.amount.value - Number(rows[0]?.given_back ?? 0)
  if (value > left) return refused('Insufficient balance on payment')

  if (kind === 'reversals') return { outcome: 'ok', reason: '' }
  const { refunds } = await readSwitches(db, payment.reference)
  return { outcome: refunds, reason: refunds === 'refused' ? 'Refused' : '' }
}

/** A cancelled payment that nobody has paid yet can no longer be paid. */
export async function closeIfOpen(
  db: Database,
  payment: Payment,
  result: ModificationResult,
  now: number,
): Promise<void> {
  if (payment.status !== 'open' || result.outcome !== 'ok') return
  await db.query(
    `update simulator.payments set status = 'ended', result_code = 'Cancelled', expires_at = null,
       ended_at = $2 where id = $1`,
    [payment.id, now],
  )
}

const eventOf = {
  refunds: 'REFUND',
  captures: 'CAPTURE',
  cancels: 'CANCELLATION',
  reversals: 'CANCEL_OR_REFUND',
} as const satisfies Record<ModificationKind, string>

// Days, at a bank. Long enough here for a shop to have told its shopper that the money is back.
const LATER_MS = FIRST_WEBHOOK_MS + 2 * 60_000

function modificationWebhooks(
  kind: ModificationKind,
  payment: Payment,
  asked: Request,
  amount: Payment['amount'],
  pspReference: string,
  { outcome, reason }: ModificationResult,
): QueuedWebhook[] {
  const about = {
    pspReference,
    originalReference: payment.pspReference,
    merchantReference: asked.reference ?? payment.reference,
    amount,
    paymentMethod: payment.method,
  }
  const first: QueuedWebhook = {
    afterMs: FIRST_WEBHOOK_MS,
    item: {
      ...about,
      eventCode: eventOf[kind],
      success: outcome === 'refused' ? 'false' : 'true',
      reason,
      ...(kind === 'reversals' ? { additionalData: { 'modification.action': 'refund' } } : {}),
    },
  }
  const later = (eventCode: string, why: string): QueuedWebhook => ({
    afterMs: LATER_MS,
    item: { ...about, eventCode, success: 'true', reason: why },
  })
  switch (outcome) {
    case 'ok':
    case 'refused':
      return [first]
    case 'failed_later':
      return [first, later('REFUND_FAILED', 'Refund Failed')]
    case 'reversed':
      return [first, later('REFUNDED_REVERSED', 'Refund reversed')]
  }
}
