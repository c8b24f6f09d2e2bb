import type { Instant } from '../ids'
import { krw, type Money, noMoney, sum } from '../money'
import type { Goods } from './goods'
import { countOf, type Pieces, type PiecesProblem, paidFor } from './lines'
import { keepsNothing, type Unsent, unpaidOf } from './places'
import { paidForWay } from './way-there'

/* What goods have to know of their money, of the shelf and of the time; and what can speak against a fact. */

export type Funds = {
  readonly isPaid: boolean
  readonly isContested: boolean
  /** What of its money is ours, and wanted by nobody. */
  readonly kept: Money
  /** The same, with what comes back when a dispute is won. */
  readonly left: Money
  /** Where what was not sent is. */
  readonly unsent: Unsent
}

export type Means = Funds & { readonly stock: 'there' | 'gone'; readonly now: Instant }

/** What speaks against a fact, so that nothing happens. */
export type GoodsProblem =
  | PiecesProblem
  | 'known' // it was said before
  | 'not_paid'
  | 'nothing_kept'
  | 'contested'
  | 'sold_out'
  | 'play_money' // nobody gives goods away for it
  | 'all_of_it' // to cancel all there is, the order is cancelled
  | 'way_unread' // more is withheld for the way there than its shopper has read
  | 'no_such_parcel'
  | 'not_under_way'
  | 'claimed' // goods that come back were not lost, nor never sent
  | 'no_such_claim'
  | 'too_late'
  | 'only_for_faults' // who changed their mind has money back, and no exchange
  | 'too_often' // a shopper has asked, or taken it back, more often than anybody needs to
  | 'over' // the claim was settled, refused or withdrawn
  | 'arrived'
  | 'not_arrived'
  | 'may_not_withhold'

/** Only what is paid leaves the house, and whose money is ours; while that is contested, a person has to say so. */
export function whyNothingLeaves(
  { isPaid, kept, isContested, unsent }: Funds,
  despite: string | null,
): GoodsProblem | null {
  if (!isPaid || unsent !== 'to_be_sent') return 'not_paid'
  if (kept.minor === 0) return 'nothing_kept'
  return isContested && despite === null ? 'contested' : null
}

/** The same goods are promised once more only while they are paid, and there. */
export function whyNotOnceMore(means: Means): GoodsProblem | null {
  const problem = whyNothingLeaves(means, 'only promised')
  return problem ?? (means.stock === 'gone' ? 'sold_out' : null)
}

/** What was paid for these, after all that was given back before. */
export const paidForPieces = (goods: Goods, pieces: Pieces): Money =>
  sum(goods.lines.map((line) => paidFor(line, unpaidOf(goods, line), countOf(pieces, line.id))))

/** What was paid for the way here is given back with the last of the goods. */
export const deliveryWith = (goods: Goods, pieces: Pieces): Money =>
  keepsNothing(goods, pieces) ? paidForWay(goods) : noMoney

export const least = (one: Money, other: Money): Money => krw(Math.min(one.minor, other.minor))
