import type { Asker } from '@/lib/core/asker'
import type { Arrival, Remedy } from '@/lib/core/goods/goods'
import type { ClaimId, OrderId } from '@/lib/core/ids'
import type { Money } from '@/lib/core/money'
import { findOrder } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

/** What a person of the shop decides about goods that come back. */
export type ClaimDecision =
  /** The shopper reads why. */
  | { readonly kind: 'claim_refused'; readonly claim: ClaimId; readonly reason: string }
  | ({ readonly kind: 'claim_arrived'; readonly claim: ClaimId } & Arrival)
  | {
      readonly kind: 'claim_settled'
      readonly claim: ClaimId
      readonly remedy: Remedy
      readonly wayBack: Money
      readonly wayThere: Money
    }

export const decideClaim = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  decision: ClaimDecision,
  why = '',
): Promise<ToldGoods> => actOnGoods(deps, asker, id, { fact: decision, as: null, why })

/** Whoever may ask for it may also keep the goods after all, until they have arrived. */
export async function withdrawClaim(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  claim: ClaimId,
  why = '',
): Promise<ToldGoods> {
  const fact = { kind: 'claim_withdrawn', claim } as const
  const told = await actOnGoods(deps, asker, id, { fact, as: 'claim', why })
  if (told !== 'over') return told
  // Who withdraws it once more withdrew it before.
  const order = await findOrder(deps.db, id)
  const is = order?.goods.claims.find((each) => each.id === claim)?.state
  return is === 'withdrawn' ? 'known' : told
}
