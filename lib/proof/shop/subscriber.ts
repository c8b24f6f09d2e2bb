import { DAY } from '@/lib/core/calendar'
import {
  HOUR,
  type OrderId,
  type ShopperId,
  type SubscriptionId,
  type TokenId,
} from '@/lib/core/ids'
import { findAlive, findSubscription } from '@/lib/db/subscriptions'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import type { TestShop } from './shop'

export const customer = {
  name: '김노랑',
  email: 'norang@example.com',
  phone: '+821012345678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '1층',
  deliveryNote: '',
}

/** Somebody with an account. */
export async function aShopper({ deps }: TestShop, email = customer.email): Promise<ShopperId> {
  const [id, shopper] = [deps.newId(), deps.newKey()]
  await deps.pool.query(
    `insert into users (id, name, email, email_verified, created_at, updated_at)
     values ($1, '', $2, true, now(), now())`,
    [id, email],
  )
  await deps.pool.query(
    'insert into shoppers (id, user_id, email, created_at) values ($1, $2, $3, now())',
    [shopper, id, email],
  )
  return shopper as ShopperId
}

export const monthlyForm = {
  plan: 'chrysanthemum-monthly',
  number: 1,
  method: 'kakaopay',
  total: 9_900,
  price: 16_200,
  customer,
  locale: 'ko',
  network: '192.0.2.1',
} as const

export type Subscriber = {
  readonly shopper: ShopperId
  readonly id: SubscriptionId
  readonly first: OrderId
}

/** Subscribes by the form, until the wallet. */
export async function aSubscriber(shop: TestShop, input = {}): Promise<Subscriber> {
  const { deps } = shop
  const about = { ...monthlyForm, visitor: deps.newId(), ...input }
  const shopper = await aShopper(shop, about.customer.email)
  const started = await subscribe(deps, { ...about, shopper })
  if (started.kind !== 'redirect') throw new Error(`not a redirect but ${started.kind}`)
  const id = await findAlive(deps.db, shopper, about.plan)
  if (!id) throw new Error('no subscription was made')
  return { shopper, id, first: started.order }
}

/** The reference of an order's newest attempt, as Adyen knows it. */
export async function referenceOf({ deps }: TestShop, order: OrderId): Promise<string> {
  const { rows } = await deps.pool.query(
    'select reference from attempts where order_id = $1 order by number desc limit 1',
    [order],
  )
  return rows[0].reference
}

/** Approves at the wallet, and lets all news of it arrive. */
export async function approveInWallet(shop: TestShop, order: OrderId): Promise<void> {
  await shop.press(await referenceOf(shop, order), 'Approve')
  await shop.advance(10_000)
}

/** A subscription that runs: its first order is paid and its wallet is saved. */
export async function aRunningSubscription(shop: TestShop, input = {}): Promise<Subscriber> {
  const subscriber = await aSubscriber(shop, input)
  await approveInWallet(shop, subscriber.first)
  return subscriber
}

export const aToken = 'M5N7TQ4TG5PFWR50' as TokenId

/** RECURRING_CONTRACT for an order's payment. */
export async function sendRecurringContract(
  shop: TestShop,
  order: OrderId,
  pspReference: string,
  more = {},
) {
  const reference = await referenceOf(shop, order)
  const about = { reference, eventCode: 'RECURRING_CONTRACT', success: true, pspReference }
  await shop.control('notifications', { ...about, ...more })
  await shop.advance(3_000)
}

/** How charges of saved wallets end from now on. */
export const setChargeResult = (shop: TestShop, contAuth: string) =>
  shop.control('switches', { contAuth })

const NOON_IN_SEOUL = 3 * HOUR // of UTC, nine hours behind

/**
 * Moves the clock to the next 15th at noon in Seoul: 31 days later every monthly charge has fallen due once, whatever
 * day and hour the test is run at.
 */
export async function startMidMonth({ deps }: TestShop): Promise<void> {
  const now = await deps.clock.now()
  const today = new Date(now)
  const noonOf = (month: number) => Date.UTC(today.getUTCFullYear(), month, 15) + NOON_IN_SEOUL
  const month = today.getUTCMonth()
  await deps.clock.advance((noonOf(month) > now ? noonOf(month) : noonOf(month + 1)) - now)
}

/** Lets days pass one by one, with everything that falls due in them. */
export async function passDays(shop: TestShop, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await shop.deps.clock.advance(DAY)
    if (await isQuiet(shop)) continue
    await shop.settle()
    // What a notification answers comes a moment after what it was asked.
    await shop.advance(5_000)
  }
}

/** Nothing happens on most days. */
async function isQuiet({ deps, simulator }: TestShop): Promise<boolean> {
  if ((await simulator.deliverDue()) > 0) return false
  const due = await deps.nextDue()
  return due === null || due > (await deps.clock.now())
}

export async function subscriptionOf({ deps }: TestShop, id: SubscriptionId) {
  const found = await findSubscription(deps.db, id)
  if (!found) throw new Error(`no subscription ${id}`)
  return found
}

/** The orders of a subscription, first period first. */
export async function periodsOf({ deps }: TestShop, id: SubscriptionId) {
  const { rows } = await deps.pool.query(
    `select id, period, status, amount::int, refunded::int from orders
     where subscription_id = $1 order by period`,
    [id],
  )
  return rows as { id: OrderId; period: number; status: string; amount: number }[]
}

/** The letters that somebody got, by kind, oldest first. */
export async function lettersTo({ deps }: TestShop, email = customer.email): Promise<string[]> {
  const { rows } = await deps.pool.query(
    'select letter from mails where recipient = $1 order by id',
    [email],
  )
  return rows.map(({ letter }) => letter)
}

/** Waits until so many want rows that somebody else holds. */
export async function untilRowsAreAwaited(shop: TestShop, many: number): Promise<void> {
  const { rows } = await shop.deps.pool.query(
    `select count(*)::int as many from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  if (rows[0].many >= many) return
  await new Promise((resolve) => setTimeout(resolve, 50))
  await untilRowsAreAwaited(shop, many)
}
