import { createHash } from 'node:crypto'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import type { Payment } from '@/lib/simulator/payment'
import { type NotificationItem, signature } from '@/lib/simulator/signature'
import { readSwitches, type Switches } from '@/lib/simulator/switches'

/** An item that still lacks what the queue adds: merchant account, date, echoes and signature. */
export type News = {
  readonly afterMs: number
  readonly item: Omit<NotificationItem, 'merchantAccountCode' | 'eventDate'> & {
    readonly merchantAccountCode?: string
  }
  readonly live?: 'true' | 'false'
}

/** How long a webhook takes when nobody set a delay: long enough for the shopper to be back first. */
export const FIRST_WEBHOOK_MS = 1_000

/** Writes the webhooks of one act as rows with due times. Nothing is sent here. */
export async function queueNews(
  db: Database,
  config: SimulatorConfig,
  about: Pick<Payment, 'reference' | 'additionalData'>,
  news: readonly News[],
  now: number,
  override: Partial<Pick<Switches, 'signature' | 'delayMs'>> = {},
): Promise<void> {
  const set = { ...(await readSwitches(db, about.reference)), ...override }
  const shift = set.delayMs - FIRST_WEBHOOK_MS
  const dueTimes = news.map(({ afterMs }) => now + Math.max(0, afterMs + shift))
  if (set.reorder) dueTimes.reverse()

  for (const [index, one] of news.entries()) {
    const happened = now + Math.max(0, one.afterMs - FIRST_WEBHOOK_MS)
    const item = signed(config, complete(config, about, one, happened), set.signature)
    const body = JSON.stringify({
      live: one.live ?? 'false',
      notificationItems: [{ NotificationRequestItem: item }],
    })
    for (let copy = 0; copy <= set.duplicates; copy++)
      await db.query(
        `insert into simulator.notifications (reference, event_code, psp_reference, success, body,
           first_due_at, due_at, lost_attempts, status)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
        [
          about.reference,
          item.eventCode,
          item.pspReference,
          item.success === 'true',
          body,
          dueTimes[index],
          set.dropUntilRetry,
          set.hold ? 'held' : 'waiting',
        ],
      )
  }
}

function complete(
  config: SimulatorConfig,
  about: Pick<Payment, 'additionalData'>,
  { item }: News,
  happened: number,
): NotificationItem {
  return {
    ...item,
    merchantAccountCode: item.merchantAccountCode ?? config.merchantAccount,
    eventDate: eventDate(happened),
    additionalData: { ...about.additionalData, ...item.additionalData },
  }
}

/** Adyen dates its events in Amsterdam, with the offset. */
function eventDate(ms: number): string {
  return `${new Date(ms + 3_600_000).toISOString().slice(0, 19)}+01:00`
}

function signed(
  config: SimulatorConfig,
  item: NotificationItem,
  how: Switches['signature'],
): NotificationItem {
  const hmacSignature = signature(item, keyFor(config, how))
  return { ...item, additionalData: { ...item.additionalData, hmacSignature } }
}

function keyFor({ shop }: SimulatorConfig, how: Switches['signature']): string {
  switch (how) {
    case 'good':
      return shop.hmacKey
    case 'old':
      return shop.previousHmacKey ?? someOtherKey(shop.hmacKey)
    case 'bad':
      return someOtherKey(shop.hmacKey)
  }
}

const someOtherKey = (hexKey: string) =>
  createHash('sha256').update(`not ${hexKey}`).digest('hex').toUpperCase()
