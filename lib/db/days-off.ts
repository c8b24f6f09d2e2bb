import { type Day, formatDay, parseDay } from '../core/calendar'
import type { DayOff } from '../core/days/day-off'
import type { Db, Tx } from './connection'

/** Days off that a person of the shop has entered, the earliest first. */
export async function listDaysOff(db: Db | Tx): Promise<DayOff[]> {
  const rows = await db.selectFrom('daysOff').select(['day', 'kind']).orderBy('day').execute()
  return rows.flatMap(({ day, kind }) => {
    const read = parseDay(day)
    return read ? [{ day: read, kind }] : []
  })
}

/** One day has one kind: the last that was entered. */
export async function enterDayOff(db: Db, { day, kind }: DayOff): Promise<void> {
  await db
    .insertInto('daysOff')
    .values({ day: formatDay(day), kind })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ kind }))
    .execute()
}

export async function removeDayOff(db: Db, day: Day): Promise<void> {
  await db.deleteFrom('daysOff').where('day', '=', formatDay(day)).execute()
}
