import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder } from '@/lib/db/orders'
import { findAlive } from '@/lib/db/subscriptions'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { aShopper, monthlyForm } from '@/lib/proof/shop/subscriber'
import { checkoutView } from '@/lib/views/checkout'
import { orderView } from '@/lib/views/order'
import { type PaymentInput, startPayment } from '../payment/start-payment'
import { changeSubscription } from '../subscription/change-subscription'
import { subscribe } from '../subscription/subscribe'
import { cancelOrder } from './cancel-order'

/* Whoever orders again and again without paying keeps nothing from others. Every page says before that this can be. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on' })
  await shop.deps.pool.query('update variants set stock = 1000')
})
afterAll(() => shop.close())
// Nothing of the test before counts.
beforeEach(() => shop.advance(71 * MINUTE))

let people = 0
/** Somebody whom nothing connects with anybody else. */
async function aStranger(alike: Partial<PaymentInput['customer']> = {}): Promise<PaymentInput> {
  const mine = ++people
  const input = await aVisitorWithACart(shop)
  const phone = `+8210${String(10_000_000 + mine)}`
  const own = { email: `stranger${mine}@example.com`, phone, addressDetail: `${mine}호` }
  const network = `2001:db8:0:${mine.toString(16)}::/64`
  return { ...input, network, customer: { ...input.customer, ...own, ...alike } }
}

const isHeld = async (id: OrderId) => (await findOrder(shop.deps.db, id))?.stockHeld

const ways: Record<string, (number: number) => Promise<PaymentInput>> = {
  'one mailbox': (number) => aStranger({ email: `same.person+${number}@gmail.com` }),
  'one phone': () => aStranger({ phone: '+821099998888' }),
  'one address': (number) =>
    aStranger({ address: '서울 중구 1', addressDetail: number % 2 ? '1층 2호' : '1층2호' }),
}

test.each(Object.entries(ways))(
  'the fourth unpaid order of %s puts nothing aside, and can be paid',
  async (_, next) => {
    for (const number of [1, 2, 3])
      expect(await isHeld(await checkOut(shop, await next(number)))).toBe(true)
    const order = await checkOut(shop, await next(4))
    expect(await isHeld(order)).toBe(false)

    const attempt = await findAttemptByNumber(shop.deps.db, order, 1)
    await shop.press(attempt?.reference ?? '', 'Approve without returning')
    await shop.advance(10 * SECOND)
    expect(await findOrder(shop.deps.db, order)).toMatchObject({ stockHeld: true })
    expect((await findOrder(shop.deps.db, order))?.paidBy).not.toBeNull()
  },
)

test('an order that was cancelled counts, so that nobody begins the time anew with another', async () => {
  const next = () => aStranger({ phone: '+821077776666' })
  for (const _ of [1, 2, 3]) await cancelOrderOf(await checkOut(shop, await next()))
  expect(await isHeld(await checkOut(shop, await next()))).toBe(false)
})
const cancelOrderOf = (id: OrderId) => cancelOrder(shop.deps, { kind: 'merchant' }, id)

test('orders that were paid, and those of long ago, do not count', async () => {
  const next = () => aStranger({ phone: '+821055554444' })
  for (const _ of [1, 2, 3]) {
    const order = await checkOut(shop, await next())
    const attempt = await findAttemptByNumber(shop.deps.db, order, 1)
    await shop.press(attempt?.reference ?? '', 'Approve without returning')
    await shop.advance(10 * SECOND)
  }
  for (const _ of [1, 2, 3]) expect(await isHeld(await checkOut(shop, await next()))).toBe(true)
  expect(await isHeld(await checkOut(shop, await next()))).toBe(false)
  await shop.advance(71 * MINUTE)
  expect(await isHeld(await checkOut(shop, await next()))).toBe(true)
})

test('the twentieth unpaid order of one network puts nothing aside, however many are placed at once', async () => {
  const network = '198.51.100.7'
  const strangers = await Promise.all(Array.from({ length: 24 }, () => aStranger()))
  const started = await Promise.all(
    strangers.map((input) => startPayment(shop.deps, { ...input, network })),
  )
  const orders = started.flatMap((each) => ('order' in each ? [each.order] : []))
  const held = await Promise.all(orders.map(isHeld))
  expect(held.filter((is) => is === true)).toHaveLength(19)
  expect(held.filter((is) => is === false)).toHaveLength(5)
})

test('who begins a subscription and ends it unpaid, again and again, keeps nothing from others', async () => {
  const { deps } = shop
  const shopper = await aShopper(shop)
  const form = { ...monthlyForm, shopper, visitor: deps.newId(), network: '198.51.100.9' }
  const end = { kind: 'cancel', who: 'shopper', when: 'now' } as const
  for (const _ of [1, 2, 3]) {
    const begun = await subscribe(deps, form)
    if (begun.kind !== 'redirect') throw new Error(begun.kind)
    expect(await isHeld(begun.order)).toBe(true)
    const id = await findAlive(deps.db, shopper, form.plan)
    if (id) await changeSubscription(deps, askerWith({ shopper }), { id, change: end })
    await shop.advance(MINUTE)
  }
  const fourth = await subscribe(deps, form)
  if (fourth.kind !== 'redirect') throw new Error(fourth.kind)
  expect(await isHeld(fourth.order)).toBe(false)
})

test('nobody reads from a page, before or after, whether others with that mailbox have unpaid orders', async () => {
  const pagesOf = async (input: PaymentInput) => {
    const { db, pool, clock } = shop.deps
    const { visitor, customer } = input
    const draft = JSON.stringify(customer)
    await pool.query('update carts set draft = $1 where id = $2', [draft, visitor])
    const before = await checkoutView(shop.deps, visitor, { locale: 'ko', showMistakes: false })
    const order = await checkOut(shop, input)
    const asked = { locale: 'ko', now: await clock.now() } as const
    const after = await orderView(db, order, askerWith({ visitor }), asked)
    return { held: await isHeld(order), shown: { before, after } }
  }
  const email = 'page@example.com'
  const first = await pagesOf(await aStranger({ email }))
  for (const _ of [1, 2]) await checkOut(shop, await aStranger({ email }))
  const fourth = await pagesOf(await aStranger({ email }))
  expect([first.held, fourth.held]).toEqual([true, false])
  expect(alike(fourth.shown)).toEqual(alike(first.shown))
})

/** Without what is each order's own. */
const alike = (shown: object): unknown =>
  JSON.parse(
    JSON.stringify(shown, (name, value) =>
      own.has(name) || typeof value === 'number' ? null : value,
    ),
  )
const own = new Set(
  'id number checkout phone addressDetail placedAt updatedAt url draft'.split(' '),
)

test('no address of a network is stored', async () => {
  const input = { ...(await aStranger()), network: '203.0.113.99' }
  await checkOut(shop, input)
  const { rows } = await shop.deps.pool.query('select key from order_askers')
  expect(rows.length).toBeGreaterThan(0)
  for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
})
