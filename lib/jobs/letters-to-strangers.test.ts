import { afterEach, beforeEach, expect, test } from 'vitest'
import { POST as postReturn } from '@/app/api/orders/[order]/return/route'
import { POST as postWithdraw } from '@/app/api/orders/[order]/withdraw/route'
import { MINUTE } from '@/lib/core/ids'
import { enqueue } from '@/lib/db/queues'
import { changeSubscription } from '@/lib/flows/subscription/change-subscription'
import { aDeliveredOrder, postedBy } from '@/lib/proof/shop/jars'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet, aRunningSubscription, lettersTo } from '@/lib/proof/shop/subscriber'

/* Whoever types an address has no more letters mailed to it than its owner can bear. */

let shop: TestShop
beforeEach(async () => {
  shop = await openShop({ RATE_LIMITS: 'on' })
})
afterEach(() => shop.close())

const email = 'stranger@example.org'
const most = mostOf('bad_news', 'mailbox')

const orderFor = async (address: string) => {
  const input = await aVisitorWithACart(shop)
  const customer = { ...input.customer, email: address }
  return checkOut(shop, { ...input, customer })
}

/** As long as an order waits to be paid, and its bad news for better. */
async function timesRunOut() {
  await shop.advance(71 * MINUTE)
  for (let time = 0; time < 2; time++) await shop.advance(11 * MINUTE)
}

const kinds = async (address = email) => new Set(await lettersTo(shop, address))

test('orders that nobody pays do not fill the mailbox of a stranger, by whichever of its addresses', async () => {
  const addresses = Array.from({ length: most + 4 }, (_, n) => `stranger+${n}@example.org`)
  for (const address of addresses) await orderFor(address)
  const said: unknown[] = []
  Reflect.set(shop.deps, 'log', (...line: unknown[]) => said.push(line))
  await timesRunOut()
  const got = await Promise.all(addresses.map((address) => lettersTo(shop, address)))
  expect(got.flat()).toHaveLength(most)
  expect(JSON.stringify(said)).toContain('A letter was left out')
  expect(JSON.stringify(said)).not.toContain('stranger')
})

test('a letter about money comes however many came before it', async () => {
  for (let n = 0; n < most + 1; n++) await orderFor(email)
  await timesRunOut()
  const paid = await orderFor(email)
  await approveInWallet(shop, paid)
  expect(await kinds()).toContain('paid')
  await cancelOwnOrder(shop.deps, paid)
  await shop.settle()
  expect(await kinds()).toContain('refund_requested')
})

test('a letter that a mail server refused is tried again without being counted again', async () => {
  let tries = 0
  Reflect.set(shop.deps, 'sendMail', async () => {
    if (tries++ < most + 2) throw new Error('the mail server is away')
  })
  const order = await orderFor(email)
  await timesRunOut()
  const [letter] = await shop.deps.db
    .selectFrom('mails')
    .select(['letter', 'eventAt'])
    .where('orderId', '=', order)
    .execute()
  if (!letter) throw new Error('nobody was told')
  const payload = { order, letter: letter.letter, event: letter.eventAt.getTime() }
  const due = await shop.deps.clock.now()
  for (let n = 0; n < most + 3; n++) {
    await enqueue(shop.deps.db, [{ name: 'mail', payload, due }])
    await shop.settle()
  }
  const { rows } = await shop.deps.pool.query('select sent_at from mails where order_id = $1', [
    order,
  ])
  expect(rows).toEqual([{ sent_at: expect.any(Date) }])
})

test('who leaves and stays, again and again, has no letter mailed each time', async () => {
  const { id, shopper } = await aRunningSubscription(shop)
  const change = (change: Parameters<typeof changeSubscription>[2]['change']) =>
    changeSubscription(shop.deps, askerWith({ shopper }), { id, change })
  for (let n = 0; n < mostOf('leaving', 'mailbox') + 4; n++) {
    await change({ kind: 'cancel', who: 'shopper', when: 'period_end' })
    await change({ kind: 'stay' })
    await shop.advance(MINUTE)
  }
  const leaving = (await lettersTo(shop)).filter((letter) => letter === 'subscription_leaving')
  expect(leaving).toHaveLength(mostOf('leaving', 'mailbox'))
})

test('who asks for returns again and again, of one order or of many, has no letter mailed each time', async () => {
  for (let order = 0; order < 2; order++) {
    const bought = await aDeliveredOrder(shop)
    for (let n = 0; n < most; n++) {
      const all = { 'line-1': '3', ground: 'faulty', remedy: 'money' }
      await postedBy(shop, postReturn, bought, { ...all, claim: shop.deps.newId() })
      await postedBy(shop, postWithdraw, bought, { claim: `${n + 1}` })
    }
  }
  const asked = (await lettersTo(shop)).filter((letter) => letter === 'claim_opened')
  expect(asked).toHaveLength(mostOf('claiming', 'mailbox'))
})
