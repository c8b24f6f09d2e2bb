import { expect, test } from 'vitest'
import { seldom } from './seldom'

test('what is said in one minute is said once, and the next time how often it was not', () => {
  let now = 0
  const maySay = seldom(60_000, () => now)
  expect([maySay('a'), maySay('a'), maySay('a'), maySay('b')]).toEqual([0, null, null, 0])
  now = 59_999
  expect(maySay('a')).toBeNull()
  now = 60_000
  expect([maySay('a'), maySay('a'), maySay('b')]).toEqual([3, null, 0])
})
