import { parseNotification } from '@/lib/adyen/notification'
import { fingerprintOf, isSigned, sameSecret } from '@/lib/adyen/signature'
import { storeNotification } from '@/lib/db/inbox'
import type { Deps } from '../deps'

export type ReceivedNotification = 'stored' | 'unauthorised' | 'malformed'

/**
 * Verify, then store, then answer: what has been stored is never lost, and what is not signed is never
 * stored. Throws when it cannot be stored, so that Adyen tries again.
 */
export async function receiveNotification(
  deps: Deps,
  body: string,
  authorization: string | null,
): Promise<ReceivedNotification> {
  if (!isWelcome(deps, authorization)) return 'unauthorised'
  const delivery = parseNotification(parseJson(body))
  if (!delivery) return 'malformed'

  // All of them, before any is stored: a forged item makes the delivery a forgery.
  const items = delivery.items.filter((item) => item !== null)
  const allSigned =
    items.length === delivery.items.length &&
    items.every((item) => isSigned(item, deps.shop.hmacKeys))
  if (!allSigned) return 'unauthorised'

  const at = new Date(await deps.clock.now())
  const ours = String(deps.shop.live)
  await deps.db.transaction().execute(async (tx) => {
    for (const item of items) {
      const { eventCode, merchantReference: reference } = item
      const stored = { fingerprint: fingerprintOf(item), item: JSON.stringify(item), eventCode }
      await storeNotification(tx, { ...stored, live: delivery.live, reference }, ours, at)
    }
  })
  return 'stored'
}

/** Basic auth, when the shop has set it. */
export function isWelcome(deps: Deps, authorization: string | null): boolean {
  const user = deps.shop.webhookUser
  if (!user) return true
  const wanted = Buffer.from(`${user.name}:${user.password}`, 'utf8').toString('base64')
  return sameSecret(authorization ?? '', `Basic ${wanted}`)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
