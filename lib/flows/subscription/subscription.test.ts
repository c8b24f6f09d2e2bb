import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import { HOUR, MINUTE } from '@/lib/core/ids'
import { dueAt, subscriptionStatusOf } from '@/lib/core/subscription'
import { findPlan } from '@/lib/db/goods/plans'
import { findOrder } from '@/lib/db/orders'
import { listSavedMethods } from '@/lib/db/saved-methods'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import {
  approveInWallet,
  aRunningSubscription,
  aShopper,
  aSubscriber,
  lettersTo,
  monthlyForm,
  passDays,
  periodsOf,
  referenceOf,
  setChargeResult,
  startMidMonth,
  subscriptionOf,
  untilRowsAreAwaited,
} from '@/lib/proof/shop/subscriber'
import { payAgain } from '../payment/pay-again'
import { record } from '../record'
import { removeSaved } from '../saved/remove-saved'
import { changePlanPrice } from './change-plan-price'
import { changeSubscription } from './change-subscription'
import { chargePeriod } from './charge-period'
import { recordSubscription } from './record-subscription'
import { renewDue } from './renew-due'
import { subscribe } from './subscribe'

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
  await startMidMonth(shop)
})
afterEach(() => shop.close())

const count = async (what: string) =>
  Number((await shop.deps.pool.query(`select count(*) from ${what}`)).rows[0].count)
const paymentsAtAdyen = () => count('simulator.payments where authorised_at is not null')
const statusNow = async (id: Parameters<typeof subscriptionOf>[1]) =>
  subscriptionStatusOf((await subscriptionOf(shop, id)).sub)

describe('subscribing', () => {
  test('pays the first period at the wallet, and asks there to save it for this shopper', async () => {
    const { id, first, shopper } = await aSubscriber(shop)
    const { rows } = await shop.deps.pool.query('select shopper_reference from simulator.payments')
    expect(rows).toEqual([{ shopper_reference: shopper }])
    expect(await statusNow(id)).toBe('pending_token')
    await shop.control('switches', { tokenDelayMs: HOUR })
    await shop.press(await referenceOf(shop, first), 'Approve')
    await shop.advance(1_000)
    expect(await statusNow(id)).toBe('pending_token')
    await shop.advance(HOUR)
    expect(await statusNow(id)).toBe('active')
    expect(await lettersTo(shop)).toEqual(['paid', 'subscription_started'])
  })
  test('twice by a double click, in two tabs, is one subscription and one order', async () => {
    const shopper = await aShopper(shop)
    const input = { ...monthlyForm, shopper, visitor: shop.deps.newId() }
    const both = await Promise.all([subscribe(shop.deps, input), subscribe(shop.deps, input)])
    expect(both.map(({ kind }) => kind)).toEqual(['redirect', 'redirect'])
    expect([await count('subscriptions'), await count('orders')]).toEqual([1, 1])
    expect(await count('simulator.payments')).toBe(1)
  })
  test('again while it runs leads to the one that there is', async () => {
    const { shopper, id } = await aRunningSubscription(shop)
    const again = await subscribe(shop.deps, {
      ...monthlyForm,
      shopper,
      visitor: shop.deps.newId(),
    })
    expect(again).toEqual({ kind: 'already', subscription: id })
  })
  test('cancelled at the wallet, and tried again: the same order, paid the second time', async () => {
    const { shopper, id, first } = await aSubscriber(shop)
    await shop.press(await referenceOf(shop, first), 'Refuse')
    await shop.advance(10_000)
    const again = { ...monthlyForm, number: 2, shopper, visitor: shop.deps.newId() }
    expect(await subscribe(shop.deps, again)).toMatchObject({ kind: 'redirect', order: first })
    await approveInWallet(shop, first)
    expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual(['paid'])
  })
  test('again with a corrected address sends the later deliveries there too', async () => {
    const { shopper, id, first } = await aSubscriber(shop)
    await shop.press(await referenceOf(shop, first), 'Refuse')
    await shop.advance(10_000)
    const customer = {
      ...monthlyForm.customer,
      address: '부산광역시 해운대구 1',
      postcode: '48094',
    }
    const again = { ...monthlyForm, customer, number: 2, shopper, visitor: shop.deps.newId() }
    expect(await subscribe(shop.deps, again)).toMatchObject({ kind: 'redirect' })
    expect((await subscriptionOf(shop, id)).row.customer).toEqual(customer)
    // Back in the tab of the first try, which is over: nothing is sent to where it said.
    await subscribe(shop.deps, { ...again, customer: monthlyForm.customer, number: 1 })
    expect((await subscriptionOf(shop, id)).row.customer).toEqual(customer)
  })
  test('after the price fell gives up the order at the old one, and pays what the button says', async () => {
    const { shopper, id, first } = await aSubscriber(shop)
    await shop.press(await referenceOf(shop, first), 'Refuse')
    await shop.advance(10_000)
    await changePlanPrice(shop.deps, { kind: 'merchant' }, monthlyForm.plan, 9_000)
    const now = { ...monthlyForm, total: 9_000, price: 9_000, shopper, visitor: shop.deps.newId() }
    expect(await subscribe(shop.deps, { ...now, number: 2 })).toEqual({ kind: 'changed' })
    expect(await statusNow(id)).toBe('cancelled')
    const anew = await subscribe(shop.deps, now)
    if (anew.kind !== 'redirect') throw new Error(`not a redirect but ${anew.kind}`)
    await approveInWallet(shop, anew.order)
    const { rows } = await shop.deps.pool.query('select status, amount::int from orders order by 2')
    expect(rows).toEqual([
      { status: 'paid', amount: 9_000 },
      { status: 'cancelled', amount: 9_900 },
    ])
    expect(await lettersTo(shop)).toEqual(['paid', 'subscription_started'])
  })
  test('after the price fell while the first payment is still being confirmed waits for that', async () => {
    const { shopper, first } = await aSubscriber(shop)
    const { attempts } = (await findOrder(shop.deps.db, first)) ?? {}
    const attempt = attempts?.[0]?.id
    if (!attempt) throw new Error('no attempt')
    const expiresAt = await shop.deps.clock.now()
    await record(shop.deps, first, { kind: 'returned', attempt, outcome: 'waiting', expiresAt })
    await changePlanPrice(shop.deps, { kind: 'merchant' }, monthlyForm.plan, 9_000)
    const now = { ...monthlyForm, total: 9_000, price: 9_000, shopper, visitor: shop.deps.newId() }
    expect(await subscribe(shop.deps, { ...now, number: 2 })).toMatchObject({ kind: 'answered' })
    expect([await count('subscriptions'), await count('attempts')]).toEqual([1, 1])
  })
  test('at another price than the one that was read does nothing', async () => {
    const shopper = await aShopper(shop)
    const input = { ...monthlyForm, total: 1, shopper, visitor: shop.deps.newId() }
    expect(await subscribe(shop.deps, input)).toEqual({ kind: 'changed' })
    expect(await subscribe(shop.deps, { ...input, plan: 'nothing' })).toEqual({
      kind: 'unknown_plan',
    })
    expect(await count('subscriptions')).toBe(0)
  })
})

