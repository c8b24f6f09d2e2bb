import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findOrderRow } from '@/lib/db/orders'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { POST as askCode } from './account/code/route'
import { POST as toKakao } from './account/kakao/route'
import { POST as checkout } from './checkout/route'
import { POST as cancel } from './orders/[order]/cancel/route'
import { POST as link } from './orders/[order]/link/route'
import { POST as sendBack } from './orders/[order]/return/route'
import { POST as find } from './orders/find/route'
import { POST as changeSubscription } from './subscriptions/[subscription]/[act]/route'

let shop: TestShop
beforeEach(async () => {
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'x-real-ip' })
})
afterEach(() => shop.close())

type Door = (request: Request) => Promise<Response>

const sends = (door: Door, fields: Record<string, string>, headers = {}) =>
  door(
    new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'en', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    }),
  )
const from = (address: string) => ({ 'x-real-ip': address })

/** Another network each time. */
let networks = 0
const anywhere = () =>
  from(`10.${(networks >> 16) & 255}.${(networks >> 8) & 255}.${networks++ & 255}`)

const number = '20261123-4F7K'
const looksFor = async (email: string, headers = {}) =>
  (await sends(find, { number, email }, headers)).status
const mailed = async () => {
  const { rows } = await shop.deps.pool.query('select count(*)::int as letters from mails')
  return rows[0].letters
}

test('whoever looks for orders again and again is asked to wait, in their language', async () => {
  const here = from('192.0.2.1')
  for (let time = 0; time < mostOf('look_up', 'network'); time++)
    expect(await looksFor('a@example.com', here)).toBe(303)
  const refused = await sends(find, { number, email: 'A@example.com', locale: 'ko' }, here)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(await refused.text()).toContain('잠시만 기다려 주세요')
  expect(await looksFor('a@example.com', anywhere())).toBe(303)
})

test('tags, dots and capitals make no other mailbox', async () => {
  const written = (time: number) =>
    time % 2 ? `kim.norang+${time}@googlemail.com` : `KimNorang+${time}@gmail.com`
  const asks = async (time: number) =>
    (await sends(askCode, { email: written(time) }, anywhere())).status
  for (let time = 0; time < mostOf('code', 'mailbox'); time++) expect(await asks(time)).toBe(303)
  expect(await asks(100)).toBe(429)
  expect(await mailed()).toBe(mostOf('code', 'mailbox'))
})

test('whoever looks for many mailboxes from one place is asked to wait, and nobody else', async () => {
  for (let time = 0; time < mostOf('look_up', 'network'); time++)
    expect(await looksFor(`${time}@example.com`, from('192.0.2.1'))).toBe(303)
  expect(await looksFor('100@example.com', from('192.0.2.1'))).toBe(429)
  expect(await looksFor('100@example.com', from('192.0.2.2'))).toBe(303)
})

test('what anybody can write into a header is believed only from the proxy that was named', async () => {
  await shop.close()
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'none' })
  const asks = (time: number) => {
    const address = `192.0.2.${time}`
    return looksFor(`${time}@example.com`, {
      'x-real-ip': address,
      'x-forwarded-for': address,
      forwarded: `for=${address}`,
    })
  }
  for (let time = 0; time < mostOf('look_up', 'network'); time++) expect(await asks(time)).toBe(303)
  expect(await asks(100)).toBe(429)
})

test.each([
  ['the addresses of one IPv6 network', (time: number) => `2001:db8:1:2::${time.toString(16)}`],
  [
    'one address, however it is written',
    (time: number) => (time % 2 ? '::ffff:192.0.2.9' : '192.0.2.9'),
  ],
  ['a list that the asker began', (time: number) => `203.0.113.${time}, 192.0.2.9`],
])('%s are one place', async (_, address) => {
  const asks = (time: number) => looksFor(`${time}@example.com`, from(address(time)))
  for (let time = 0; time < mostOf('look_up', 'network'); time++) expect(await asks(time)).toBe(303)
  expect(await asks(100)).toBe(429)
})

