import { parseBatch, storable } from '@/lib/adyen/notification'
import { fingerprintOf, sameSecret, verify } from '@/lib/adyen/signature'
import { parseJson } from '@/lib/core/json'
import { storeNotification } from '@/lib/db/inbox'
import type { Deps } from '../deps'

export type Refused = 'wrong_user' | 'wrong_signature'
export type ReceivedNotification = 'stored' | Refused | 'malformed' | 'too_many'

type Delivered = {
  readonly body: string
  readonly authorization: string | null
  readonly mostItems: number
}

/**
 * Verify, then store, then answer: what has been stored is never lost, and what is not signed is never
 * stored. Throws when it cannot be stored, so that Adyen tries again.
 */
export async function receiveNotification(
  deps: Deps,
  { body, authorization, mostItems }: Delivered,
): Promise<ReceivedNotification> {
  if (!isBasicAuthRight(deps, authorization)) return 'wrong_user'
  const delivery = parseBatch(parseJson(body))
  if (!delivery) return 'malformed'
  if (delivery.items.length > mostItems) return 'too_many'

  // All of them, before any is stored: a forged item makes the delivery a forgery.
  const verified = verify(delivery.items, await deps.shop.hmacKeys())
  if (verified === null) return 'wrong_signature'

  const at = new Date(await deps.clock.now())
  const ours = String(deps.shop.live)
  await deps.db.transaction().execute(async (tx) => {
    for (const { item, fields } of verified) {
      const { eventCode, merchantReference: reference } = fields
      const kept = JSON.stringify(storable(item))
      const stored = { fingerprint: fingerprintOf(fields), item: kept, eventCode, reference }
      await storeNotification(tx, { ...stored, live: delivery.live }, ours, at)
    }
  })
  return 'stored'
}

/** Basic auth, when the shop has set it. */
export function isBasicAuthRight(deps: Deps, authorization: string | null): boolean {
  const user = deps.shop.webhookUser
  if (!user) return true
  const wanted = Buffer.from(`${user.name}:${user.password}`, 'utf8').toString('base64')
  return sameSecret(authorization ?? '', `Basic ${wanted}`)
}
