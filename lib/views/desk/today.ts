import { type DeskAct, type Role, roleMay } from '../../core/desk/roles'
import { HOUR, type Instant, laterBy } from '../../core/ids'
import type { Db } from '../../db/connection'
import { countToday, MOST_COUNTED, type TodayCounts } from '../../db/desk/today-counts'

const A_DAY = 24 * HOUR

/** The lines of Today in their order, and whose they are. */
const kinds = [
  ['to_be_sent', 'toBeSent', 'send_parcel'],
  ['claims', 'claims', 'receive_goods'],
  ['confirming', 'confirming', 'see_shopper'],
  ['disputes', 'disputes', 'see_money'],
  ['parked', 'parked', 'mend_system'],
] as const satisfies readonly (readonly [string, keyof TodayCounts, DeskAct])[]

export type TodayLine = {
  readonly kind: (typeof kinds)[number][0]
  readonly count: number
  /** There are more, and nobody counted how many. */
  readonly isMore: boolean
}

/** What needs somebody of this role now: a line for each kind, only where there is something. */
export async function todayView(db: Db, role: Role, now: Instant): Promise<TodayLine[]> {
  const counts = await countToday(db, new Date(laterBy(now, -A_DAY)))
  return kinds.flatMap(([kind, name, act]) => {
    const count = counts[name]
    if (count === 0 || !roleMay(role, act)) return []
    return [{ kind, count, isMore: count >= MOST_COUNTED }]
  })
}