describe('a link that is mailed', () => {
  const orderOf = async (email: string) => {
    const input = await aVisitorWithACart(shop)
    const order = await checkOut(shop, {
      ...input,
      customer: { ...input.customer, email },
    })
    const row = await findOrderRow(shop.deps.db, order)
    return { order, email, number: row?.number ?? '' }
  }
  const asksForLink = async (order: string) => {
    const door = (request: Request) => Reflect.apply(link, null, [request, { params: { order } }])
    const { status } = await sends(door, { act: 'cancel' }, anywhere())
    await shop.settle()
    return status
  }
  const findsBy = async (fields: Record<string, string>) => {
    const answer = await sends(find, fields, anywhere())
    await shop.settle()
    return [answer.status, answer.headers.get('location')]
  }
  const links = async (letter: string) =>
    (await shop.deps.db.selectFrom('mails').select('id').where('letter', '=', letter).execute())
      .length
  const sent = [303, '/en/orders/find?sent=1']

  test('is not to be had any less because somebody made up addresses, a whole shop’s worth and the owner’s', async () => {
    const { order, email, number: placed } = await orderOf('owner@example.com')
    const madeUp = mostOf('order_link', 'shop') + 40
    const asked = await Promise.all([
      ...Array.from({ length: madeUp }, (_, time) => looksFor(`${time}@example.com`, anywhere())),
      ...Array.from({ length: 20 }, () => looksFor(email, anywhere())),
    ])
    expect(new Set(asked)).toEqual(new Set([303]))
    expect(await findsBy({ number: placed, email })).toEqual(sent)
    expect(await asksForLink(order)).toBe(303)
    expect([await links('order_link'), await links('link_cancel')]).toEqual([1, 1])
  })

  test('is mailed to one mailbox as often as it may be, with the same answer after that, and closes no other act', async () => {
    const most = mostOf('order_link', 'mailbox')
    const orders = []
    for (let n = 0; n < most + 2; n++) orders.push(await orderOf(`o.wner+${n}@gmail.com`))
    for (const { number: placed, email } of orders)
      expect(await findsBy({ number: placed, email })).toEqual(sent)
    expect(await links('order_link')).toBe(most)
    for (const { order } of orders) expect(await asksForLink(order)).toBe(303)
    expect(await links('link_cancel')).toBe(most)
  })

  test('counts once, however often the same one is asked for', async () => {
    const [one, other] = [await orderOf('owner@example.com'), await orderOf('owner@example.com')]
    for (let time = 0; time < 10; time++) {
      await looksFor(one.email, anywhere())
      expect(await findsBy({ number: one.number, email: one.email })).toEqual(sent)
    }
    expect(await findsBy({ number: other.number, email: other.email })).toEqual(sent)
    expect(await links('order_link')).toBe(2)
  })

  test('is one of so many that strangers together can have mailed in an hour', async () => {
    const most = mostOf('order_link', 'shop')
    for (let time = 1; time < most; time++) {
      const asker = { network: null, mailbox: `${time}`, browser: null, letter: `${time}` }
      expect(await shop.deps.limiter?.take('order_link', asker)).toBeNull()
    }
    for (const email of ['a@example.com', 'b@example.com'])
      expect(await findsBy(await orderOf(email))).toEqual(sent)
    expect(await links('order_link')).toBe(1)
  })

  test('is not mailed while nobody can count it', async () => {
    const { number: placed, email } = await orderOf('owner@example.com')
    expect((await sends(find, { number: placed, email }, anywhere())).status).toBe(303)
    await shop.deps.pool.query('alter table counts rename to gone')
    await shop.settle()
    expect(await links('order_link')).toBe(0)
  })
})