describe('a renewal', () => {
  test('is an order of its own, charged without the shopper, with a reminder and a receipt', async () => {
    const { id } = await aRunningSubscription(shop)
    await passDays(shop, 31)
    expect(await periodsOf(shop, id)).toMatchObject([
      { period: 1, status: 'paid', amount: 9_900 },
      { period: 2, status: 'paid', amount: 16_200 },
    ])
    expect(await lettersTo(shop)).toEqual(['paid', 'subscription_started', 'renewal_soon', 'paid'])
    expect(await paymentsAtAdyen()).toBe(2)
  })
  test('let go by two workers at once, and its job done twice, is charged once', async () => {
    const { id } = await aRunningSubscription(shop)
    await shop.deps.clock.advance(32 * DAY)
    await Promise.all([renewDue(shop.deps), renewDue(shop.deps), renewDue(shop.deps)])
    const charge = { subscription: id, period: 2, try: 1 }
    await Promise.all([chargePeriod(shop.deps, charge), chargePeriod(shop.deps, charge)])
    await shop.advance(10_000)
    await chargePeriod(shop.deps, charge)
    expect(await paymentsAtAdyen()).toBe(2)
    expect(await count('orders')).toBe(2)
  })
  test('of many subscribers to one thing at the same minute: nobody waits for each other', async () => {
    const subscribers = []
    for (let time = 0; time < 6; time++) {
      const customer = { ...monthlyForm.customer, email: `${time}@example.com` }
      subscribers.push(await aRunningSubscription(shop, { customer }))
    }
    await shop.deps.clock.advance(32 * DAY)
    await renewDue(shop.deps)
    const charges = subscribers.map(({ id }) =>
      chargePeriod(shop.deps, { subscription: id, period: 2, try: 1 }),
    )
    const failed = (await Promise.allSettled(charges)).filter(
      ({ status }) => status !== 'fulfilled',
    )
    expect(failed).toEqual([])
    await shop.advance(10_000)
    expect(await paymentsAtAdyen()).toBe(12)
  })
  test('whose answer is lost is asked about with the same key, and charged once', async () => {
    await aRunningSubscription(shop)
    await shop.control('faults', { on: 'payments', kind: 'reset_after_commit', times: 2 })
    await passDays(shop, 31)
    await shop.advance(HOUR)
    expect(await paymentsAtAdyen()).toBe(2)
    expect(await count(`orders where status = 'paid'`)).toBe(2)
  })
  test.each(['Received', 'Pending'])('answered %s waits for the notification', async (answer) => {
    const { id } = await aRunningSubscription(shop)
    await setChargeResult(shop, answer)
    await shop.deps.clock.advance(31 * DAY)
    await shop.settle()
    expect((await periodsOf(shop, id)).at(-1)?.status).toBe('confirming')
    await shop.advance(10_000)
    expect((await periodsOf(shop, id)).at(-1)?.status).toBe('paid')
    expect(await statusNow(id)).toBe('active')
  })
  test('is not kept from its charge by another that cannot be renewed, which is looked at again', async () => {
    const broken = await aRunningSubscription(shop)
    const customer = { ...monthlyForm.customer, email: 'other@example.com' }
    const whole = await aRunningSubscription(shop, { customer })
    await shop.deps.pool.query(
      `insert into subscription_events (subscription_id, seq, at, event) values ($1, 1000, now(), 'torn')`,
      [broken.id],
    )
    await passDays(shop, 32)
    expect(await periodsOf(shop, whole.id)).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
    expect(await periodsOf(shop, broken.id)).toHaveLength(1)
    await shop.deps.pool.query('delete from subscription_events where seq = 1000')
    await passDays(shop, 1)
    expect((await periodsOf(shop, broken.id)).at(-1)).toMatchObject({ period: 2, status: 'paid' })
  })
  test('waits for room when too many are charged in a minute', async () => {
    const { deps } = shop
    const first = await aRunningSubscription(shop)
    const customer = { ...monthlyForm.customer, email: 'other@example.com' }
    const second = await aRunningSubscription(shop, { customer })
    await deps.clock.advance(32 * DAY)
    const slow = { ...deps, shop: { ...deps.shop, renewalsPerMinute: 1 } }
    const released = async () => (await count('orders')) - 2
    for (const wanted of [1, 1]) {
      await renewDue(slow)
      expect(await count(`jobs_due where name = 'charge_period'`)).toBe(wanted)
    }
    await deps.clock.advance(61_000)
    await renewDue(slow)
    await shop.settle()
    expect(await released()).toBe(2)
    expect([first.id, second.id]).toHaveLength(2)
  })
})

