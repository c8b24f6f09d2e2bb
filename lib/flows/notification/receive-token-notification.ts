import { createHash } from 'node:crypto'
import { isSignedBody, tokenEventOf } from '@/lib/adyen/token-notification'
import { parseJson } from '@/lib/core/json'
import { storeNotification } from '@/lib/db/inbox'
import type { Deps } from '../deps'
import { isBasicAuthRight, type ReceivedNotification } from './receive-notification'

/**
 * The door of the notifications about tokens: verify the body as it came, store, answer. What we do not
 * understand is stored all the same; what is not signed never is.
 */
export async function receiveTokenNotification(
  deps: Deps,
  body: string,
  headers: { readonly authorization: string | null; readonly signature: string | null },
): Promise<ReceivedNotification> {
  if (!isBasicAuthRight(deps, headers.authorization)) return 'wrong_user'
  const keys = await deps.shop.tokenHmacKeys()
  if (!isSignedBody(body, headers.signature, keys)) return 'wrong_signature'
  const eventCode = tokenEventOf(parseJson(body))
  if (eventCode === null) return 'malformed'
  const at = new Date(await deps.clock.now())
  const fingerprint = createHash('sha256').update(body).digest('hex')
  const ours = String(deps.shop.live)
  const item = { fingerprint, item: body, live: ours, eventCode, reference: '' }
  await storeNotification(deps.db, item, ours, at)
  return 'stored'
}
