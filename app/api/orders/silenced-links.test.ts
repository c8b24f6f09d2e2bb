import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, type OrderId } from '@/lib/core/ids'
import { findOrderRow } from '@/lib/db/orders'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet, aRunningSubscription, monthlyForm } from '@/lib/proof/shop/subscriber'
import { POST as endLink } from '../subscriptions/[subscription]/link/route'
import { POST as link } from './[order]/link/route'
import { POST as find } from './find/route'

/* Anybody can place orders in somebody's name and pay none. They take no letter from those who paid. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'x-real-ip' })
  await shop.deps.pool.query('update variants set stock = 1000')
})
afterAll(() => shop.close())

let networks = 0
const form = (fields: Record<string, string>) =>
  new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', 'x-real-ip': `10.0.0.${networks++}` },
  })

async function orderOf(email: string): Promise<OrderId> {
  const input = await aVisitorWithACart(shop)
  const customer = { ...input.customer, email }
  return checkOut(shop, { ...input, customer })
}
async function asksForBoth(order: OrderId) {
  const row = await findOrderRow(shop.deps.db, order)
  await find(form({ number: row?.number ?? '', email: row?.customer.email ?? '' }))
  await link(form({ act: 'cancel' }), { params: Promise.resolve({ order }) })
  await shop.settle()
}
const lettersOf = async (order: OrderId) => {
  const query = shop.deps.db.selectFrom('mails').select('letter').where('orderId', '=', order)
  return (await query.orderBy('letter').execute()).map(({ letter }) => letter)
}

test('who paid is mailed both links, however many unpaid orders have links mailed to the same mailbox', async () => {
  const email = 'victim@example.com'
  const own = await orderOf(email)
  await approveInWallet(shop, own)
  const unpaid = []
  for (let n = 0; n <= mostOf('order_link', 'mailbox'); n++) unpaid.push(await orderOf(email))
  for (const order of unpaid) await asksForBoth(order)
  expect(await lettersOf(unpaid.at(-1) ?? own)).toEqual([])
  await asksForBoth(own)
  expect(await lettersOf(own)).toEqual(['link_cancel', 'order_link', 'paid'])
})

test('who paid is mailed them too when unpaid orders have used up all that the shop mails in an hour', async () => {
  const own = await orderOf('late@example.com')
  await approveInWallet(shop, own)
  for (const what of ['order_link', 'act_link'] as const)
    for (let n = 0; n < mostOf(what, 'shop'); n++) {
      const asker = { network: null, mailbox: `${n}`, browser: null, letter: `${n}` }
      await shop.deps.limiter?.take(what, asker)
    }
  await asksForBoth(own)
  expect(await lettersOf(own)).toEqual(['link_cancel', 'order_link', 'paid'])
})

test('who paid for a subscription is mailed the link that ends it', async () => {
  const email = 'tea@example.com'
  await shop.advance(71 * MINUTE)
  const customer = { ...monthlyForm.customer, email }
  const { id } = await aRunningSubscription(shop, { customer })
  for (let n = 0; n < mostOf('act_link', 'mailbox'); n++) await asksForBoth(await orderOf(email))
  await endLink(form({}), { params: Promise.resolve({ subscription: id }) })
  await shop.settle()
  const query = shop.deps.db.selectFrom('mails').select('id').where('letter', '=', 'link_end')
  expect(await query.execute()).toHaveLength(1)
})
