import { expect, test } from 'vitest'
import { MOST_OF_ONE, mostInOneOrder } from './quantity'

test('nobody empties the shop without paying, nor orders what is not there', () => {
  expect([0, 3, 10, 5000].map(mostInOneOrder)).toEqual([0, 3, MOST_OF_ONE, MOST_OF_ONE])
})
