import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE, type OrderId, orderId } from '@/lib/core/ids'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, customer, subscriptionOf } from '@/lib/proof/shop/subscriber'
import { cancelView } from '@/lib/views/cancel-order'
import { endView } from '@/lib/views/end-subscription'
import { POST as postLink } from './orders/[order]/link/route'
import { POST as postAct } from './subscriptions/[subscription]/[act]/route'
import { POST as postEndLink } from './subscriptions/[subscription]/link/route'

/* The link that is mailed for one act, by whoever asks, to nobody but the owner. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.deps.clock.advance(10 * MINUTE)
})

type Door = typeof postLink
async function asks(door: Door, params: Record<string, string>, fields = {}) {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  const answer = await door(request, { params: Promise.resolve(params) })
  await shop.settle()
  return answer.headers.get('location') ?? answer.status
}
const anOrder = async (locale = 'en'): Promise<OrderId> =>
  checkOut(shop, { ...(await aVisitorWithACart(shop)), locale })
const letters = (order: OrderId) =>
  shop.deps.db
    .selectFrom('mails')
    .selectAll()
    .where('orderId', '=', order)
    .where('letter', 'like', 'link_%')
    .orderBy('id')
    .execute()
const secretIn = (text = '') => /[?&]link=(\w{22})\b/.exec(text)?.[1] ?? ''
/** What the page says that the link opens. */
async function leave(order: OrderId, link: string) {
  const asked = { locale: 'en', now: await shop.deps.clock.now(), some: null } as const
  const view = await cancelView(shop.deps.db, order, askerWith({ link }), asked)
  return view === null || typeof view === 'string' ? view : view.leave
}

test.each([
  ['en', 'A link to cancel your order', 'Open the page to cancel'],
  ['ko', '주문 취소 링크', '주문 취소 페이지 열기'],
])(
  'the link goes to the address of the order, in its language: %s',
  async (locale, subject, button) => {
    const order = await anOrder(locale)
    const page = `/en/orders/${order}/cancel?sent=1`
    expect(await asks(postLink, { order }, { act: 'cancel' })).toBe(page)
    const [letter, ...more] = await letters(order)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ recipient: 'norang@example.com' })
    expect(letter?.subject).toContain(subject)
    expect(letter?.html).toContain(button)
    const link = `${shop.deps.shop.baseUrl}/${locale}/orders/${order}/cancel`
    expect(letter?.text).toMatch(new RegExp(`${link}\\?link=\\w{22}$`, 'm'))
    // Nothing that anybody typed.
    expect(letter?.text).not.toContain('김노랑')
  },
)

test('the page only looks: it may be opened any number of times, by any mail program', async () => {
  const order = await anOrder()
  await asks(postLink, { order }, { act: 'cancel' })
  const link = secretIn((await letters(order))[0]?.text)
  expect(await leave(order, '')).toBe('bad_link')
  for (let time = 0; time < 3; time++) expect(await leave(order, link)).toBe('yes')
  await shop.deps.clock.advance(24 * HOUR)
  expect(await leave(order, link)).toBe('bad_link')
})

test('whoever has a link that is too old has a new one mailed', async () => {
  const order = await anOrder()
  await asks(postLink, { order }, { act: 'cancel' })
  await shop.deps.clock.advance(24 * HOUR)
  await asks(postLink, { order }, { act: 'cancel' })
  const [old, fresh] = (await letters(order)).map(({ text }) => secretIn(text))
  expect(await leave(order, old ?? '')).toBe('bad_link')
  expect(await leave(order, fresh ?? '')).toBe('yes')
})

test('asking again and again fills nobody’s mailbox', async () => {
  const order = await anOrder()
  for (let time = 0; time < 5; time++) await asks(postLink, { order }, { act: 'cancel' })
  expect((await letters(order)).length).toBeLessThanOrEqual(2)
})

