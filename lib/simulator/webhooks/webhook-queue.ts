import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import type { Webhook } from '@/lib/simulator/webhooks/entered-webhooks'
import { eventDate } from '@/lib/simulator/webhooks/event-date'
import { keyFor, type SignedItem, signature, signatureOf } from '@/lib/simulator/webhooks/signature'
import { twoWebhooks } from '@/lib/simulator/webhooks/two-webhooks'

/** An item that still lacks what the queue adds: merchant account, date, echoes and signature. */
export type UnsignedItem = Omit<SignedItem, 'merchantAccountCode' | 'eventDate'> & {
  readonly merchantAccountCode?: string
}

/** Token life-cycle events are a webhook of another kind, with an address of its own. */
export type TokenWebhook = {
  readonly type: string
  readonly shopperReference: string
  readonly storedPaymentMethodId: string
  readonly method: string
  readonly operation?: 'created' | 'updated' | 'alreadyExisting'
}

export type QueuedWebhook = { readonly afterMs: number } & (
  | { readonly item: UnsignedItem; readonly live?: 'true' | 'false' }
  | { readonly token: TokenWebhook }
)

/** How long a webhook takes when nobody set a delay: long enough for the shopper to be back first. */
export const FIRST_WEBHOOK_MS = 1_000

/** When something is told that happens so long after an act. */
export const toldAt = (now: number, afterMs: number, { delayMs }: Pick<Switches, 'delayMs'>) =>
  now + Math.max(0, afterMs + delayMs - FIRST_WEBHOOK_MS)

type Override = Partial<Pick<Switches, 'signature' | 'delayMs' | 'omitAmount'>>

/** Writes the webhooks of one act as rows with due times. Nothing is sent here. */
export async function queueWebhooks(
  db: Database,
  config: SimulatorConfig,
  about: Pick<Payment, 'reference' | 'additionalData'>,
  webhooks: readonly QueuedWebhook[],
  now: number,
  override: Override = {},
): Promise<void> {
  const set = { ...(await readSwitches(db, about.reference)), ...override }
  const { standard, tokens } = await twoWebhooks(db, config)
  const dueTimes = webhooks.map(({ afterMs }) => toldAt(now, afterMs, set))
  if (set.reorder) dueTimes.reverse()

  for (const [index, one] of webhooks.entries()) {
    const happened = now + Math.max(0, one.afterMs - FIRST_WEBHOOK_MS)
    const row =
      'item' in one
        ? standardWebhook({ config, webhook: standard, set, happened }, about, one)
        : tokenWebhook({ config, webhook: tokens, set, happened }, one.token)
    for (let copy = 0; copy <= set.duplicates; copy++)
      await insert(db, about.reference, row, dueTimes[index] ?? now, set)
  }
}

type WebhookRow = {
  readonly eventCode: string
  readonly pspReference: string
  readonly success: boolean
  readonly body: string
  /** Goes into a header; null: it is in the body. */
  readonly headerSignature: string | null
  /** Nobody said where to; a replay sends it once somebody has. */
  readonly isHeld: boolean
}

type Sending = {
  readonly config: SimulatorConfig
  readonly webhook: Webhook
  readonly set: Switches
  readonly happened: number
}

async function insert(
  db: Database,
  reference: string,
  row: WebhookRow,
  due: number,
  set: Switches,
): Promise<void> {
  await db.query(
    `insert into simulator.notifications (reference, event_code, psp_reference, success, body,
       header_signature, first_due_at, due_at, lost_attempts, status)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [
      reference,
      row.eventCode,
      row.pspReference,
      row.success,
      row.body,
      row.headerSignature,
      due,
      set.dropUntilRetry,
      set.hold || row.isHeld ? 'held' : 'waiting',
    ],
  )
}

function standardWebhook(
  { config, webhook, set, happened }: Sending,
  about: Pick<Payment, 'additionalData'>,
  { item: given, live }: Extract<QueuedWebhook, { item: UnsignedItem }>,
): WebhookRow {
  const { amount, ...rest } = given
  const echoes = set.additionalData === 'nowhere' ? {} : about.additionalData
  const item: SignedItem = {
    ...rest,
    ...(amount === undefined || set.omitAmount ? {} : { amount }),
    ...(set.emptyReason === 'null' && !given.reason ? { reason: 'null' } : {}),
    merchantAccountCode: given.merchantAccountCode ?? config.merchantAccount,
    eventDate: eventDate(happened),
    additionalData: { ...echoes, ...given.additionalData },
  }
  const hmacSignature = signature(item, keyFor(webhook, set.signature))
  const signed = { ...item, additionalData: { ...item.additionalData, hmacSignature } }
  return {
    eventCode: item.eventCode,
    pspReference: item.pspReference,
    success: item.success === 'true',
    body: JSON.stringify({
      live: live ?? 'false',
      notificationItems: [{ NotificationRequestItem: signed }],
    }),
    headerSignature: null,
    isHeld: webhook.url === null,
  }
}

/** Signed as a whole, in a header; without a reference of the payment. */
function tokenWebhook(
  { config, webhook, set, happened }: Sending,
  { type, method, ...token }: TokenWebhook,
): WebhookRow {
  const eventId = newPspReference(set.pspReferences)
  const body = JSON.stringify({
    createdAt: eventDate(happened),
    eventId,
    environment: 'test',
    data: { merchantAccount: config.merchantAccount, ...token, type: method },
    type,
  })
  const headerSignature = signatureOf(body, keyFor(webhook, set.signature))
  const isHeld = webhook.url === null
  return { eventCode: type, pspReference: eventId, success: true, body, headerSignature, isHeld }
}
