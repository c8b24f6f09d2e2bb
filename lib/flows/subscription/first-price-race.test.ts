import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAlive } from '@/lib/db/subscriptions'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, monthlyForm, periodsOf } from '@/lib/proof/shop/subscriber'
import { changeSubscription } from './change-subscription'
import { subscribe } from './subscribe'

/* The first price is for whoever is new when the subscription begins, not when it is asked for. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** Does something once, between what a flow reads when it asks whether a plan was had before and all that follows. */
function afterAskingForPlan(act: () => Promise<unknown>): KyselyPlugin {
  let asks: unknown = null
  return {
    transformQuery({ node, queryId }) {
      if (asks === null && JSON.stringify(node).includes('"is_over"')) asks = queryId
      return node
    },
    async transformResult({ result, queryId }) {
      if (queryId === asks) await act()
      return result
    },
  }
}

test('whoever ends a plan while beginning it again does not begin it at the first price', async () => {
  const { deps } = shop
  const customer = { ...monthlyForm.customer, email: 'quick@example.com' }
  const { shopper, id } = await aRunningSubscription(shop, { customer })
  const change = { kind: 'cancel', who: 'shopper', when: 'now' } as const
  const ends = () => changeSubscription(deps, askerWith({ shopper }), { id, change })
  const form = { ...monthlyForm, customer, visitor: deps.newId(), shopper }

  const db = deps.db.withPlugin(afterAskingForPlan(ends))
  expect(await subscribe({ ...deps, db }, form)).toEqual({ kind: 'changed' })
  expect(await findAlive(deps.db, shopper, form.plan)).toBeNull()
  expect(await periodsOf(shop, id)).toMatchObject([{ status: 'paid', amount: form.total }])

  const again = await subscribe(deps, { ...form, total: form.price })
  expect(again.kind).toBe('redirect')
})
