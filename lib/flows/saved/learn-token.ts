import type { StoredMethod } from '@/lib/adyen/client'
import type { AttemptId, Instant, ShopperId, SubscriptionId, TokenId } from '@/lib/core/ids'
import { findAttempt } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findOrderRow } from '@/lib/db/orders'
import { findSavedMethod, findSaving, markGone, storeSavedMethod } from '@/lib/db/saved-methods'
import { listWithoutToken, listWithToken } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { recordEachIn } from '../subscription/record-subscription'

type News = StoredMethod & {
  readonly shopper: ShopperId
  /** The attempt that saved it, where the news tells; else a wallet that is new is that of the newest payment without one. */
  readonly attempt: AttemptId | null
}

/** It is another's, or one of those who wait for it could not be told. */
export type NotLearnt = 'wrong_shopper' | 'unreadable_event'

/** A wallet is saved: it is kept for its shopper, and whoever waits for it is told. */
export async function learnToken(
  tx: Tx,
  deps: Deps,
  news: News,
  now: Instant,
): Promise<NotLearnt | null> {
  const { token, shopper, method } = news
  const attempt = (await findSavedMethod(tx, token))
    ? news.attempt
    : (news.attempt ?? (await findSaving(tx, shopper)))
  const saved = await storeSavedMethod(tx, { token, shopper, method }, new Date(now))
  if (saved.shopper !== shopper) return 'wrong_shopper'
  if (saved.goneAt !== null) return null
  const own = attempt === null ? null : await subscriptionOf(tx, attempt)
  const known = (id: SubscriptionId) => ({ kind: 'token_known', token, own: id === own }) as const
  const waiting = await listWithoutToken(tx, shopper, own)
  return (await recordEachIn(tx, deps, waiting, known, now)) ? null : 'unreadable_event'
}

async function subscriptionOf(tx: Tx, id: AttemptId) {
  const attempt = await findAttempt(tx, id)
  if (attempt?.agreement !== 'subscription') return null
  return (await findOrderRow(tx, attempt.orderId))?.subscriptionId ?? null
}

/** A wallet is gone, by the shopper's hand here or inside KakaoPay: nothing is charged to it any more. */
export async function loseToken(
  tx: Tx,
  deps: Deps,
  token: TokenId,
  now: Instant,
): Promise<NotLearnt | null> {
  await markGone(tx, token, new Date(now))
  const lost = { kind: 'token_lost', token } as const
  const charged = await listWithToken(tx, token)
  return (await recordEachIn(tx, deps, charged, () => lost, now)) ? null : 'unreadable_event'
}
