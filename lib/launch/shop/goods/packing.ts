import type { Goods } from '@/lib/core/goods/goods'
import { countPieces, type Pieces } from '@/lib/core/goods/lines'
import { cancelledPieces, unsentPieces } from '@/lib/core/goods/places'
import { quoted, SHOP } from '../command'
import { piecesText } from './goods-text'

/* What is in a parcel. A shopper may cancel a piece while it is packed, so nobody says "whatever is left" of an order with cancelled pieces. */

export const linesOption = (pieces: Pieces): string =>
  ` --lines ${quoted(pieces.map(({ line, quantity }) => `${line}:${quantity}`).join(','))}`

export const hasCancelled = (goods: Goods): boolean => goods.cancellations.length > 0

/** What of it is not to be in any parcel any more. */
export function notInIt(goods: Goods): string | null {
  const cancelled = cancelledPieces(goods)
  return countPieces(cancelled) === 0 ? null : `${piecesText(cancelled)}: cancelled`
}

/** Why nothing was sent; `line`: what was typed behind the order's number. */
export function whyNamed(goods: Goods, number: string, line: string): string {
  const there = unsentPieces(goods)
  return [
    'some of it was cancelled, so say what is in the parcel.',
    `  To be in it   ${piecesText(there)}`,
    `  Not in it     ${notInIt(goods)}`,
    `If that is what you packed:\n  ${SHOP} order ${number} ${line}${linesOption(there)}`,
  ].join('\n')
}
