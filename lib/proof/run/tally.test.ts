import { expect, test } from 'vitest'
import { addUp, believe, isGood, lastLine, type Tally } from './tally'

const tally = (passed: number, failed = 0, skipped: Tally['skipped'] = []): Tally => ({
  passed,
  failed,
  skipped,
})
const skip = { name: 'a test', why: 'a reason' }

test('the last line adds up every stage', () => {
  expect(lastLine(addUp([tally(3), tally(1, 2), tally(4)]))).toBe('8 passed, 2 failed')
})

test('the last line names skipped tests only when there are some', () => {
  expect(lastLine(addUp([tally(3, 0, [skip]), tally(1)]))).toBe('4 passed, 0 failed, 1 skipped')
})

test('a stage that crashes has failed, even though no test of it did', () => {
  expect(believe(tally(0), 1)).toEqual(tally(0, 1))
  expect(believe(tally(5), 0)).toEqual(tally(5))
  expect(believe(tally(5, 2), 1)).toEqual(tally(5, 2))
})

test('a run in which nothing was tried is not a good one', () => {
  expect(isGood(tally(0, 0, [skip]))).toBe(false)
  expect(isGood(tally(1, 1))).toBe(false)
  expect(isGood(tally(1))).toBe(true)
})
