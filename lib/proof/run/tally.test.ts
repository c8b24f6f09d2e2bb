import { expect, test } from 'vitest'
import {
  addUp,
  isGood,
  lastLine,
  skippedOf,
  slowestOf,
  type Tally,
  tallyOfPlaywright,
  withExitCode,
} from './tally'

const tally = (passed: number, failed = 0, skipped: Tally['skipped'] = []): Tally => ({
  passed,
  failed,
  skipped,
  parts: [],
})
const skip = { name: 'a test', why: 'a reason' }

test('the last line adds up every stage', () => {
  expect(lastLine(addUp([tally(3), tally(1, 2), tally(4)]))).toBe('8 passed, 2 failed')
})

test('the last line names skipped tests only when there are some', () => {
  expect(lastLine(addUp([tally(3, 0, [skip]), tally(1)]))).toBe('4 passed, 0 failed, 1 skipped')
})

test('a reason for skipping is given once, for all that it holds for', () => {
  const other = { name: 'another test', why: 'a reason' }
  expect(skippedOf(addUp([tally(1, 0, [skip]), tally(1, 0, [other])]))).toEqual([
    'skipped (a reason):',
    '  a test',
    '  another test',
  ])
})

test('a stage that crashes has failed, even though no test of it did', () => {
  expect(withExitCode(tally(0), 1)).toEqual(tally(0, 1))
  expect(withExitCode(tally(5), 0)).toEqual(tally(5))
  expect(withExitCode(tally(5, 2), 1)).toEqual(tally(5, 2))
})

test('a run in which nothing was tried is not a good one', () => {
  expect(isGood(tally(0, 0, [skip]))).toBe(false)
  expect(isGood(tally(1, 1))).toBe(false)
  expect(isGood(tally(1))).toBe(true)
})

test('the ten slowest parts are named, the slowest first', () => {
  const parts = Array.from({ length: 12 }, (_, n) => ({ name: `part ${n}`, seconds: n / 2 }))
  const lines = slowestOf({ ...tally(1), parts })
  expect(lines).toHaveLength(10)
  expect([lines[0], lines[9]]).toEqual(['    5.5 s  part 11', '    1.0 s  part 2'])
})

test('stories are counted with their times, and whoever was skipped says why', () => {
  const story = (status: string, annotations: { type: string; description?: string }[]) => ({
    file: 'buying.spec.ts',
    title: 'a shopper buys',
    tests: [{ projectName: 'phone', status, annotations, results: [{ duration: 1_500 }] }],
  })
  const specs = [
    story('expected', []),
    story('skipped', [{ type: 'skip', description: 'only beside Adyen' }]),
    story('skipped', []),
  ]
  const stats = { expected: 1, unexpected: 0, flaky: 0 }
  const name = 'a shopper buys (phone)'
  const part = { name: 'e2e/buying.spec.ts: a shopper buys (phone)', seconds: 1.5 }
  expect(
    tallyOfPlaywright({ stats, suites: [{ specs: [], suites: [{ specs }] }], errors: [] }),
  ).toEqual({
    passed: 1,
    failed: 0,
    skipped: [
      { name, why: 'only beside Adyen' },
      { name, why: 'one before it failed' },
    ],
    parts: [part, part, part],
  })
})
