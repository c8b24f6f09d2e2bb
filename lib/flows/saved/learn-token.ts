import type { StoredMethod } from '@/lib/adyen/client'
import type { AttemptId, Instant, ShopperId, TokenId } from '@/lib/core/ids'
import { findAttempt } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findOrderRow } from '@/lib/db/orders'
import { findSavedMethod, findSaving, keepSavedMethod, markGone } from '@/lib/db/saved-methods'
import { listWithoutToken, listWithToken } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { recordSubscriptionIn } from '../subscription/record-subscription'

type News = StoredMethod & {
  readonly shopper: ShopperId
  /** The attempt that saved it, where the news tells; else a wallet that is new is that of the newest payment without one. */
  readonly attempt: AttemptId | null
}

/** A wallet is saved: it is kept for its shopper, and whoever waits for it is told. False: it is another's. */
export async function learnToken(tx: Tx, deps: Deps, news: News, now: Instant): Promise<boolean> {
  const { token, shopper, method } = news
  const attempt = (await findSavedMethod(tx, token))
    ? news.attempt
    : (news.attempt ?? (await findSaving(tx, shopper)))
  const saved = await keepSavedMethod(tx, { token, shopper, method }, new Date(now))
  if (saved.shopper !== shopper) return false
  if (saved.goneAt !== null) return true
  const own = attempt === null ? null : await subscriptionOf(tx, attempt)
  for (const id of await listWithoutToken(tx, shopper, own)) {
    const known = { kind: 'token_known', token, own: id === own } as const
    await recordSubscriptionIn(tx, deps, id, [known], now)
  }
  return true
}

async function subscriptionOf(tx: Tx, id: AttemptId) {
  const attempt = await findAttempt(tx, id)
  if (attempt?.agreement !== 'subscription') return null
  return (await findOrderRow(tx, attempt.orderId))?.subscriptionId ?? null
}

/** A wallet is gone, by the shopper's hand here or inside KakaoPay: nothing is charged to it any more. */
export async function loseToken(tx: Tx, deps: Deps, token: TokenId, now: Instant): Promise<void> {
  await markGone(tx, token, new Date(now))
  for (const id of await listWithToken(tx, token))
    await recordSubscriptionIn(tx, deps, id, [{ kind: 'token_lost', token }], now)
}
