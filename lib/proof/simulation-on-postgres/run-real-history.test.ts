import { afterAll, beforeAll, expect, test } from 'vitest'
import { histories } from '@/lib/proof/run/run-sizes'
import type { TestShop } from '@/lib/proof/shop/shop'
import { openRealShop } from './real-history'
import { fillStock, runRealHistory } from './run-real-history'

let shop: TestShop
beforeAll(async () => {
  shop = await openRealShop()
  await fillStock(shop)
})
afterAll(() => shop.close())

const { count, seed: first, isCommand } = histories
const MOST_MS = 6 * 3_600_000

/** What so few reach for certain: the rarest crashes are for more histories, by command. */
const reached = [
  ...['crash/buy', 'crash/subscribe', 'crash/job ask_refund', 'act/unlink'],
  ...['crash/goods by two', 'goods/send a part: done', 'end/claim refused', 'end/claim settled'],
  'goods/claim changed_mind: too_late',
]

test(
  `${count} random histories of orders, goods and subscriptions, with processes that die, on the real database`,
  async () => {
    const coverage = new Map<string, number>()
    const began = Date.now()
    for (let seed = first; seed < first + count; seed++) {
      const broken = await runRealHistory(shop, seed, { coverage })
      if (broken !== null)
        expect.fail(`${broken}. Again: npm run simulate -- --real --seed ${seed} --histories 1`)
    }
    if (isCommand) tell(coverage, (Date.now() - began) / 1000)
    else for (const what of reached) expect([...coverage.keys()]).toContain(what)
  },
  MOST_MS,
)

function tell(coverage: ReadonlyMap<string, number>, seconds: number): void {
  for (const [what, times] of [...coverage].sort())
    console.log(`${String(times).padStart(8)} ${what}`)
  const last = first + count - 1
  console.log(
    `Seeds ${first} to ${last} for real in ${seconds.toFixed(0)} s. Every promise was kept.`,
  )
}
