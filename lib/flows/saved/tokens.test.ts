import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import { type AttemptId, HOUR, MINUTE, type TokenId } from '@/lib/core/ids'
import { subscriptionStatusOf } from '@/lib/core/subscription'
import { isBeingSaved, listSavedMethods } from '@/lib/db/saved-methods'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import {
  approveInWallet,
  aRunningSubscription,
  aShopper,
  aSubscriber,
  aToken,
  monthlyForm,
  passDays,
  periodsOf,
  referenceOf,
  type Subscriber,
  sendRecurringContract,
  subscriptionOf,
  untilRowsAreAwaited,
} from '@/lib/proof/shop/subscriber'
import { subscribe } from '../subscription/subscribe'
import { learnToken } from './learn-token'
import { removeSaved } from './remove-saved'

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const set = (settings: object) => shop.control('switches', settings)
const wallets = ({ shopper }: Subscriber) => listSavedMethods(shop.deps.db, shopper)
const statusNow = async ({ id }: Subscriber) =>
  subscriptionStatusOf((await subscriptionOf(shop, id)).sub)
const parked = async () =>
  (
    await shop.deps.pool.query(
      'select event_code, parked_why from webhook_inbox where parked_why is not null',
    )
  ).rows

// Lived day by day, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('a saved KakaoPay is learnt', () => {
  test.each([
    ['from RECURRING_CONTRACT alone', { token: 'recurring_contract' }],
    ['from the token webhook alone', { token: 'token_webhook' }],
    ['from both, as one', { token: 'both' }],
    ['before the AUTHORISATION', { tokenOrder: 'before' }],
    ['twice and in the wrong order', { duplicates: 2, reorder: true }],
    ['when what is not signed names the shopper too', { additionalData: 'everywhere' }],
  ])('%s', async (_, settings) => {
    await set(settings)
    const subscriber = await aRunningSubscription(shop)
    expect(await wallets(subscriber)).toHaveLength(1)
    expect(await statusNow(subscriber)).toBe('active')
    expect(await parked()).toEqual([])
  })
  test('hours later, and reads as being saved until then', async () => {
    await set({ tokenDelayMs: 3 * HOUR })
    const subscriber = await aRunningSubscription(shop)
    expect(await isBeingSaved(shop.deps.db, subscriber.shopper)).toBe(true)
    expect(await statusNow(subscriber)).toBe('pending_token')
    for (let hour = 0; hour < 4; hour++) await shop.advance(HOUR)
    expect(await isBeingSaved(shop.deps.db, subscriber.shopper)).toBe(false)
    expect(await statusNow(subscriber)).toBe('active')
  })
  test('by asking Adyen, when no notification ever comes', async () => {
    await set({ token: 'none' })
    const subscriber = await aRunningSubscription(shop)
    expect(await wallets(subscriber)).toEqual([])
    await shop.advance(11 * 60_000)
    expect(await wallets(subscriber)).toHaveLength(1)
    expect(await statusNow(subscriber)).toBe('active')
  })
  test('at once, when the token named a payment that we had not heard of yet', async () => {
    await set({ token: 'none', delayMs: HOUR })
    const subscriber = await aSubscriber(shop)
    const reference = await referenceOf(shop, subscriber.first)
    await shop.press(reference, 'Approve without returning')
    await set({ delayMs: 0 })
    const { rows } = await shop.deps.pool.query(
      'select psp_reference from simulator.payments where reference = $1',
      [reference],
    )
    await sendRecurringContract(shop, subscriber.first, aToken, {
      reference: 'as-the-till-calls-it',
      originalReference: rows[0].psp_reference,
    })
    expect((await parked()).map(({ parked_why }) => parked_why)).toEqual(['unknown_payment'])
    await shop.advance(HOUR)
    await shop.advance(MINUTE)
    expect((await wallets(subscriber)).map((wallet) => wallet.token)).toEqual([aToken])
    expect(await parked()).toEqual([])
  })
  test('and is asked for once, not for the charges that it pays', async () => {
    const subscriber = await aRunningSubscription(shop)
    await passDays(shop, 40)
    expect(await periodsOf(shop, subscriber.id)).toHaveLength(2)
    const { rows } = await shop.deps.pool.query(
      `select payload::jsonb->'tries' from jobs_due where name = 'ask_token'
       union all select data->'payload'->'tries' from pgboss.job where data->>'name' = 'ask_token'`,
    )
    expect(rows).toHaveLength(1)
  })
  test('with two of one shopper at the same instant: neither waits for the other in vain', async () => {
    const { deps } = shop
    const { shopper } = await aSubscriber(shop)
    const tea = { ...monthlyForm, plan: 'corn-tea-weekly', total: 5_900, price: 5_900 }
    await subscribe(deps, { ...tea, shopper, visitor: deps.newId() })
    const { rows } = await deps.pool.query(
      `select attempts.id from attempts join orders on orders.id = order_id order by subscription_id`,
    )
    const held = await deps.pool.connect()
    await held.query('begin')
    await held.query('select from subscriptions for update')
    const now = await deps.clock.now()
    const learn = (token: string, attempt: AttemptId) => {
      const news = { token: token as TokenId, method: 'kakaopay', shopper, attempt }
      return deps.db.transaction().execute((tx) => learnToken(tx, deps, news, now))
    }
    const both = [learn('ONE', rows[0].id), learn('OTHER', rows[1].id)]
    await untilRowsAreAwaited(shop, 2)
    await held.query('commit')
    held.release()
    expect(await Promise.all(both)).toEqual([null, null])
  })
  test('not from a payment that was refused', async () => {
    const subscriber = await aSubscriber(shop)
    await shop.press(await referenceOf(shop, subscriber.first), 'Refuse')
    await shop.advance(DAY)
    expect(await wallets(subscriber)).toEqual([])
    expect(await isBeingSaved(shop.deps.db, subscriber.shopper)).toBe(false)
  })
})

