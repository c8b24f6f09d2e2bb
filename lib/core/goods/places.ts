import { type Claim, type Goods, isPending, type Parcel, type Remedy } from './goods'
import { countOf, type Line, type Pieces, piecesFrom } from './lines'

/*
 * Where every piece is. It is a function of what happened to it, as books.ts is for money; the ledger of the stock is
 * what each event changes about it.
 */

export const places = [
  'on_the_shelf', // wanted, and not taken, or put back
  'reserved', // put aside, and not paid
  'to_be_sent', // paid, and here
  'under_way',
  'delivered',
  'coming_back', // claimed: awaited, or here and not settled
  'back_in_stock',
  'written_off', // lost, or came back damaged
  'given_back_unsent',
] as const
type Place = (typeof places)[number]

/** Where what was never sent is: the order's money knows. */
export type Unsent = Extract<
  Place,
  'on_the_shelf' | 'reserved' | 'to_be_sent' | 'given_back_unsent'
>

export type LinePlaces = { readonly line: Line; readonly at: Readonly<Record<Place, number>> }

/** All pieces that there are of each line: those that were ordered, and those that stand for lost ones or are exchanged. */
export function placesOf(goods: Goods, unsent: Unsent): readonly LinePlaces[] {
  return goods.lines.map((line) => {
    const { sent, delivered, lost, claimed, sellable, damaged, cancelled } = sumsOf(goods, line)
    // Who claims something has it, whatever the carrier said.
    const gone = claimed + sellable + damaged
    const fromDelivered = Math.min(delivered, gone)
    const at = {
      on_the_shelf: 0,
      reserved: 0,
      to_be_sent: 0,
      under_way: sent - (gone - fromDelivered),
      delivered: delivered - fromDelivered,
      coming_back: claimed,
      back_in_stock: sellable,
      written_off: damaged + lost,
      given_back_unsent: cancelled,
    }
    return { line, at: { ...at, [unsent]: at[unsent] + unsentOf(goods, line) } }
  })
}

function sumsOf({ parcels, claims, cancellations }: Goods, { id }: Line) {
  const sum = (all: readonly Pieces[]) =>
    all.reduce((total, pieces) => total + countOf(pieces, id), 0)
  const inState = (state: Parcel['state']) =>
    sum(parcels.filter((parcel) => parcel.state === state).map(({ pieces }) => pieces))
  const settled = claims.filter((claim) => claim.state === 'settled')
  return {
    sent: inState('sent'),
    delivered: inState('delivered'),
    lost: inState('lost'),
    claimed: sum(claims.filter(isPending).map(({ pieces }) => pieces)),
    sellable: sum(settled.map((claim) => claim.sellable)),
    damaged: sum(settled.map((claim) => claim.damaged)),
    cancelled: sum(cancellations.map(({ pieces }) => pieces)),
  }
}

/** Never sent, or sent and back before anybody opened it. */
function unsentOf(goods: Goods, line: Line): number {
  const { sent, delivered, lost, cancelled } = sumsOf(goods, line)
  return line.quantity + replacedOf(goods, line) - sent - delivered - lost - cancelled
}

/** Pieces that were promised once more. */
const replacedOf = (goods: Goods, line: Line): number =>
  lostOf(goods, line, 'same_goods') + exchangedOf(goods, line)

const lostOf = ({ parcels }: Goods, { id }: Line, remedy: Remedy): number =>
  parcels
    .filter((parcel) => parcel.remedy === remedy)
    .reduce((sum, { pieces }) => sum + countOf(pieces, id), 0)

const exchangedOf = ({ claims }: Goods, { id }: Line): number =>
  arrivedFor(claims, 'same_goods').reduce((sum, pieces) => sum + countOf(pieces, id), 0)

const arrivedFor = (claims: readonly Claim[], remedy: Remedy): readonly Pieces[] =>
  claims.flatMap((claim) =>
    claim.state === 'settled' && claim.settlement.remedy === remedy
      ? [claim.sellable, claim.damaged]
      : [],
  )

export const cancelledPieces = (goods: Goods): Pieces =>
  piecesFrom(goods.lines, (line) => sumsOf(goods, line).cancelled)

export const unsentPieces = (goods: Goods): Pieces =>
  piecesFrom(goods.lines, (line) => unsentOf(goods, line))

/** Of these, what is sent for goods that came back, and not as it was ordered. */
export const exchangePieces = (goods: Goods): Pieces =>
  piecesFrom(goods.lines, (line) => {
    const sent = goods.parcels
      .filter(({ isExchange, state }) => isExchange && state !== 'unsent' && state !== 'came_back')
      .reduce((sum, { pieces }) => sum + countOf(pieces, line.id), 0)
    return Math.min(unsentOf(goods, line), Math.max(0, exchangedOf(goods, line) - sent))
  })

/** With the shopper, or on the way there, and not claimed. */
export const claimablePieces = (goods: Goods): Pieces =>
  piecesFrom(goods.lines, (line) => {
    const { sent, delivered, claimed, sellable, damaged } = sumsOf(goods, line)
    return sent + delivered - claimed - sellable - damaged
  })

/** How many pieces of a line the shopper pays for no more. */
export const unpaidOf = (goods: Goods, line: Line): number =>
  sumsOf(goods, line).cancelled +
  lostOf(goods, line, 'money') +
  arrivedFor(goods.claims, 'money').reduce((sum, pieces) => sum + countOf(pieces, line.id), 0)

/** Money was given back, or promised, for a part of what was ordered. */
export const isDiminished = (goods: Goods): boolean =>
  goods.lines.some((line) => unpaidOf(goods, line) > 0)

/** When these are paid for no more either, is nothing? */
export const keepsNothing = (goods: Goods, without: Pieces): boolean =>
  goods.lines.every((line) => unpaidOf(goods, line) + countOf(without, line.id) >= line.quantity)

/** `count` is signed: what the shelf has more, or less. */
export type ShelfMove = {
  readonly variant: string
  readonly count: number
  readonly why: 'taken' | 'put_back' | 'came_back'
}

/** What the shelf has more or less after an event: the places of the order before it, and after. */
export function shelfMoves(
  before: readonly LinePlaces[],
  after: readonly LinePlaces[],
): readonly ShelfMove[] {
  return after.flatMap(({ line, at }, index) => {
    const was = before[index]?.at
    const { variant } = line
    if (was === undefined || variant === null) return []
    const cameBack = at.back_in_stock - was.back_in_stock
    const putBack = offShelf(was) - offShelf(at) - cameBack
    return [
      ...(cameBack === 0 ? [] : [{ variant, count: cameBack, why: 'came_back' } as const]),
      ...(putBack === 0
        ? []
        : [{ variant, count: putBack, why: putBack > 0 ? 'put_back' : 'taken' } as const]),
    ]
  })
}

const offShelf = (at: LinePlaces['at']): number =>
  at.reserved + at.to_be_sent + at.under_way + at.delivered + at.coming_back + at.written_off
