import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
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
