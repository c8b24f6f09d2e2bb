import { krw, type Money, noMoney, plus, sum, times } from '../money'
import { type Claim, type Goods, isFault } from './goods'
import { countOf, morePieces, type Pieces } from './lines'

/* The way there that was free because so much was ordered. Who then wants less, and nothing is wrong with it, pays for it. */

/**
 * What of the way there was free only because more was ordered than its shopper wants without these pieces, and was not
 * withheld before. What the shop could not send, lost or sent broken counts as wanted still: that is no fault of the
 * shopper's. Null: nobody knows, since the order was placed before that was kept.
 */
export function wayThereOf(goods: Goods, pieces: Pieces): Money | null {
  const { waived } = goods
  if (waived === null) return null
  if (worthWithout(goods, pieces).minor >= waived.freeFrom.minor) return noMoney
  return krw(Math.max(0, waived.fee.minor - withheldOf(goods).minor))
}

/** What its shopper still wants of it, at the prices by which its delivery was free. */
function worthWithout(goods: Goods, pieces: Pieces): Money {
  const unwanted = morePieces(goods.lines, ...unwantedPieces(goods), pieces)
  return sum(
    goods.lines.map(({ id, listPrice, quantity }) =>
      times(listPrice, Math.max(0, quantity - countOf(unwanted, id))),
    ),
  )
}

const unwantedPieces = ({ cancellations, claims }: Goods): readonly Pieces[] => [
  ...cancellations.filter(({ who }) => who === 'shopper').map(({ pieces }) => pieces),
  ...claims.filter(isChangeOfMind).flatMap(({ sellable, damaged }) => [sellable, damaged]),
]

type Settled = Extract<Claim, { state: 'settled' }>

const isSettled = (claim: Claim): claim is Settled => claim.state === 'settled'
const isChangeOfMind = (claim: Claim): claim is Settled =>
  isSettled(claim) && claim.ground === 'changed_mind' && claim.settlement.remedy === 'money'

/** What was withheld of it so far, once for the whole order. */
const withheldOf = ({ cancellations, claims }: Goods): Money =>
  sum([
    ...cancellations.map(({ wayThere }) => wayThere),
    ...claims.filter(isSettled).map(({ settlement }) => settlement.wayThere),
  ])

/** All that its shopper paid for bringing it: with the price, and later. */
export const paidForWay = (goods: Goods): Money => plus(goods.delivery, withheldOf(goods))

/** Goods were brought that nothing was wrong with, and came back: that way was had. */
export const hadTheWay = ({ claims }: Goods): boolean =>
  claims.some((claim) => isSettled(claim) && !isFault(claim.ground))