test('whoever is refused takes nothing from others', async () => {
  for (let time = 0; time < mostOf('code', 'network'); time++)
    await sends(askCode, { email: `${time}@example.com` }, from('192.0.2.1'))
  for (let time = 0; time < 20; time++) {
    const asked = await sends(askCode, { email: 'victim@example.com' }, from('192.0.2.1'))
    expect(asked.status).toBe(429)
  }
  expect((await sends(askCode, { email: 'victim@example.com' }, from('192.0.2.2'))).status).toBe(
    303,
  )
})

const input = () => ({
  checkout: shop.deps.newId(),
  attempt: '1',
  total: '15000',
  method: 'kakaopay',
  agreement: 'yes',
  name: '김노랑',
  email: 'a@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울',
})

test('whoever presses Pay without end is asked to wait, and what was typed is kept', async () => {
  const visitor = shop.deps.newId()
  const cookie = await cookieFor(visitor)
  const pays = (fields: Record<string, string>) =>
    sends(checkout, fields, { cookie, ...from('192.0.2.1') })
  const form = input()
  for (let time = 0; time < mostOf('pay', 'network'); time++)
    expect((await pays(form)).status).toBe(303)
  expect((await pays({ ...form, name: '이노랑' })).status).toBe(429)
  const { rows } = await shop.deps.pool.query('select draft from carts where id = $1', [visitor])
  expect(rows[0].draft).toContain('이노랑')
})

describe('whoever changes what is ordered without end', () => {
  const id = 'x'.repeat(22)
  const acts: readonly [string, Door, Record<string, string>][] = [
    ['cancels', cancel as Door, { order: id }],
    ['sends back', sendBack as Door, { order: id }],
    ['ends a subscription', changeSubscription as Door, { subscription: id, act: 'cancel' }],
    ['goes to sign in elsewhere', toKakao, {}],
  ]

  // What each asks for; a form that says too little is sent back before anything is done, and counts for nothing.
  const asked = { when: 'now', 'line-1': '1', ground: 'faulty', remedy: 'money' }

  test.each(acts)('%s: is asked to wait, and nobody else', async (_, door, params) => {
    const does = async (address: string) => {
      const act = (request: Request) => Reflect.apply(door, null, [request, { params }])
      return (await sends(act, asked, from(address))).status
    }
    for (let time = 0; time < mostOf('act', 'network'); time++)
      expect(await does('192.0.2.1')).toBeLessThan(429)
    expect(await does('192.0.2.1')).toBe(429)
    expect(await does('192.0.2.2')).toBeLessThan(429)
  })

  test('is let through while nobody can count', async () => {
    await shop.deps.pool.query('alter table counts rename to gone')
    const act = (request: Request) =>
      Reflect.apply(cancel, null, [request, { params: { order: id } }])
    expect((await sends(act, {})).status).toBe(404)
  })
})

test('a long wait is told in hours', async () => {
  const asks = (locale: string) =>
    sends(askCode, { email: 'a@example.com', locale }, anywhere()).then((answer) => answer.text())
  await asks('en')
  await shop.deps.pool.query(
    "update counts set times = 20 where ends_at > now() + interval '2 hours'",
  )
  expect(await asks('en')).toContain('press again in 24 hours.')
  expect(await asks('ko')).toContain('24시간 뒤에 다시')
})

test('no address is kept', async () => {
  await sends(askCode, { email: 'norang@example.com' }, from('192.0.2.7'))
  const { rows } = await shop.deps.pool.query('select * from counts')
  expect(rows).toHaveLength(5)
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.7|norang/)
})

test('while nothing can be counted nobody is mailed, and everybody can pay', async () => {
  await shop.deps.pool.query('alter table counts rename to gone')
  for (const door of [find, askCode]) {
    const refused = await sends(door, { number, email: 'a@example.com' })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.text()).toContain('in a minute')
  }
  expect(await mailed()).toBe(0)
  const cookie = await cookieFor(shop.deps.newId())
  expect((await sends(checkout, input(), { cookie })).status).toBe(303)
})
