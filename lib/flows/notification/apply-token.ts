import type { Meaning } from '@/lib/adyen/meaning'
import { tokenNewsOf } from '@/lib/adyen/token-notification'
import type { Instant } from '@/lib/core/ids'
import { findAttemptByPayment, findAttemptByReference, hasAgreed } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { storeSavedMethod } from '@/lib/db/saved-methods'
import type { Deps } from '../deps'
import { learnToken, loseToken, type NotLearnt } from '../saved/learn-token'

/** Why news of a token waits for a person, or for the payment that it came from. */
export type TokenParkedWhy = 'unknown_payment' | 'unknown_shopper' | NotLearnt

/**
 * RECURRING_CONTRACT: the token of the payment that it names. The shopper is the one of our own attempt; what
 * the notification says about the shopper is not signed, so it may only agree.
 */
export async function applyContract(
  tx: Tx,
  deps: Deps,
  news: Extract<Meaning, { kind: 'token' }>,
  now: Instant,
): Promise<TokenParkedWhy | null> {
  const attempt =
    (await findAttemptByReference(tx, news.reference)) ??
    (await findAttemptByPayment(tx, news.payment))
  if (!attempt) return 'unknown_payment'
  const { id, shopper, agreement, method } = attempt
  if (shopper === null || agreement === null) return 'unknown_shopper'
  if (news.shopper !== null && news.shopper !== shopper) return 'wrong_shopper'
  const saved = { token: news.token, method, shopper, attempt: id }
  return learnToken(tx, deps, saved, now)
}

/** The newer notifications about tokens are signed whole, so they may say whose token it is. */
export async function applyTokenLife(
  tx: Tx,
  deps: Deps,
  body: string,
  now: Instant,
): Promise<
  TokenParkedWhy | 'not_understood' | 'wrong_environment' | 'wrong_merchant_account' | null
> {
  const news = tokenNewsOf(body)
  if (news === null) return 'not_understood'
  const { kind, token, shopper, method } = news
  if (kind === 'no_consequence') return null
  if (news.live !== deps.shop.live) return 'wrong_environment'
  if (news.merchantAccount !== deps.shop.merchantAccount) return 'wrong_merchant_account'
  if (!(await hasAgreed(tx, shopper))) return 'unknown_shopper'
  const saved = { token, shopper, method }
  if (kind === 'known') return learnToken(tx, deps, { ...saved, attempt: null }, now)
  // That it is gone may be heard before that it was there.
  const { shopper: owner } = await storeSavedMethod(tx, saved, new Date(now))
  if (owner !== shopper) return 'wrong_shopper'
  return loseToken(tx, deps, token, now)
}
