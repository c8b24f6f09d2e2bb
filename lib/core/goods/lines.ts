import { type LineId, lineId } from '../ids'
import { krw, type Money, minus, noMoney } from '../money'

/* What was ordered, line by line. Pieces of a line are counted and not named: each is as good as another. */

export type Line = {
  readonly id: LineId
  /** What is taken from the shelf for it; null: nothing is. */
  readonly variant: string | null
  readonly quantity: number
  /** Of one piece, before anything was taken off. */
  readonly listPrice: Money
  /** For all of its pieces: its share of whatever was taken off the order is off. */
  readonly paid: Money
  readonly vat: 'taxed' | 'free'
}

/** So many of some lines. */
export type Pieces = readonly { readonly line: LineId; readonly quantity: number }[]

type Ordered = Omit<Line, 'id' | 'paid'>

/** The lines of an order, and what of its amount was paid for each: to the won. */
export function pricedLines(ordered: readonly Ordered[], paid: Money): readonly Line[] {
  const shares = shared(
    paid,
    ordered.map(({ listPrice, quantity }) => listPrice.minor * quantity),
  )
  return ordered.map((line, index) => ({
    ...line,
    id: lineId(index + 1),
    paid: shares[index] ?? noMoney,
  }))
}

/** An order of which nobody said what it is of, such as a charge for a reason, is of one thing. */
export const oneThing = (paid: Money): readonly Line[] =>
  pricedLines([{ variant: null, quantity: 1, listPrice: paid, vat: 'taxed' }], paid)

/** An amount by weight. Rounding never loses a won: each share ends where the next begins. */
export function shared(amount: Money, weights: readonly number[]): readonly Money[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  // What cost nothing has its share by number.
  if (all === 0 && weights.length > 0)
    return shared(
      amount,
      weights.map(() => 1),
    )
  let reached = 0
  return weights.map((weight) => {
    const before = partOf(amount, reached, all)
    reached += weight
    return minus(partOf(amount, reached, all), before)
  })
}

/** Two amounts multiplied can be more than a number holds to the won. */
const partOf = ({ minor }: Money, part: number, all: number): Money =>
  krw(Number((BigInt(minor) * BigInt(part)) / BigInt(all)))

/** What was paid for so many pieces, when so many others were counted before them. */
export const paidFor = ({ paid, quantity }: Line, before: number, count: number): Money =>
  minus(partOf(paid, before + count, quantity), partOf(paid, before, quantity))

export const countOf = (pieces: Pieces, line: LineId): number =>
  pieces.reduce((sum, each) => sum + (each.line === line ? each.quantity : 0), 0)

export const countPieces = (pieces: Pieces): number =>
  pieces.reduce((sum, { quantity }) => sum + quantity, 0)

/** Lines of which nothing is left are left out. */
export const piecesFrom = (lines: readonly Line[], count: (line: Line) => number): Pieces =>
  lines.flatMap((line) => {
    const quantity = count(line)
    return quantity > 0 ? [{ line: line.id, quantity }] : []
  })

export const morePieces = (lines: readonly Line[], ...all: readonly Pieces[]): Pieces =>
  piecesFrom(lines, ({ id }) => all.reduce((sum, pieces) => sum + countOf(pieces, id), 0))

export const fewerPieces = (lines: readonly Line[], from: Pieces, without: Pieces): Pieces =>
  piecesFrom(lines, ({ id }) => countOf(from, id) - countOf(without, id))

export const samePieces = (some: Pieces, others: Pieces): boolean =>
  [...some, ...others].every(({ line }) => countOf(some, line) === countOf(others, line))

/** What somebody named is to be had only as it is written: each line once, a whole number of each, and no more than there are. */
export type PiecesProblem = 'no_pieces' | 'line_twice' | 'more_than_there_are'

export function problemOfPieces(named: Pieces, there: Pieces): PiecesProblem | null {
  if (named.length === 0) return 'no_pieces'
  if (new Set(named.map(({ line }) => line)).size < named.length) return 'line_twice'
  if (named.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 1))
    return 'no_pieces'
  return named.some(({ line, quantity }) => quantity > countOf(there, line))
    ? 'more_than_there_are'
    : null
}
