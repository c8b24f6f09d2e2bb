import type { Goods } from '@/lib/core/goods/goods'
import { countOf } from '@/lib/core/goods/lines'
import { keepsNothing } from '@/lib/core/goods/places'
import { evolve, type Order, type OrderEvent } from '@/lib/core/order'

/* Delivery that is free because much is ordered, when less of it is wanted. */

/** Who cancels what made delivery free pays for it; nobody does for what the shop cannot send, or while enough is wanted. */
export function checkFreeDelivery(order: Order, event: OrderEvent): string | null {
  if (event.type !== 'lines_cancelled') return null
  const { goods } = evolve(order, event)
  const { waived } = goods
  const isPaying = event.wayThere.minor > 0
  if (isPaying && event.who === 'merchant') return 'a shopper pays for what the shop cannot send'
  if (waived === null || wantedOf(goods) >= waived.freeFrom.minor)
    return isPaying ? 'a shopper pays for a way that is free' : null
  const isFree = withheldFrom(goods) < waived.fee.minor && event.amount.minor > 0
  return event.who === 'shopper' && isFree && !keepsNothing(goods, [])
    ? 'a shopper cancels what made delivery free, and has it free'
    : null
}

/** What its shopper would have, had the shop done all that was ordered. */
const wantedOf = ({ lines, cancellations, claims }: Goods): number =>
  lines.reduce((sum, { id, quantity, listPrice }) => {
    const cancelled = cancellations.map(({ who, pieces }) =>
      who === 'shopper' ? countOf(pieces, id) : 0,
    )
    const back = claims.map((claim) =>
      claim.state === 'settled' &&
      claim.ground === 'changed_mind' &&
      claim.settlement.remedy === 'money'
        ? countOf(claim.sellable, id) + countOf(claim.damaged, id)
        : 0,
    )
    const unwanted = [...cancelled, ...back].reduce((all, count) => all + count, 0)
    return sum + (quantity - unwanted) * listPrice.minor
  }, 0)

export const withheldFrom = ({ cancellations, claims }: Goods): number =>
  cancellations.reduce((sum, { wayThere }) => sum + wayThere.minor, 0) +
  claims.reduce(
    (sum, claim) => sum + (claim.state === 'settled' ? claim.settlement.wayThere.minor : 0),
    0,
  )
