import { expect, test } from 'vitest'
import type { Act } from './acts'
import { notCovered } from './coverage-report'
import { replay, runHistory, shrink } from './history'
import type { Coverage } from './world'

test('12,000 random histories keep every promise about money, and reach all there is to reach', () => {
  const coverage: Coverage = new Map()
  for (let seed = 1; seed <= 12_000; seed++) {
    const { broken } = runHistory(seed, coverage)
    if (broken !== null)
      expect.fail(`${broken}. Again: npm run simulate -- --seed ${seed} --histories 1`)
  }
  expect(notCovered(coverage)).toEqual([])
}, 300_000)

test('a seed is one history, and living it again ends alike', () => {
  const [once, again] = [runHistory(7, new Map()), runHistory(7, new Map())]
  expect(again).toEqual(once)
  expect(replay(once)).toBe(once.broken)
})

test('a history that breaks a promise is told without what does not matter', () => {
  const cancels = (act: Act) => act.act === 'cancel'
  const seed =
    1 + [...Array(999).keys()].findIndex((n) => runHistory(n + 1, new Map()).acts.some(cancels))
  const { acts } = shrink(runHistory(seed, new Map()), (history) => history.acts.some(cancels))
  expect(acts).toMatchObject([{ act: 'cancel' }])
})
