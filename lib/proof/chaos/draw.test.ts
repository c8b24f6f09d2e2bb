import { expect, test } from 'vitest'
import { seededRandom } from '@/lib/proof/simulation/random'
import { drawShopperPlan, plannedPresses } from './shopper-plan'
import { drawTroubles } from './troubles'

const draw = (seed: number) => {
  const lot = seededRandom(seed)
  const troubles = drawTroubles(lot, 120_000, 2)
  return {
    troubles,
    wishes: Array.from({ length: 100 }, (_, n) => drawShopperPlan(lot, n, 120_000)),
  }
}

test('a seed draws the same troubles and the same shoppers again, and another one others', () => {
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('a hundred shoppers press every button of the wallet', () => {
  const pressed = new Set(draw(1).wishes.flatMap((wish) => wish.presses))
  expect([...pressed].sort()).toEqual([...plannedPresses].sort())
})

test.each([1, 2, 3])('also a short run (seed %i) kills twice and stops the database', (seed) => {
  const troubles = drawTroubles(seededRandom(seed), 15_000, 2)
  expect(troubles.filter(({ kind }) => kind === 'kill').length).toBeGreaterThanOrEqual(2)
  expect(troubles.filter(({ kind }) => kind === 'database').length).toBeGreaterThanOrEqual(1)
  for (const { at } of troubles) expect(at).toBeLessThanOrEqual(15_000)
})
