import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { cookieFor } from '@/lib/proof/shop/shopper'
import { POST as askCode } from './account/code/route'
import { POST as toKakao } from './account/kakao/route'
import { POST as checkout } from './checkout/route'
import { POST as cancel } from './orders/[order]/cancel/route'
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

test('whoever looks for one mailbox again and again is asked to wait, in their language', async () => {
  for (let time = 0; time < mostOf('look_up', 'mailbox'); time++)
    expect(await looksFor('a@example.com', anywhere())).toBe(303)
  const refused = await sends(find, { number, email: 'A@example.com', locale: 'ko' }, anywhere())
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(await refused.text()).toContain('잠시만 기다려 주세요')
  expect(await looksFor('b@example.com', anywhere())).toBe(303)
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

test('strangers together look for no more orders in an hour than a shop may mail', async () => {
  const most = mostOf('look_up', 'shop')
  const statuses = await Promise.all(
    Array.from({ length: most + 40 }, (_, time) => looksFor(`${time}@example.com`, anywhere())),
  )
  expect(statuses.filter((status) => status === 303)).toHaveLength(most)
  expect(statuses.filter((status) => status === 429)).toHaveLength(40)
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

  test.each(acts)('%s: is asked to wait, and nobody else', async (_, door, params) => {
    const does = async (address: string) => {
      const act = (request: Request) => Reflect.apply(door, null, [request, { params }])
      return (await sends(act, { when: 'now' }, from(address))).status
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
  await looksFor('norang@example.com', from('192.0.2.7'))
  const { rows } = await shop.deps.pool.query('select * from counts')
  expect(rows).toHaveLength(3)
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