test('what is over, or not so far, has no link', async () => {
  const order = await anOrder()
  await asks(postLink, { order }, { act: 'claim' })
  await cancelOwnOrder(shop.deps, order)
  await asks(postLink, { order }, { act: 'cancel' })
  expect(await letters(order)).toEqual([])
})

test('what does not exist, and what cannot be asked for, is not found', async () => {
  expect(await asks(postLink, { order: 'x'.repeat(22) }, { act: 'cancel' })).toBe(404)
  expect(await asks(postLink, { order: 'short' }, { act: 'cancel' })).toBe(404)
  const order = await anOrder()
  for (const act of ['', 'end', 'pay', 'toString', '__proto__'])
    expect(await asks(postLink, { order }, { act })).toBe(404)
  expect(await asks(postEndLink, { subscription: 'x'.repeat(22) })).toBe(404)
  expect(await asks(postEndLink, { subscription: order })).toBe(404)
})

test('no table and no job holds what opens the act', async () => {
  const order = await anOrder()
  await asks(postLink, { order }, { act: 'cancel' })
  const secret = secretIn((await letters(order))[0]?.text)
  expect(secret).toHaveLength(22)
  for (const table of ['act_links', 'jobs_due', 'pgboss.job']) {
    const { rows } = await shop.deps.pool.query(`select t::text from ${table} t`)
    expect(JSON.stringify(rows), table).not.toContain(secret)
  }
})

test('a shop with a mail server keeps no copy of the letter', async () => {
  const sent: string[] = []
  Reflect.set(shop.deps, 'sendMail', async ({ text }: { text: string }) => sent.push(text))
  try {
    const order = await anOrder()
    await asks(postLink, { order }, { act: 'cancel' })
    const link = secretIn(sent.find((text) => text.includes(order)))
    expect(await leave(order, link)).toBe('yes')
    const [kept] = await letters(order)
    expect(kept).toMatchObject({ html: '', text: '', sentAt: expect.any(Date) })
  } finally {
    Reflect.set(shop.deps, 'sendMail', null)
  }
})

describe('a subscription', () => {
  test('ends by a link to its address, and the link has ended with that', async () => {
    const { id } = await aRunningSubscription(shop)
    const subscription = id
    expect(await asks(postEndLink, { subscription })).toBe(`/en/subscriptions/${id}/end?sent=1`)
    const letter = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('letter', '=', 'link_end')
      .executeTakeFirst()
    expect(letter?.subject).toBe('[노랑] 구독 해지 링크')
    const link = secretIn(letter?.text)
    const now = await shop.deps.clock.now()
    const asked = { locale: 'ko', now } as const
    const view = await endView(shop.deps.db, id, askerWith({ link }), asked)
    expect(view).toMatchObject({ isAccount: false, open: { leave: 'yes', owes: false } })

    const leaves = { when: 'period_end', link }
    const params = { subscription, act: 'cancel' }
    expect(await asks(postAct, params, leaves)).toBe(`/en/subscriptions/${id}/end?done=1`)
    expect((await subscriptionOf(shop, id)).sub.leaving).toBe(true)
    expect(await asks(postAct, params, { when: 'now', link })).toBe(403)
    expect((await subscriptionOf(shop, id)).sub.over).toBeNull()
  })

  test('says to strangers only that there is one', async () => {
    const email = 'other@example.com'
    const weekly = { plan: 'corn-tea-weekly', total: 5900, price: 5900 }
    const input = { ...weekly, customer: { ...customer, email } }
    const { id } = await aRunningSubscription(shop, input)
    const asked = { locale: 'ko', now: await shop.deps.clock.now() } as const
    expect(await endView(shop.deps.db, id, askerWith(), asked)).toMatchObject({
      isAccount: false,
      open: { leave: 'no', email: 'o***@example.com' },
    })
    const nobody = orderId('x'.repeat(22))
    expect(await cancelView(shop.deps.db, nobody, askerWith(), { ...asked, some: null })).toBeNull()
  })
})
