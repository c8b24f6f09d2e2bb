import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OrderId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder } from '@/lib/db/orders'
import { refundOrder } from '@/lib/flows/order/refund-order'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { type LoneSimulator, startLoneSimulator } from '@/lib/proof/shop/lone-simulator'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'

/* Our own shop as it is beside Adyen's test environment, with `npm run simulator` in Adyen's place. */

const KEYS = { standard: 'AB'.repeat(32), tokens: 'CD'.repeat(32) }
const user = { username: 'adyen', password: 'sesame' }
const merchant = { ADYEN_API_KEY: 'key-of-the-shop', ADYEN_MERCHANT_ACCOUNT: 'SomeShop' }

let adyens: ScratchDatabase
let adyen: LoneSimulator
let shop: TestShop
beforeAll(async () => {
  adyens = await scratchDatabase()
  adyen = await startLoneSimulator({ SIMULATOR_DATABASE_URL: adyens.url, ...merchant })
  shop = await openShop({
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_ORIGIN: `${adyen.origin}/api`,
    ...merchant,
    ADYEN_HMAC_KEYS: KEYS.standard,
    ADYEN_TOKEN_HMAC_KEYS: KEYS.tokens,
    ADYEN_WEBHOOK_USERNAME: user.username,
    ADYEN_WEBHOOK_PASSWORD: user.password,
  })
  const url = `${shop.deps.shop.baseUrl}/api/webhooks/adyen`
  await adyen.control('webhook-settings', {
    webhook: 'standard',
    url,
    hmacKey: KEYS.standard,
    ...user,
  })
  await adyen.control('webhook-settings', {
    webhook: 'tokens',
    url: `${url}/tokens`,
    hmacKey: KEYS.tokens,
    ...user,
  })
})
afterAll(async () => {
  await adyen.stop()
  await shop.close()
  await adyens.drop()
})

async function orderOf(id: OrderId) {
  const order = await findOrder(shop.deps.db, id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

/** The shop does what it owes until the order has this status: webhooks come by themselves, in real time. */
const becomes = (id: OrderId, status: string) =>
  expect
    .poll(
      async () => {
        await shop.settle()
        return statusOf(await orderOf(id)).status
      },
      { timeout: 20_000, interval: 200 },
    )
    .toBe(status)

async function pressed(id: OrderId, press: string): Promise<URL> {
  const reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference
  const { returnUrl } = await adyen.control('wallet', { reference, press })
  return new URL(String(returnUrl))
}

test('a purchase with KakaoPay is paid and given back, with an Adyen that is another process', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const back = await pressed(id, 'Approve')
  expect(back.origin).toBe(shop.deps.shop.baseUrl)
  const token = back.pathname.split('/').at(-1) ?? ''
  await finishPayment(shop.deps, token, back.searchParams.get('redirectResult'))
  expect(statusOf(await orderOf(id)).status).toBe('confirming')
  await becomes(id, 'paid')

  const [money] = (await orderOf(id)).payments
  const wish = { wish: wishId('scratch'), amount: krw(money?.amount.minor ?? 0), reason: 'Broken' }
  await refundOrder(shop.deps, { kind: 'merchant' }, id, wish)
  await becomes(id, 'refunded')
})

test('a purchase that is refused in the wallet ends as the notification says', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  await pressed(id, 'Refuse')
  await becomes(id, 'cancelled')
})