describe('news of a token that does not fit is parked, and saves nothing', () => {
  const contract = (reference: string, more = {}) =>
    shop.control('notifications', {
      reference,
      eventCode: 'RECURRING_CONTRACT',
      success: true,
      pspReference: 'M5N7TQ4TG5PFWR50',
      ...more,
    })
  const count = async () =>
    Number((await shop.deps.pool.query('select count(*) from saved_methods')).rows[0].count)

  test('of a payment that nobody made here', async () => {
    await contract('somebody-elses', { originalReference: 'NC6HT9CRT65ZGN82' })
    await shop.advance(2_000)
    expect(await parked()).toEqual([
      { event_code: 'RECURRING_CONTRACT', parked_why: 'unknown_payment' },
    ])
    expect(await count()).toBe(0)
  })
  test('that names another shopper than the one who paid', async () => {
    await set({ token: 'none' })
    const { first } = await aRunningSubscription(shop)
    const additionalData = { 'recurring.shopperReference': 'somebody-else' }
    await contract(await referenceOf(shop, first), { additionalData })
    await shop.advance(2_000)
    expect((await parked()).map(({ parked_why }) => parked_why)).toEqual(['wrong_shopper'])
    expect(await count()).toBe(0)
  })
  test('of another merchant account', async () => {
    await set({ token: 'none' })
    const { first } = await aRunningSubscription(shop)
    await contract(await referenceOf(shop, first), { merchantAccountCode: 'Other' })
    await shop.advance(2_000)
    expect((await parked()).map(({ parked_why }) => parked_why)).toEqual(['wrong_merchant_account'])
  })
  test('that is another shopper’s already', async () => {
    const one = await aRunningSubscription(shop)
    const [wallet] = await wallets(one)
    const customer = {
      ...(await subscriptionOf(shop, one.id)).row.customer,
      email: 'b@example.com',
    }
    await set({ token: 'none' })
    const other = await aRunningSubscription(shop, { customer })
    await contract(await referenceOf(shop, other.first), { pspReference: wallet?.token })
    await shop.advance(2_000)
    expect((await parked()).map(({ parked_why }) => parked_why)).toEqual(['wrong_shopper'])
    expect(await wallets(other)).toEqual([])
  })
})

describe('a saved KakaoPay that is gone', () => {
  test('removed by the shopper: its subscription ends, and Adyen forgets it', async () => {
    const subscriber = await aRunningSubscription(shop)
    const [wallet] = await wallets(subscriber)
    if (!wallet) throw new Error('nothing was saved')
    expect(
      await removeSaved(shop.deps, askerWith({ shopper: subscriber.shopper }), wallet.id),
    ).toBe(true)
    expect(
      await removeSaved(shop.deps, askerWith({ shopper: subscriber.shopper }), wallet.id),
    ).toBe(true)
    expect(await statusNow(subscriber)).toBe('ended')
    await shop.advance(5_000)
    expect(await shop.deps.adyen.storedFor(subscriber.shopper)).toEqual([])
    await passDays(shop, 40)
    expect(await statusNow(subscriber)).toBe('ended')
    expect(await parked()).toEqual([])
  })
  test('is forgotten at Adyen also when Adyen is away at first', async () => {
    const subscriber = await aRunningSubscription(shop)
    const [wallet] = await wallets(subscriber)
    if (!wallet) throw new Error('nothing was saved')
    await shop.control('faults', { on: 'storedPaymentMethods', kind: 'error_500', times: 2 })
    await removeSaved(shop.deps, askerWith({ shopper: subscriber.shopper }), wallet.id)
    await shop.advance(1_000)
    expect(await shop.deps.adyen.storedFor(subscriber.shopper).catch(() => 'away')).not.toEqual([])
    await shop.advance(HOUR)
    expect(await shop.deps.adyen.storedFor(subscriber.shopper)).toEqual([])
  })
  test('is somebody else’s: as if it were not there', async () => {
    const subscriber = await aRunningSubscription(shop)
    const [wallet] = await wallets(subscriber)
    const stranger = await aShopper(shop, 'stranger@example.com')
    expect(
      wallet && (await removeSaved(shop.deps, askerWith({ shopper: stranger }), wallet.id)),
    ).toBe(false)
    expect(await statusNow(subscriber)).toBe('active')
  })
  test('unlinked inside KakaoPay: its subscription ends, nothing is charged', async () => {
    const subscriber = await aRunningSubscription(shop)
    await shop.control('tokens/unlink', { shopperReference: subscriber.shopper })
    await shop.advance(5_000)
    expect(await wallets(subscriber)).toEqual([])
    expect((await subscriptionOf(shop, subscriber.id)).sub.over).toEqual({
      status: 'ended',
      why: 'token_lost',
    })
  })
  test('unlinked before we heard that it was saved: it is never charged', async () => {
    await set({ token: 'none' })
    const subscriber = await aSubscriber(shop)
    await approveInWallet(shop, subscriber.first)
    await shop.control('tokens/unlink', { shopperReference: subscriber.shopper })
    await shop.advance(5_000)
    expect(await wallets(subscriber)).toEqual([])
    expect(await statusNow(subscriber)).toBe('pending_token')
  })
})
