import { afterEach, beforeEach, expect, test } from 'vitest'
import { limiterOn, limits } from '@/lib/db/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST as askCode } from './account/code/route'
import { POST as checkout } from './checkout/route'
import { POST as find } from './orders/find/route'

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
const number = '20261123-4F7K'

test('whoever looks for one address again and again is asked to wait, in their language', async () => {
  const asks = (email: string, locale = 'en') => sends(find, { number, email, locale })
  for (let time = 0; time < limits.look_up.bySubject[0]; time++)
    expect((await asks('a@example.com')).status).toBe(303)
  const refused = await asks('A@example.com', 'ko')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(await refused.text()).toContain('잠시만 기다려 주세요')
  expect((await asks('b@example.com')).status).toBe(303)
})

test('whoever looks for many addresses from one place is asked to wait, and nobody else', async () => {
  const asks = (time: number, address: string) =>
    sends(find, { number, email: `${time}@example.com` }, { 'x-real-ip': address })
  for (let time = 0; time < limits.look_up.byAddress[0]; time++)
    expect((await asks(time, '192.0.2.1')).status).toBe(303)
  expect((await asks(100, '192.0.2.1')).status).toBe(429)
  expect((await asks(101, '192.0.2.2')).status).toBe(303)
})

test('what anybody can write into a header is believed only from the proxy that was named', async () => {
  await shop.close()
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'none' })
  const asks = async (time: number) => {
    const [address, email] = [`192.0.2.${time}`, `${time}@example.com`]
    const headers = {
      'x-real-ip': address,
      'x-forwarded-for': address,
      forwarded: `for=${address}`,
    }
    return (await sends(find, { number, email }, headers)).status
  }
  for (let time = 0; time < limits.look_up.byAddress[0]; time++) expect(await asks(time)).toBe(303)
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
  const asks = async (time: number) => {
    const headers = { 'x-real-ip': address(time) }
    return (await sends(find, { number, email: `${time}@example.com` }, headers)).status
  }
  for (let time = 0; time < limits.look_up.byAddress[0]; time++) expect(await asks(time)).toBe(303)
  expect(await asks(100)).toBe(429)
})

test('a code is not mailed to one address for ever', async () => {
  for (let time = 0; time < limits.sign_in.bySubject[0]; time++)
    await sends(askCode, { email: 'a@example.com' })
  expect((await sends(askCode, { email: 'a@example.com' })).status).toBe(429)
})

test('a browser that presses Pay without end is asked to wait, and what was typed is kept', async () => {
  const visitor = shop.deps.newId()
  const cookie = `norang=${visitor}`
  const form = {
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
  }
  for (let time = 0; time < limits.checkout.bySubject[0]; time++)
    expect((await sends(checkout, form, { cookie })).status).toBe(303)
  expect((await sends(checkout, { ...form, name: '이노랑' }, { cookie })).status).toBe(429)
  const { rows } = await shop.deps.pool.query('select draft from carts where id = $1', [visitor])
  expect(rows[0].draft).toContain('이노랑')
})

test('two instances count together, and keep no address', async () => {
  const [one, other] = [limiterOn(shop.deps.pool), limiterOn(shop.deps.pool)]
  const who = { address: '192.0.2.7', subject: null }
  for (let time = 0; time < limits.checkout.byAddress[0]; time++)
    expect(await (time % 2 ? one : other)('checkout', who)).toBeNull()
  expect(await one('checkout', who)).toBeGreaterThan(0)
  expect(await other('checkout', who)).toBeGreaterThan(0)
  const { rows } = await shop.deps.pool.query('select key from limits')
  expect(JSON.stringify(rows)).not.toContain('192.0.2.7')
})

test('a door whose tries cannot be counted stays open', async () => {
  await shop.deps.pool.query('alter table limits rename to gone')
  expect((await sends(find, { number, email: 'a@example.com' })).status).toBe(303)
})