describe('a refused renewal', () => {
  test.each(['Refused', 'Error'])('(%s) is tried again and recovers', async (answer) => {
    const { id } = await aRunningSubscription(shop)
    await setChargeResult(shop, answer)
    await passDays(shop, 31)
    expect(await statusNow(id)).toBe('past_due')
    await setChargeResult(shop, 'by_token')
    await passDays(shop, 2)
    expect(await statusNow(id)).toBe('active')
    expect((await periodsOf(shop, id)).at(-1)?.status).toBe('paid')
    expect(await lettersTo(shop)).toEqual([
      'paid',
      'subscription_started',
      'renewal_soon',
      'renewal_refused',
      'paid',
    ])
  })
  test('to the end: four more tries, then it is over, and nobody is charged', async () => {
    const { id } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Refused')
    await passDays(shop, 70)
    const { sub } = await subscriptionOf(shop, id)
    expect(sub.over).toEqual({ status: 'ended', why: 'unpaid' })
    expect(await count('attempts where charge_try is not null')).toBe(5)
    expect(await paymentsAtAdyen()).toBe(1)
    const letters = await lettersTo(shop)
    expect(letters.filter((letter) => letter === 'renewal_refused')).toHaveLength(4)
    expect(letters.at(-1)).toBe('subscription_over')
    expect(letters).not.toContain('payment_failed')
  })
  test('of a token that Adyen does not know (any more) is final', async () => {
    const { id } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'unknown_token')
    await passDays(shop, 32)
    const { sub } = await subscriptionOf(shop, id)
    expect(sub.over).toEqual({ status: 'ended', why: 'refused' })
    expect(await count('attempts where charge_try is not null')).toBe(1)
  })
  test.each([
    ['both', 0],
    ['recurring_contract', 0],
    ['token_webhook', 0],
    ['none', 11 * MINUTE],
  ])(
    'is paid by hand, which locks the next try out and renews the saved wallet, told by %s',
    async (told, wait) => {
      const { id, shopper } = await aRunningSubscription(shop)
      const old = (await subscriptionOf(shop, id)).sub.token
      await shop.control('switches', { tokenAgain: 'new', token: told })
      await setChargeResult(shop, 'Refused')
      await passDays(shop, 31)
      const order = (await periodsOf(shop, id)).at(-1)?.id
      if (!order) throw new Error('no order')
      await shop.advance(13.5 * HOUR)
      expect(
        await payAgain(shop.deps, askerWith({ shopper }), { order, number: 2, method: 'kakaopay' }),
      ).toMatchObject({ kind: 'redirect' })
      await setChargeResult(shop, 'by_token')
      await shop.advance(0.6 * HOUR)
      expect(await count('attempts where charge_try is not null')).toBe(1)
      await shop.press(await referenceOf(shop, order), 'Approve')
      await shop.advance(10_000)
      await shop.advance(wait)
      await passDays(shop, 2)
      const { sub } = await subscriptionOf(shop, id)
      expect([subscriptionStatusOf(sub), sub.next]).toEqual(['active', 3])
      expect(sub.token).not.toBe(old)
      expect(await paymentsAtAdyen()).toBe(2)
    },
  )
  test('that is being paid by hand at the instant of the next try waits, and is not skipped', async () => {
    const { deps } = shop
    const { id, shopper } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Refused')
    await shop.advance(31 * DAY)
    await shop.advance(10_000)
    expect(await statusNow(id)).toBe('past_due')
    await deps.clock.advance(3 * DAY)
    await renewDue(deps)
    const order = (await periodsOf(shop, id)).at(-1)?.id
    if (!order) throw new Error('no order')
    const held = await deps.pool.connect()
    await held.query('begin')
    await held.query('select from orders where id = $1 for update', [order])
    const byHand = payAgain(deps, askerWith({ shopper }), { order, number: 2, method: 'kakaopay' })
    await untilRowsAreAwaited(shop, 1)
    const byCharge = chargePeriod(deps, { subscription: id, period: 2, try: 2 })
    await untilRowsAreAwaited(shop, 2)
    await held.query('commit')
    held.release()
    expect(await byHand).toMatchObject({ kind: 'redirect' })
    await byCharge
    expect((await subscriptionOf(shop, id)).sub.open).toEqual({
      period: 2,
      tries: 2,
      retryAt: null,
    })
    expect(await count('attempts where charge_try = 2')).toBe(0)
  })
  test('waits for whoever pays it by its link, and not for who sets out by it again and again and never pays', async () => {
    const { id } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Refused')
    await passDays(shop, 31)
    await setChargeResult(shop, 'by_token')
    const order = (await periodsOf(shop, id)).at(-1)?.id
    const retryAt = (await subscriptionOf(shop, id)).sub.open?.retryAt
    if (!order || !retryAt) throw new Error('no order, or no next try')
    await shop.advance(retryAt - 20 * MINUTE - (await shop.deps.clock.now()))
    const asker = askerWith()
    const tries = []
    for (let number = 2; number < 12; number++) {
      await payAgain(shop.deps, asker, { order, number, method: 'kakaopay' })
      await shop.advance(50 * MINUTE)
      tries.push(await count('attempts where charge_try = 2'))
    }
    expect(tries).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
    expect(await statusNow(id)).toBe('active')
    expect(await paymentsAtAdyen()).toBe(2)
  })
  test('after it ended is paid by hand, and the subscription lives again', async () => {
    const { id, shopper } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Refused')
    await passDays(shop, 60)
    expect(await statusNow(id)).toBe('ended')
    const order = (await periodsOf(shop, id)).at(-1)?.id
    if (!order) throw new Error('no order')
    await payAgain(shop.deps, askerWith({ shopper }), { order, number: 6, method: 'kakaopay' })
    await approveInWallet(shop, order)
    expect(await statusNow(id)).toBe('active')
  })
})

