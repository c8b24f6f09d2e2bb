import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, type OrderId } from '@/lib/core/ids'
import { findOrderRow } from '@/lib/db/orders'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import { signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { approveInWallet, aRunningSubscription, customer } from '@/lib/proof/shop/subscriber'
import { cameBackCookie } from '@/lib/visitor/came-back'
import { POST as postCancel } from './orders/[order]/cancel/route'
import { POST as postLink } from './orders/[order]/link/route'
import { POST as postReturn } from './orders/[order]/return/route'
import { POST as postWithdraw } from './orders/[order]/withdraw/route'
import { POST as postAct } from './subscriptions/[subscription]/[act]/route'
import { POST as postEndLink } from './subscriptions/[subscription]/link/route'

/* Who may end what was ordered, or send it back: each act, and everybody who might want it done. */

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

type Door = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>
type Fields = Readonly<Record<string, string>>
/** Something of somebody's that can be acted on. */
type Thing = {
  readonly visitor: string
  /** An order that it is or has. */
  readonly order: OrderId
  readonly act: (cookie: string, fields?: Fields) => Promise<Response>
  /** Has a link mailed for the act, and reads it. */
  readonly link: () => Promise<string>
  /** Whether it was done. */
  readonly isDone: () => Promise<boolean>
}

const send = (door: Door, params: Record<string, string>, fields: Fields, cookie: string) =>
  door(
    new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'en', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    }),
    { params: Promise.resolve(params) },
  )
const ask = async (sql: string, ...values: unknown[]) =>
  (await shop.deps.pool.query(sql, values)).rows[0]

async function linkMailedBy(door: Door, params: Record<string, string>, act: string) {
  await send(door, params, { act }, '')
  await shop.settle()
  const { text } = await ask("select text from mails where letter like 'link_%' order by id desc")
  return /[?&]link=(\w{22})\b/.exec(text)?.[1] ?? ''
}

async function paidOrder() {
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  await approveInWallet(shop, order)
  return { order, visitor: input.visitor }
}

async function anOrderToCancel(): Promise<Thing> {
  const { order, visitor } = await paidOrder()
  const params = { order }
  return {
    order,
    visitor,
    act: (cookie, fields = {}) => send(postCancel, params, fields, cookie),
    link: () => linkMailedBy(postLink, params, 'cancel'),
    isDone: async () => (await ask('select why from orders where id = $1', order)).why !== null,
  }
}

const aFault = { 'line-1': '1', ground: 'faulty', remedy: 'money' }

async function anOrderToReturn(): Promise<Thing> {
  const { order, visitor } = await paidOrder()
  const number = (await findOrderRow(shop.deps.db, order))?.number ?? ''
  await recordParcel(shop.deps, { kind: 'merchant' }, number, { kind: 'sent', tracking: '' })
  await recordParcel(shop.deps, { kind: 'merchant' }, number, { kind: 'delivered' })
  const params = { order }
  return {
    order,
    visitor,
    act: (cookie, fields = {}) => send(postReturn, params, { ...aFault, ...fields }, cookie),
    link: () => linkMailedBy(postLink, params, 'claim'),
    isDone: async () =>
      (await ask('select count(*)::int as count from claims where order_id = $1', order)).count > 0,
  }
}

async function aReturnToWithdraw(): Promise<Thing> {
  const { order, visitor, act, link } = await anOrderToReturn()
  await act(await cookieFor(visitor))
  const withdrawn = `select count(*)::int from order_events
    where order_id = $1 and event::json->>'type' = 'claim_withdrawn'`
  return {
    order,
    visitor,
    act: (cookie, fields = {}) => send(postWithdraw, { order }, { claim: '1', ...fields }, cookie),
    link,
    isDone: async () => (await ask(withdrawn, order)).count > 0,
  }
}

async function aSubscriptionToEnd(): Promise<Thing> {
  const { id, first } = await aRunningSubscription(shop)
  const { visitor } = await ask('select visitor from subscriptions where id = $1', id)
  const params = { subscription: id, act: 'cancel' }
  return {
    order: first,
    visitor,
    act: (cookie, fields = {}) => send(postAct, params, { when: 'now', ...fields }, cookie),
    link: () => linkMailedBy(postEndLink, { subscription: id }, 'end'),
    isDone: async () => (await ask('select is_over from subscriptions where id = $1', id)).is_over,
  }
}

const things = {
  'cancelling a paid order': anOrderToCancel,
  'sending goods back': anOrderToReturn,
  'keeping goods after all': aReturnToWithdraw,
  'ending a subscription': aSubscriptionToEnd,
}

