import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OrderId, SubscriptionId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { listParked } from '@/lib/db/inbox'
import { listDeadLetters } from '@/lib/db/queues'
import { changePlanPrice } from '@/lib/flows/subscription/change-plan-price'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import {
  approveInWallet,
  aRunningSubscription,
  aSubscriber,
  aToken,
  monthlyForm,
  referenceOf,
  sendRecurringContract,
  subscriptionOf,
} from '@/lib/proof/shop/subscriber'
import { accountView } from '@/lib/views/account'
import { orderView, statusView } from '@/lib/views/order'
import { subscriptionsOf } from '@/lib/views/subscription'
import { workOff } from './work'

/* An event that this shop does not know stops what it happened to, and nothing else. */

let shop: TestShop
let logged: { message: string; why: string }[]
beforeEach(async () => {
  shop = await openShop()
  logged = []
})
afterEach(() => shop.close())

const query = async (text: string, ...values: unknown[]) =>
  (await shop.deps.pool.query(text, values)).rows

const STRANGE = '{"v":9,"type":"exploded"}'
const breakOrder = (id: OrderId) =>
  query(`insert into order_events values ($1, 900, now(), $2)`, id, STRANGE)
const breakSubscription = (id: SubscriptionId) =>
  query(`insert into subscription_events values ($1, 900, now(), $2)`, id, STRANGE)
const mend = async () => {
  await query('delete from order_events where seq = 900')
  await query('delete from subscription_events where seq = 900')
}

/** Works as a worker does, and remembers what it logs. */
const work = () =>
  workOff(
    {
      ...shop.deps,
      log: (message, { why }) => {
        logged.push({ message, why: String(why) })
      },
    },
    5_000,
  )
const tryAgain = async () => {
  await query(`update pgboss.job set start_after = now() where state = 'retry'`)
  await work()
}

const order = async () => checkOut(shop, await aVisitorWithACart(shop))
const statusOf = async (id: OrderId) => (await statusView(shop.deps.db, id))?.status
/** The shopper approves at the wallet, and the notification lies in the inbox. */
async function pay(id: OrderId) {
  await shop.press(await referenceOf(shop, id), 'Approve without returning')
  await shop.deps.clock.advance(5_000)
  await shop.simulator.deliverDue()
}

test('the worker does the other orders’ jobs, and the notification waits where a person sees it', async () => {
  const [strange, other] = [await order(), await order()]
  await breakOrder(strange)
  for (const id of [strange, other]) await pay(id)
  await work()
  expect([await statusOf(strange), await statusOf(other)]).toEqual(['awaiting_payment', 'paid'])
  expect(await listParked(shop.deps.db)).toMatchObject([
    { parkedWhy: 'unreadable_event', reference: await referenceOf(shop, strange) },
  ])
  expect(logged).toEqual([
    {
      message: 'A job failed and is tried again',
      why: `The order ${strange} is stopped, and no other: its event 900 (type exploded, version 9) is none that this shop knows. Run the version of the shop that wrote it, or mend it in the database: order_events, order_id '${strange}', seq 900.`,
    },
  ])
})

test('once the event can be read, the notification is applied by itself', async () => {
  const id = await order()
  await breakOrder(id)
  await pay(id)
  await work()
  await tryAgain()
  expect(await statusOf(id)).toBe('awaiting_payment')
  await mend()
  await tryAgain()
  expect(await statusOf(id)).toBe('paid')
  expect(await listParked(shop.deps.db)).toEqual([])
  expect(await listDeadLetters(shop.deps.db)).toEqual([])
})

test('its page stops with that sentence, its status says what was known, and the list shows all orders', async () => {
  const { first, shopper } = await aSubscriber(shop)
  const other = await order()
  await pay(other)
  await work()
  await breakOrder(first)
  const { db } = shop.deps
  const now = await shop.deps.clock.now()
  await expect(orderView(db, first, askerWith(), { locale: 'ko', now })).rejects.toThrow(first)
  expect(await orderView(db, other, askerWith(), { locale: 'ko', now })).toMatchObject({
    id: other,
  })
  expect(await statusOf(first)).toBe('awaiting_payment')
  const who = { shopper, email: monthlyForm.customer.email, session: '' }
  const { orders } = await accountView(db, who)
  expect(orders.map(({ id }) => id).sort()).toEqual([first, other].sort())
})

/** Two subscriptions of one shopper, of which the first cannot be read. */
async function aPair() {
  const strange = await aSubscriber(shop)
  const tea = { ...monthlyForm, plan: 'corn-tea-weekly', total: 5_900, price: 5_900 }
  const visitor = shop.deps.newId()
  const begun = await subscribe(shop.deps, { ...tea, shopper: strange.shopper, visitor })
  if (begun.kind !== 'redirect') throw new Error(`not a redirect but ${begun.kind}`)
  const [row] = await query('select subscription_id as id from orders where id = $1', begun.order)
  return { strange, other: { id: row.id as SubscriptionId, first: begun.order } }
}

test('a subscription that cannot be read is left out of its shopper’s list, and hears of no wallet; the other does', async () => {
  await shop.control('switches', { token: 'none' })
  const { strange, other } = await aPair()
  for (const { first } of [strange, other]) await approveInWallet(shop, first)
  await breakSubscription(strange.id)
  await sendRecurringContract(shop, other.first, aToken)
  const list = await subscriptionsOf(shop.deps.db, strange.shopper, 'ko')
  expect(list.map(({ id }) => id)).toEqual([other.id])
  expect((await subscriptionOf(shop, other.id)).sub.token).toBe(aToken)
  expect(await listParked(shop.deps.db)).toMatchObject([{ parkedWhy: 'unreadable_event' }])
})

test('a new price reaches every subscription that can be read', async () => {
  const strange = await aRunningSubscription(shop)
  const customer = { ...monthlyForm.customer, email: 'other@example.com' }
  const other = await aRunningSubscription(shop, { customer })
  await breakSubscription(strange.id)
  expect(await changePlanPrice(shop.deps, { kind: 'merchant' }, monthlyForm.plan, 12_000)).toBe(1)
  expect((await subscriptionOf(shop, other.id)).sub.terms.price).toEqual(krw(12_000))
  await mend()
  expect((await subscriptionOf(shop, strange.id)).sub.terms.price).toEqual(krw(16_200))
})

test('terms that cannot be read stop their subscription alone', async () => {
  const strange = await aRunningSubscription(shop)
  await query(`update subscriptions set terms = '{}' where id = $1`, strange.id)
  await expect(subscriptionOf(shop, strange.id)).rejects.toThrow(
    `The subscription ${strange.id} is stopped, and no other: its terms cannot be read.`,
  )
  expect(await subscriptionsOf(shop.deps.db, strange.shopper, 'ko')).toEqual([])
})

test('a job that is no JSON keeps no other from being done', async () => {
  const id = await order()
  await pay(id)
  await query(`insert into jobs_due (name, payload, due_at) values ('mail', '{', now())`)
  await work()
  expect(await statusOf(id)).toBe('paid')
  expect(logged.map(({ why }) => why)).toEqual(['a job of an unknown kind'])
})