test('an old debt that is paid by hand after subscribing anew is paid, and only the new subscription lives', async () => {
  const { id, shopper } = await aRunningSubscription(shop)
  await setChargeResult(shop, 'unknown_token')
  await shop.advance(31 * DAY)
  await shop.advance(DAY)
  expect(await statusNow(id)).toBe('ended')
  const form = { ...monthlyForm, total: monthlyForm.price, visitor: shop.deps.newId() }
  const anew = await subscribe(shop.deps, { ...form, shopper })
  if (anew.kind !== 'redirect') throw new Error(`not a redirect but ${anew.kind}`)
  const debt = (await periodsOf(shop, id)).at(-1)?.id
  if (!debt) throw new Error('no order')
  await payAgain(shop.deps, askerWith({ shopper }), { order: debt, number: 2, method: 'kakaopay' })
  const log = vi.fn()
  Reflect.set(shop.deps, 'log', log)
  await approveInWallet(shop, debt)
  expect(log).not.toHaveBeenCalled()
  expect((await periodsOf(shop, id)).at(-1)?.status).toBe('paid')
  expect(await statusNow(id)).toBe('ended')
  await approveInWallet(shop, anew.order)
  expect(await count('subscriptions where not is_over')).toBe(1)
})

describe('the shopper', () => {
  test('cancels: nothing more is charged, and what was not paid cannot be paid', async () => {
    const { id, shopper } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Refused')
    await passDays(shop, 31)
    expect(
      await changeSubscription(shop.deps, askerWith({ shopper }), {
        id,
        change: {
          kind: 'cancel',
          who: 'shopper',
          when: 'now',
        },
      }),
    ).toBe('done')
    await setChargeResult(shop, 'by_token')
    await passDays(shop, 40)
    expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual(['paid', 'cancelled'])
    expect(await paymentsAtAdyen()).toBe(1)
  })
  test('cancels while a charge is under way: money that comes all the same goes back', async () => {
    const { id, shopper } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Pending')
    await shop.deps.clock.advance(31 * DAY)
    await shop.settle()
    await changeSubscription(shop.deps, askerWith({ shopper }), {
      id,
      change: {
        kind: 'cancel',
        who: 'shopper',
        when: 'now',
      },
    })
    await shop.advance(HOUR)
    await shop.advance(HOUR)
    const last = (await periodsOf(shop, id)).at(-1)
    // Refunded: the money was there before the order heard of the cancellation.
    expect(last?.status).toMatch(/^(cancelled|refunded)$/)
    expect(last).toMatchObject({ period: 2, refunded: 16_200 })
  })
  test('cancels one renewal’s order: that period is given back, and the next one comes', async () => {
    const { id } = await aRunningSubscription(shop)
    await passDays(shop, 31)
    const second = (await periodsOf(shop, id)).at(-1)
    if (!second) throw new Error('no order')
    await record(shop.deps, second.id, { kind: 'cancelled_by', who: 'shopper' })
    await passDays(shop, 31)
    expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual([
      'paid',
      'refunded',
      'paid',
    ])
  })
  test('of somebody else’s subscription can do nothing, and learns nothing', async () => {
    const { id } = await aRunningSubscription(shop)
    const other = await aShopper(shop, 'other@example.com')
    expect(
      await changeSubscription(shop.deps, askerWith({ shopper: other }), {
        id,
        change: { kind: 'pause' },
      }),
    ).toBeNull()
    expect(await statusNow(id)).toBe('active')
  })
  test('removes the saved KakaoPay while a charge is under way: it stays over, though the charge succeeds', async () => {
    const { id, shopper } = await aRunningSubscription(shop)
    await setChargeResult(shop, 'Pending')
    await shop.deps.clock.advance(31 * DAY)
    await shop.settle()
    const [wallet] = await listSavedMethods(shop.deps.db, shopper)
    if (!wallet) throw new Error('no wallet is saved')
    await removeSaved(shop.deps, askerWith({ shopper }), wallet.id)
    await shop.advance(10_000)
    expect((await periodsOf(shop, id)).at(-1)?.status).toBe('paid')
    expect((await subscriptionOf(shop, id)).sub.over).toEqual({
      status: 'ended',
      why: 'token_lost',
    })
    await passDays(shop, 33)
    expect(await periodsOf(shop, id)).toHaveLength(2)
    expect((await lettersTo(shop)).filter((letter) => letter === 'subscription_over')).toHaveLength(
      1,
    )
  })
  test('pauses, and nothing falls due', async () => {
    const { id, shopper } = await aRunningSubscription(shop)
    expect(
      await changeSubscription(shop.deps, askerWith({ shopper }), {
        id,
        change: { kind: 'pause' },
      }),
    ).toBe('done')
    expect(
      await changeSubscription(shop.deps, askerWith({ shopper }), {
        id,
        change: { kind: 'pause' },
      }),
    ).toBe('no_longer')
    await passDays(shop, 70)
    expect(await periodsOf(shop, id)).toHaveLength(1)
  })
})