/** A browser that came back from the wallet for an order. */
const cameBackFor = async (order: OrderId) =>
  (await cameBackCookie(new Request('http://localhost/'), order)).split(';')[0] ?? ''

const strangers: Record<string, (thing: Thing) => Promise<{ cookie?: string; fields?: Fields }>> = {
  'who holds only the link of the page': async () => ({}),
  'another browser': async () => ({ cookie: await cookieFor(shop.deps.newId()) }),
  'who planted the name of the right browser': async ({ visitor }) => ({
    cookie: `norang=${visitor}`,
  }),
  'somebody else who is signed in': async () => ({
    cookie: await signInAs(shop, 'stranger@example.com'),
  }),
  'who came back for another order': async () => ({
    cookie: await cameBackFor((await paidOrder()).order),
  }),
  'who made up that they came back': async ({ order }) => ({
    cookie: `norang.back=${Buffer.from(`${order}:9999999999999`).toString('base64url')}.${'A'.repeat(43)}`,
  }),
  'who made up a link': async () => ({ fields: { link: shop.deps.newId() } }),
  'who has a link for the same of another order': async () => ({
    fields: { link: await (await anOrderToCancel()).link() },
  }),
  'who has a link that is a day old': async ({ link }) => {
    const fields = { link: await link() }
    await shop.deps.clock.advance(24 * HOUR)
    return { fields }
  },
}

describe.each(Object.entries(things))('%s', (_, aThing) => {
  test.each(Object.entries(strangers))('is not for %s', async (_, stranger) => {
    const thing = await aThing()
    const { cookie = '', fields = {} } = await stranger(thing)
    const answer = await thing.act(cookie, fields)
    expect(answer.status).toBe(403)
    const page = await answer.text()
    expect(page).toContain('<html lang="en">')
    expect(page).toMatch(/href="\/en\/\w+\/\w{22}\/(cancel|return|end)">Have the link mailed/)
    expect(page).toContain('Sign in')
    expect(await thing.isDone()).toBe(false)
  })

  test('says so in the language of the page', async () => {
    const answer = await (await aThing()).act('', { locale: 'ko' })
    expect(await answer.text()).toContain('링크 받기')
  })

  test('is for the browser that ordered', async () => {
    const thing = await aThing()
    expect((await thing.act(await cookieFor(thing.visitor))).status).toBe(303)
    expect(await thing.isDone()).toBe(true)
  })

  test('is for the browser that came back from the wallet', async () => {
    const thing = await aThing()
    expect((await thing.act(await cameBackFor(thing.order))).status).toBe(303)
    expect(await thing.isDone()).toBe(true)
  })

  test('is for who has the link that was mailed for just this, once', async () => {
    const thing = await aThing()
    const link = await thing.link()
    expect(await thing.isDone()).toBe(false)
    expect((await thing.act('', { link })).status).toBe(303)
    expect(await thing.isDone()).toBe(true)
    // A second press is no other: what is done stays done, and says so.
    expect((await thing.act('', { link })).status).toBe(303)
    expect(await ask('select used_at is not null as used from act_links')).toEqual({ used: true })
  })
})

test('an order and a subscription of an account are for whoever is signed in with it', async () => {
  const { id } = await aRunningSubscription(shop)
  const cookie = await signInAs(shop, customer.email)
  const params = { subscription: id, act: 'cancel' }
  expect((await send(postAct, params, { when: 'now' }, cookie)).status).toBe(303)
  const { first } = await aRunningSubscription(shop, {
    plan: 'corn-tea-weekly',
    total: 5900,
    price: 5900,
    customer: { ...customer, email: 'two@example.com' },
  })
  const own = await signInAs(shop, 'two@example.com')
  expect((await send(postCancel, { order: first }, {}, own)).status).toBe(303)
  const { why } = await ask('select why from orders where id = $1', first)
  expect(why).toBe('by_shopper')
})

test('a link that was used for one act opens nothing else, though it is of the same order', async () => {
  const order = await anOrderToReturn()
  const link = await order.link()
  const cancel = await send(postCancel, { order: order.order }, { link }, '')
  // What is on its way cannot be cancelled by anybody, and the link is as good as before.
  expect(cancel.headers.get('location')).toContain('problem=cancel')
  expect((await order.act('', { link })).status).toBe(303)
})

test('of many who use one link at once, each reads that it is done, and it was done once', async () => {
  const thing = await anOrderToCancel()
  const link = await thing.link()
  const answers = await Promise.all(Array.from({ length: 8 }, () => thing.act('', { link })))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303))
  const sql = `select count(*)::int from order_events where event::json->>'type' = 'cancelled_by'`
  expect(await ask(sql)).toEqual({ count: 1 })
})
