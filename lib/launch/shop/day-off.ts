import { DAY, type Day, dayOf, daysLater, endOf, formatDay, weekdayOf } from '@/lib/core/calendar'
import { type DayOff, type DayOffKind, isDayOffByLaw, notOnDayOff } from '@/lib/core/days/day-off'
import { refundBy, sendBy } from '@/lib/core/days/limits'
import { parseTypedDay } from '@/lib/core/typed/day'
import { asLine } from '@/lib/core/typed/text'
import { enterDayOff, listDaysOff, removeDayOff } from '@/lib/db/days-off'
import {
  type Command,
  DONE,
  isAgreed,
  ONLY_SHOWN,
  refused,
  SHOP,
  type Till,
  type Typed,
} from './command'

export const dayOffCommands: readonly Command[] = [
  {
    usage: 'day-off list',
    does: 'days off that were entered, beside weekends and the holidays that the law names',
    options: [],
    run: list,
  },
  {
    usage: 'day-off <date>',
    does: 'a day off that no calendar knows: one that the government has proclaimed, or one of the shop alone',
    options: ['public', 'ours', 'remove', 'yes'],
    run: change,
  },
]

const called = { public: 'a holiday for everybody', ours: 'a day off of the shop alone' } as const

async function list(till: Till): Promise<number> {
  const daysOff = await listDaysOff(till.shop.db)
  for (const { day, kind } of daysOff) till.print(`${named(day)}  ${called[kind]}`)
  if (daysOff.length === 0) till.print('No day off was entered.')
  return DONE
}

async function change(till: Till, typed: Typed): Promise<number> {
  const { db, clock } = till.shop
  const day = parseTypedDay(typed.words[0] ?? '')
  if (!day)
    return refused(till, `"${asLine(typed.words[0] ?? '')}" is no day: type it as 2027-03-15.`)
  const daysOff = await listDaysOff(db)
  const entered = daysOff.find((off) => formatDay(off.day) === formatDay(day)) ?? null
  if (typed.options.remove) return remove(till, typed, { day, daysOff, entered })

  const kind = typedKind(typed)
  if (!kind) return refused(till, 'Say whose day off it is: --public or --ours.')
  if (isDayOffByLaw(day))
    return refused(till, `${named(day)} is a day off by law: nothing is to be entered.`)
  if (isFar(day, dayOf(await clock.now())))
    return refused(till, `${named(day)} is more than a year away: was another year meant?`)
  if (entered?.kind === kind) {
    till.print(`${named(day)} is ${called[kind]} already.`)
    return DONE
  }
  const after = [...without(daysOff, day), { day, kind }]
  const lines = [`${named(day)} becomes ${called[kind]}:`, ...consequences(day, daysOff, after)]
  const again = `day-off ${formatDay(day)} --${kind}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  await enterDayOff(db, { day, kind })
  till.print(`${named(day)} is ${called[kind]}.\nSee: ${SHOP} day-off list`)
  return DONE
}

type Entered = {
  readonly day: Day
  readonly daysOff: readonly DayOff[]
  readonly entered: DayOff | null
}

async function remove(till: Till, typed: Typed, { day, daysOff, entered }: Entered) {
  if (!entered) return refused(till, `${named(day)} was not entered: nothing was changed.`)
  const lines = [
    `${named(day)} is no longer ${called[entered.kind]}:`,
    ...consequences(day, daysOff, without(daysOff, day)),
  ]
  const again = `day-off ${formatDay(day)} --remove`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  await removeDayOff(till.shop.db, day)
  till.print(`${named(day)} is a day as any other.`)
  return DONE
}

function typedKind({ options }: Typed): DayOffKind | null {
  if (options.public === options.ours) return null
  return options.public ? 'public' : 'ours'
}

const without = (daysOff: readonly DayOff[], day: Day) =>
  daysOff.filter((off) => formatDay(off.day) !== formatDay(day))

const isFar = (day: Day, today: Day) => Math.abs(endOf(day) - endOf(today)) > 400 * DAY

/** What the day changes for whoever has until then, told by an order of the day before. */
function consequences(day: Day, before: readonly DayOff[], after: readonly DayOff[]): string[] {
  const eve = daysLater(day, -1)
  const change = (what: (daysOff: readonly DayOff[]) => Day) => {
    const [was, is] = [named(what(before)), named(what(after))]
    return was === is ? `${is}, as before` : `${is} instead of ${was}`
  }
  return [
    `  Shoppers      who could give goods back until that day: until ${change((daysOff) => notOnDayOff(day, daysOff))}.`,
    `  Sending       what is paid the day before: until ${change((daysOff) => sendBy(eve, daysOff))}.`,
    `  Giving back   for goods that arrived the day before: until ${change((daysOff) => refundBy(eve, daysOff))}.`,
  ]
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `2027-03-15 (Mon)` */
const named = (day: Day): string => `${formatDay(day)} (${weekdays[weekdayOf(day)]})`
