import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Day, dayOf, daysLater, formatDay, weekdayOf } from '@/lib/core/calendar'
import { isBusinessDay } from '@/lib/core/days/day-off'
import { instant } from '@/lib/core/ids'
import { connect } from '@/lib/db/connection'
import { listDaysOff } from '@/lib/db/days-off'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { typistOn } from '@/lib/proof/shop/typed-commands'

let scratch: ScratchDatabase
let open: ReturnType<typeof connect>
beforeAll(async () => {
  scratch = await scratchDatabase()
  open = connect(scratch.url)
})
afterAll(async () => {
  await open.db.destroy()
  await scratch.drop()
})
beforeEach(() => open.db.deleteFrom('daysOff').execute())

const type = (...words: string[]) => typistOn(scratch.url)(...words)
const year = new Date().getUTCFullYear()

/** A Monday soon, with no day off until Friday, and the days after it. */
const text = (days = 0): string =>
  formatDay(daysLater(ordinaryMonday(dayOf(instant(Date.now()))), days))
function ordinaryMonday(from: Day): Day {
  const isOrdinary = [0, 1, 2, 3, 4].every((days) => isBusinessDay(daysLater(from, days), []))
  return weekdayOf(from) === 1 && isOrdinary ? from : ordinaryMonday(daysLater(from, 1))
}

test('a proclaimed holiday is shown first: whoever had until then has longer', async () => {
  const shown = await type('day-off', text(), '--public')
  expect(shown.code).toBe(2)
  expect(shown.said).toContain(`${text()} (Mon) becomes a holiday for everybody:`)
  expect(shown.said).toContain(`until ${text(1)} (Tue) instead of ${text()} (Mon)`)
  expect(shown.complained).toContain(`npm run shop -- day-off ${text()} --public --yes`)
  expect(await listDaysOff(open.db)).toEqual([])

  expect((await type('day-off', text(), '--public', '--yes')).code).toBe(0)
  expect(await listDaysOff(open.db)).toHaveLength(1)
  expect((await type('day-off', text(), '--public', '--yes')).said).toContain('already')
  expect((await type('day-off', 'list')).said).toBe(`${text()} (Mon)  a holiday for everybody`)
})

test('a day off of the shop lets it send later, and takes nothing from shoppers', async () => {
  const { said } = await type('day-off', text().replaceAll('-', '. '), '--ours', '--yes')
  expect(said).toContain(`could give goods back until that day: until ${text()} (Mon), as before.`)
  expect(said).toContain(`the day before: until ${text(3)} (Thu) instead of ${text(2)} (Wed).`)
  expect(said).toContain(`arrived the day before: until ${text(2)} (Wed), as before.`)
})

test('what was entered is taken back, or becomes of the other kind', async () => {
  await type('day-off', text(), '--ours', '--yes')
  expect((await type('day-off', text(), '--public', '--yes')).code).toBe(0)
  expect(await listDaysOff(open.db)).toMatchObject([{ kind: 'public' }])
  expect((await type('day-off', text(), '--remove')).code).toBe(2)
  expect((await type('day-off', text(), '--remove', '--yes')).code).toBe(0)
  expect(await listDaysOff(open.db)).toEqual([])
  expect((await type('day-off', text(), '--remove', '--yes')).complained).toContain('not entered')
  expect((await type('day-off', 'list')).said).toBe('No day off was entered.')
})

test.each([
  [['soon', '--public'], '"soon" is no day'],
  [['2027-02-30', '--public'], '"2027-02-30" is no day'],
  [[text()], '--public or --ours'],
  [[text(), '--public', '--ours'], '--public or --ours'],
  [[text(6), '--public'], '(Sun) is a day off by law'],
  [[`${year}-10-09`, '--ours'], 'is a day off by law'],
  [[`${year + 40}-03-15`, '--public'], 'was another year meant?'],
])('%j changes nothing, and it is said why', async (words, why) => {
  const told = await type('day-off', ...words, '--yes')
  expect(told).toMatchObject({ code: 1, said: '' })
  expect(told.complained).toContain(why)
  expect(await listDaysOff(open.db)).toEqual([])
})
