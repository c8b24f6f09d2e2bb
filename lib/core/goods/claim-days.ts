import { type Day, dayOf } from '../calendar'
import type { DayOff } from '../days/day-off'
import { isOpen, lastDayForFault, lastDayToChangeMind } from '../days/limits'
import type { Instant, LineId } from '../ids'
import { type GivenGround, type Goods, isOut } from './goods'
import { countOf, countPieces, fewerPieces, type Pieces } from './lines'
import { claimablePieces, exchangePieces, unsentPieces } from './places'

/*
 * Until when goods can be claimed: one rule for the terms on the site and for the order. What was ordered together is
 * counted from its last parcel, and goods that were exchanged from the parcel that brought them.
 */

/** Null: the time has not begun, because some of what was ordered together is still to be sent. */
export function lastDayToClaim(
  goods: Goods,
  line: LineId,
  ground: GivenGround,
  daysOff: readonly DayOff[],
): Day | null {
  const { lines, parcels } = goods
  if (countPieces(fewerPieces(lines, unsentPieces(goods), exchangePieces(goods))) > 0) return null
  const lastDay = ground === 'changed_mind' ? lastDayToChangeMind : lastDayForFault
  return parcels
    .filter((parcel) => isOut(parcel) && (!parcel.isExchange || countOf(parcel.pieces, line) > 0))
    .map(({ deliveredAt, sentAt }) => lastDay(dayOrNull(deliveredAt), dayOf(sentAt), daysOff))
    .reduce<Day | null>((last, day) => (last === null || isLater(day, last) ? day : last), null)
}

/** What can be claimed at this moment. */
export const claimableNow = (
  goods: Goods,
  ground: GivenGround,
  daysOff: readonly DayOff[],
  now: Instant,
): Pieces =>
  claimablePieces(goods).filter(({ line }) => {
    const last = lastDayToClaim(goods, line, ground, daysOff)
    return last === null || isOpen(last, now)
  })

const dayOrNull = (at: Instant | null) => (at === null ? null : dayOf(at))

const isLater = (one: Day, other: Day) => numberOf(one) > numberOf(other)
const numberOf = ({ year, month, day }: Day) => (year * 100 + month) * 100 + day
