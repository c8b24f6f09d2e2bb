import { z } from 'zod'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'
import { findPayment, insertPayment, type Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { queueWebhooks, type UnsignedItem } from '@/lib/simulator/webhooks/webhook-queue'

/** Any notification about a payment, also ones that Adyen would never send. */
export const notificationRequest = z.object({
  reference: z.string(),
  eventCode: z.string(),
  success: z.union([z.boolean(), z.enum(['true', 'false']).transform((t) => t === 'true')]),
  /** Absent: the payment's. Null: the notification has none. */
  amount: z.object({ currency: z.string(), value: z.number().int() }).nullable().optional(),
  live: z.enum(['true', 'false']).default('false'),
  merchantReference: z.string().optional(),
  merchantAccountCode: z.string().optional(),
  /** `new` stands for one never seen before. */
  pspReference: z.string().optional(),
  originalReference: z.string().nullable().optional(),
  paymentMethod: z.string().optional(),
  reason: z.string().optional(),
  additionalData: z.record(z.string(), z.string()).optional(),
  signature: z.enum(['good', 'bad', 'old']).default('good'),
  delayMs: waitMs.default(0),
})
export type NotificationRequest = z.infer<typeof notificationRequest>

const ABOUT_THE_PAYMENT = new Set(['AUTHORISATION', 'OFFER_CLOSED', 'EXPIRE', 'PENDING'])

/** Queues it and gives its pspReference. No payment needs to have that reference. */
export async function sendNotification(
  config: SimulatorConfig,
  asked: NotificationRequest,
): Promise<string> {
  const now = await config.now()
  return inTransaction(config.pool, async (tx) => {
    const payment = await findPayment(tx, 'reference', asked.reference, 'for update')
    const item = itemOf(asked, payment)
    if (payment !== null) await takeMoney(tx, payment, item, now)

    const about = payment ?? { reference: asked.reference, additionalData: {} }
    const { signature, delayMs, live } = asked
    const webhook = { afterMs: 1_000, item, live }
    await queueWebhooks(tx, config, about, [webhook], now, { signature, delayMs })
    return item.pspReference
  })
}

function itemOf(asked: NotificationRequest, payment: Payment | null): UnsignedItem {
  const ofPayment = ABOUT_THE_PAYMENT.has(asked.eventCode)
  const own = ofPayment ? payment?.pspReference : undefined
  const pspReference = asked.pspReference === 'new' ? undefined : (asked.pspReference ?? own)
  const original =
    asked.originalReference === undefined && !ofPayment
      ? payment?.pspReference
      : asked.originalReference
  const amount =
    asked.amount === undefined ? (payment?.amount ?? { currency: 'KRW', value: 0 }) : asked.amount
  const { merchantAccountCode, additionalData } = asked
  return {
    pspReference: pspReference ?? newPspReference(),
    merchantReference: asked.merchantReference ?? asked.reference,
    eventCode: asked.eventCode,
    success: asked.success ? 'true' : 'false',
    paymentMethod: asked.paymentMethod ?? payment?.method ?? 'kakaopay',
    reason: asked.reason ?? '',
    ...(amount === null ? {} : { amount }),
    ...(typeof original === 'string' ? { originalReference: original } : {}),
    // The specification asks for both.
    ...(asked.eventCode === 'RECURRING_CONTRACT' && original ? { originalPsp: original } : {}),
    ...(merchantAccountCode === undefined ? {} : { merchantAccountCode }),
    ...(additionalData === undefined ? {} : { additionalData }),
  }
}

/** An authorisation that is told is money that is there: it can be refunded afterwards. */
async function takeMoney(
  db: Database,
  payment: Payment,
  item: UnsignedItem,
  now: number,
): Promise<void> {
  if (item.eventCode !== 'AUTHORISATION' || item.success !== 'true') return
  if (item.pspReference === payment.pspReference) {
    await db.query(
      `update simulator.payments set status = 'ended', expires_at = null,
         authorised_at = coalesce(authorised_at, $2) where id = $1`,
      [payment.id, now],
    )
    return
  }
  if ((await findPayment(db, 'psp_reference', item.pspReference)) !== null) return
  await insertPayment(db, {
    ...payment,
    pspReference: item.pspReference,
    amount: item.amount ?? payment.amount,
    stores: false,
    redirectData: null,
    phoneCode: null,
    redirectResult: null,
    expiresAt: null,
    status: 'ended',
    resultCode: 'Authorised',
    refusalCode: null,
    authorisedAt: now,
    createdAt: now,
  })
}