test('goods that are sold out let a date pass: no order is made, nobody is charged', async () => {
  const { id } = await aRunningSubscription(shop)
  await shop.deps.pool.query(`update variants set stock = 0 where id = 'chrysanthemum-tea'`)
  await passDays(shop, 31)
  expect(await periodsOf(shop, id)).toHaveLength(1)
  expect(await lettersTo(shop)).toContain('renewal_sold_out')
  await shop.deps.pool.query(`update variants set stock = 5 where id = 'chrysanthemum-tea'`)
  await passDays(shop, 31)
  expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual(['paid', 'paid'])
})

test('goods that are sold out at a later try: the next date delivers again', async () => {
  const { id } = await aRunningSubscription(shop)
  await setChargeResult(shop, 'Refused')
  await passDays(shop, 31)
  await shop.deps.pool.query(`update variants set stock = 0 where id = 'chrysanthemum-tea'`)
  await passDays(shop, 3)
  expect(await lettersTo(shop)).toContain('renewal_sold_out')
  await shop.deps.pool.query(`update variants set stock = 5 where id = 'chrysanthemum-tea'`)
  await setChargeResult(shop, 'by_token')
  await passDays(shop, 32)
  expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual([
    'paid',
    'cancelled',
    'paid',
  ])
  const { sub } = await subscriptionOf(shop, id)
  expect([subscriptionStatusOf(sub), dueAt(sub) === null]).toEqual(['active', false])
})

