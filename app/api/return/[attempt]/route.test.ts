import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { cameBackForOf } from '@/lib/visitor/came-back'
import { redirectResultIn } from './redirect-result'
import { GET, POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const context = (attempt: string) => ({ params: Promise.resolve({ attempt }) })
const get = (attempt: string, query: string) =>
  GET(new Request(`http://localhost/api/return/${attempt}${query}`), context(attempt))

async function started() {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const attempt = await findAttemptByNumber(shop.deps.db, order, 1)
  if (!attempt) throw new Error('no attempt')
  return { order, ...attempt }
}

test('a return without a cookie leads to the result, and gives its address to nobody', async () => {
  const { order, reference, returnToken } = await started()
  const back = new URL((await shop.press(reference, 'Approve')) ?? '')
  const response = await get(returnToken, back.search)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/ko/orders/${order}/result?attempt=1`)
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a return by POST does the same', async () => {
  const { reference, returnToken } = await started()
  const back = new URL((await shop.press(reference, 'Refuse')) ?? '')
  const body = new URLSearchParams(back.search)
  const request = new Request(`http://localhost/api/return/${returnToken}`, {
    method: 'POST',
    body,
  })
  expect((await POST(request, context(returnToken))).status).toBe(303)
  const rows = await shop.deps.db
    .selectFrom('attempts')
    .select('resultCode')
    .where('returnToken', '=', returnToken)
    .execute()
  expect(rows).toEqual([{ resultCode: 'Refused' }])
})

test.each([
  '',
  '?redirectResult=',
  '?redirectResult=garbage',
  '?resultCode=authorised',
  `?redirectResult=${'a'.repeat(20_001)}`,
  '?redirectResult=%00%ff',
])('garbage (%j) leads to a page that tells the truth', async (query) => {
  const { returnToken } = await started()
  expect((await get(returnToken, query.slice(0, 60_000))).status).toBe(303)
  const { resultCode } = await shop.deps.db
    .selectFrom('attempts')
    .select('resultCode')
    .where('returnToken', '=', returnToken)
    .executeTakeFirstOrThrow()
  expect(resultCode).toBeNull()
})

test('an attempt that does not exist is not found', async () => {
  expect((await get('x'.repeat(22), '?redirectResult=a')).status).toBe(404)
  expect((await get('../../etc', '')).status).toBe(404)
  expect(await (await get('x'.repeat(22), '')).text()).toContain('찾을 수 없습니다')
})

test.each([
  ['?redirectResult=X6XtfGC3%21Y%2Ba%2Fb%3D%3D', 'X6XtfGC3!Y+a/b=='],
  ['?redirectResult=X6XtfGC3!Y+a/b==', 'X6XtfGC3!Y+a/b=='],
  ['?shopperOrder=12xy&&redirectResult=X6XtfGC3%21Y', 'X6XtfGC3!Y'],
  ['?redirectResult=a%252Bb', 'a%2Bb'],
  ['?payload=old', 'old'],
  [`?redirectResult=${'%2B'.repeat(20_000)}`, '+'.repeat(20_000)],
])('the redirectResult in %j is decoded exactly once', (search, wanted) => {
  expect(redirectResultIn(search)).toBe(wanted)
})

test.each(['\0', '%00', 'a b', ''])(
  'a token that cannot be one (%j) is not found',
  async (token) => {
    expect((await get(encodeURIComponent(token), '')).status).toBe(404)
    expect((await GET(new Request('http://localhost/'), context(token))).status).toBe(404)
  },
)

describe('the browser that comes back', () => {
  /** What it may act on from then on, as its cookie says. */
  const actsOn = async (response: Response) => {
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return cameBackForOf(new Request('http://localhost/', { headers: { cookie } }))
  }
  const backAfter = async (reference: string, button = 'Approve') =>
    new URL((await shop.press(reference, button)) ?? '').search
  const from = (cookie: string, attempt: string, query: string) => {
    const url = `http://localhost/api/return/${attempt}${query}`
    return GET(new Request(url, { headers: { cookie } }), context(attempt))
  }

  test.each(['Approve', 'Refuse', 'Cancel', 'Leave pending'])(
    'may act on the order when Adyen has confirmed its result: %s',
    async (button) => {
      const { order, reference, returnToken } = await started()
      const response = await get(returnToken, await backAfter(reference, button))
      expect(await actsOn(response)).toEqual([order])
      const [cookie] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^norang\.back=.+; Max-Age=2592000; HttpOnly; SameSite=Lax$/)
    },
  )

  test('by POST, which brings no cookie, may too', async () => {
    const { order, reference, returnToken } = await started()
    const body = new URLSearchParams(await backAfter(reference))
    const url = `http://localhost/api/return/${returnToken}`
    const response = await POST(new Request(url, { method: 'POST', body }), context(returnToken))
    expect(await actsOn(response)).toEqual([order])
  })

  test('gets nothing new when it is the one that ordered', async () => {
    const { order, reference, returnToken } = await started()
    const row = await findOrderRow(shop.deps.db, order)
    const cookie = await cookieFor(row?.visitor ?? '')
    const response = await from(cookie, returnToken, await backAfter(reference))
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test.each(['', '?redirectResult=garbage'])('gets nothing for %j', async (query) => {
    const { returnToken } = await started()
    expect((await get(returnToken, query)).headers.getSetCookie()).toEqual([])
  })

  test('gets nothing for the result of another payment', async () => {
    const [mine, theirs] = [await started(), await started()]
    const stolen = await backAfter(theirs.reference)
    expect((await get(mine.returnToken, stolen)).headers.getSetCookie()).toEqual([])
  })

  test('gets nothing while Adyen has not answered, and something once it has', async () => {
    const { order, reference, returnToken } = await started()
    const query = await backAfter(reference)
    await shop.control('faults', { on: 'details', kind: 'error_500', times: 2 })
    expect((await get(returnToken, query)).headers.getSetCookie()).toEqual([])
    await shop.advance(2 * MINUTE)
    expect(await actsOn(await get(returnToken, query))).toEqual([order])
  })

  test('gets it again with the same result, for a day', async () => {
    const { order, reference, returnToken } = await started()
    const query = await backAfter(reference)
    await get(returnToken, query)
    expect(await actsOn(await get(returnToken, query))).toEqual([order])
    await shop.deps.clock.advance(24 * HOUR)
    expect((await get(returnToken, query)).headers.getSetCookie()).toEqual([])
  })

  test('gets nothing from a payment that somebody began who only holds the order’s link', async () => {
    const { order } = await started()
    await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
    const attempt = await findAttemptByNumber(shop.deps.db, order, 2)
    const query = await backAfter(attempt?.reference ?? '', 'Cancel')
    const response = await get(attempt?.returnToken ?? '', query)
    expect(response.headers.get('location')).toContain(`/orders/${order}/result?attempt=2`)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('remembers the newest five orders, each for a month', async () => {
    let cookie = ''
    const orders = []
    for (let time = 0; time < 6; time++) {
      const { order, reference, returnToken } = await started()
      orders.unshift(order)
      const response = await from(cookie, returnToken, await backAfter(reference))
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    }
    const request = new Request('http://localhost/', { headers: { cookie } })
    expect(await cameBackForOf(request)).toEqual(orders.slice(0, 5))
    await shop.deps.clock.advance(30 * 24 * HOUR)
    expect(await cameBackForOf(request)).toEqual([])
  })
})
