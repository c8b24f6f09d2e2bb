import { type Day, laterOf } from '../core/calendar'
import type { DayOff } from '../core/days/day-off'
import { claimableNow, lastDayToClaim } from '../core/goods/claim-days'
import type { GivenGround } from '../core/goods/goods'
import type { Pieces } from '../core/goods/lines'
import type { Instant } from '../core/ids'
import { mayClaim, type Order } from '../core/order'

/** What can be claimed, and until which day. */
export type ClaimDays = {
  readonly lines: Pieces
  /** What of it can be claimed without a reason. */
  readonly ifChangedMind: Pieces
  /** The last days of all of it. Null: they are not known yet, because some of it is still to come. */
  readonly lastDays: LastDays | null
}

export type LastDays = { readonly changedMind: Day; readonly fault: Day }

export function claimDaysOf(
  order: Order,
  at: { readonly now: Instant; readonly daysOff: readonly DayOff[] },
): ClaimDays {
  const { goods } = order
  const { now, daysOff } = at
  if (!mayClaim(order, 'faulty', at)) return { lines: [], ifChangedMind: [], lastDays: null }
  const lines = claimableNow(goods, 'faulty', daysOff, now)
  // Goods that were exchanged have days of their own, which are later.
  const last = (ground: GivenGround) =>
    lines
      .map(({ line }) => lastDayToClaim(goods, line, ground, daysOff))
      .reduce((one, other) => one && other && laterOf(one, other))
  const [changedMind, fault] = [last('changed_mind'), last('faulty')]
  return {
    lines,
    ifChangedMind: claimableNow(goods, 'changed_mind', daysOff, now),
    lastDays: changedMind && fault && { changedMind, fault },
  }
}