test('a plan that has come to cost more since the form was read is not subscribed to', async () => {
  const { shopper } = await aRunningSubscription(shop)
  const other = await aShopper(shop, 'other@example.com')
  const form = { ...monthlyForm, visitor: shop.deps.newId() }
  await changePlanPrice(shop.deps, { kind: 'merchant' }, monthlyForm.plan, 18_000)
  expect(await subscribe(shop.deps, { ...form, shopper: other })).toEqual({ kind: 'changed' })
  expect(await count('subscriptions')).toBe(1)
  const read = { ...form, price: 18_000, shopper: other }
  expect(await subscribe(shop.deps, read)).toMatchObject({ kind: 'redirect' })
  expect(shopper).not.toBe(other)
})

test('a higher price is charged only to whoever agreed', async () => {
  const { id, shopper } = await aRunningSubscription(shop)
  const price = { currency: 'KRW', minor: 18_000 } as const
  await recordSubscription(shop.deps, id, { kind: 'price_changed', price })
  await passDays(shop, 2)
  expect(await lettersTo(shop)).toContain('price_question')
  await changeSubscription(shop.deps, askerWith({ shopper }), { id, change: { kind: 'agree' } })
  await passDays(shop, 27)
  const { rows } = await shop.deps.pool.query(
    `select text from mails where letter = 'renewal_soon' order by id desc limit 1`,
  )
  expect(rows[0].text).toContain('₩18,000')
  await passDays(shop, 3)
  expect((await periodsOf(shop, id)).at(-1)).toMatchObject({ period: 2, amount: 18_000 })
})

test('a plan that costs more is told to all who have it, and charged to whoever subscribes later', async () => {
  const { id } = await aRunningSubscription(shop)
  expect(
    await changePlanPrice(shop.deps, { kind: 'merchant' }, 'chrysanthemum-monthly', 18_000),
  ).toBe(1)
  expect((await subscriptionOf(shop, id)).sub.rise?.price.minor).toBe(18_000)
  expect((await findPlan(shop.deps.db, 'chrysanthemum-monthly'))?.terms.price.minor).toBe(18_000)
  expect(await changePlanPrice(shop.deps, { kind: 'merchant' }, 'nothing', 18_000)).toBeNull()
  expect(
    await changePlanPrice(shop.deps, { kind: 'merchant' }, 'soap-three-months', 22_801),
  ).toBeNull()
})
