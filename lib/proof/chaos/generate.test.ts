import { expect, test } from 'vitest'
import { seededRandom } from '@/lib/proof/simulation/random'
import { generateShopperPlan, pressedButtons } from './shopper-plan'
import { generateTroubles } from './troubles'

const generate = (seed: number) => {
  const random = seededRandom(seed)
  const troubles = generateTroubles(random, 120_000, 2)
  return {
    troubles,
    plans: Array.from({ length: 100 }, (_, n) => generateShopperPlan(random, n, 120_000)),
  }
}

test('a seed generates the same troubles and the same shoppers again, and another one others', () => {
  expect(generate(1)).toEqual(generate(1))
  expect(generate(1)).not.toEqual(generate(2))
})

test('a hundred shoppers press every button of the wallet', () => {
  const pressed = new Set(generate(1).plans.flatMap((plan) => plan.presses))
  expect([...pressed].sort()).toEqual([...pressedButtons].sort())
})

test.each([1, 2, 3])('also a short run (seed %i) kills twice and stops the database', (seed) => {
  const troubles = generateTroubles(seededRandom(seed), 15_000, 2)
  expect(troubles.filter(({ kind }) => kind === 'kill').length).toBeGreaterThanOrEqual(2)
  expect(troubles.filter(({ kind }) => kind === 'database').length).toBeGreaterThanOrEqual(1)
  for (const { at } of troubles) expect(at).toBeLessThanOrEqual(15_000)
})
