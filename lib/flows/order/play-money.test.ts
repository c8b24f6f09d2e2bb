import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrder } from '@/lib/db/orders'
import { createDeps } from '@/lib/deps'
import { readEnv } from '@/lib/env'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aPaidNumberedOrder } from '@/lib/proof/shop/typed-commands'
import type { Deps } from '../deps'
import { recordParcel } from './record-parcel'
import { sendParcel } from './send-parcel'

/* Nobody gives goods away for the simulator's money. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const merchant = { kind: 'merchant' } as const
const sending = { pieces: null, tracking: { carrier: 'cj', number: '123456789012' }, despite: null }
const parcelsOf = async (id: Parameters<typeof findOrder>[1]) =>
  (await findOrder(shop.deps.db, id))?.goods.parcels.map(({ state }) => state)

test('where strangers reach the shop nothing is sent for play money, whoever says so and by whichever road', async () => {
  const { id, number } = await aPaidNumberedOrder(shop)
  const public_: Deps = { ...shop.deps, shop: { ...shop.deps.shop, isPlayMoney: true } }
  expect(await sendParcel(public_, merchant, id, sending)).toBe('play_money')
  const news = { kind: 'sent', tracking: 'CJ 123456789012' } as const
  expect(await recordParcel(public_, merchant, number, news)).toEqual({ kind: 'play_money' })
  expect(await parcelsOf(id)).toEqual([])
  expect(await sendParcel(shop.deps, merchant, id, sending)).toBe('done')
  expect(await parcelsOf(id)).toEqual(['sent'])
})

test.each([
  ['https://norang.example', {}, true],
  ['http://localhost:3000', {}, false],
  ['https://norang.example', { ADYEN_ENVIRONMENT: 'test' }, false],
])(
  'money at %s with %o is play money that strangers pay with: %s',
  async (BASE_URL, adyen, isIt) => {
    const keys = {
      ADYEN_API_KEY: 'AQE-key',
      ADYEN_MERCHANT_ACCOUNT: 'Shop',
      ADYEN_HMAC_KEYS: 'ab'.repeat(32),
    }
    const settings = readEnv({ BASE_URL, ...adyen, ...('ADYEN_ENVIRONMENT' in adyen ? keys : {}) })
    const { shop: wired, pool } = createDeps(settings)
    expect(wired.isPlayMoney).toBe(isIt)
    await pool.end()
  },
)
