import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getStatus } from '@/app/api/orders/[order]/route'
import { findCart } from '@/lib/db/carts'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, cookieFor } from '@/lib/proof/shop/shopper'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const fieldsOf = (input: PaymentInput): Record<string, string> => ({
  checkout: input.checkoutId,
  attempt: String(input.number),
  total: String(input.total),
  locale: input.locale,
  method: input.method,
  agreement: 'on',
  ...input.customer,
  phone: '010-1234-5678',
})

const post = async (fields: Record<string, string>, visitor: string | null, headers = {}) =>
  POST(
    new Request('http://localhost/api/checkout', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(visitor ? { cookie: `other=1; ${await cookieFor(visitor)}` } : {}),
        ...headers,
      },
    }),
  )
const locationOf = (response: Response) => response.headers.get('location')

test('a complete form leads to the wallet', async () => {
  const input = await aVisitorWithACart(shop)
  const response = await post(fieldsOf(input), input.visitor)
  expect(response.status).toBe(303)
  expect(locationOf(response)).toContain('checkoutPaymentRedirect')
})

test('the status of an order says what the contract says, and nothing else', async () => {
  const input = await aVisitorWithACart(shop)
  await post(fieldsOf(input), input.visitor)
  const { id } = await shop.deps.db
    .selectFrom('orders')
    .select('id')
    .where('checkoutId', '=', input.checkoutId)
    .executeTakeFirstOrThrow()
  const response = await getStatus(new Request('http://localhost/'), {
    params: Promise.resolve({ order: id }),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    order: id,
    status: 'awaiting_payment',
    why: null,
    resultCode: null,
    amount: { currency: 'KRW', value: 15000 },
    refunded: 0,
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

test.each(['x'.repeat(22), 'short', "'; drop table orders --"])(
  'an order %j is not found',
  async (order) => {
    const response = await getStatus(new Request('http://localhost/'), {
      params: Promise.resolve({ order }),
    })
    expect(response.status).toBe(404)
  },
)

describe('a form that is not complete', () => {
  test.each([
    ['name', ''],
    ['email', 'norang@'],
    ['phone', '02-123-4567'],
    ['postcode', '4524'],
    ['address', '   '],
    ['method', 'scheme'],
    ['agreement', ''],
  ])('%s %j leads back to it, and nothing typed is lost', async (field, value) => {
    const input = await aVisitorWithACart(shop)
    const response = await post({ ...fieldsOf(input), [field]: value }, input.visitor)
    expect(locationOf(response)).toBe('/ko/checkout?problem=fields')
    const draft = JSON.parse((await findCart(shop.deps.db, input.visitor))?.draft ?? '{}')
    expect(draft).toMatchObject({
      deliveryNote: '',
      ...(field === 'name' ? {} : { name: '김노랑' }),
    })
    expect(draft).not.toHaveProperty('agreement')
  })

  test('hidden fields that are not ours lead back to a fresh form', async () => {
    const input = await aVisitorWithACart(shop)
    for (const wrong of [{ checkout: 'x' }, { attempt: '0' }, { attempt: '1e9' }, { total: 'NaN' }])
      expect(locationOf(await post({ ...fieldsOf(input), ...wrong }, input.visitor))).toBe(
        '/ko/checkout?problem=stale',
      )
  })

  test('an amount that the shopper made up is not paid', async () => {
    const input = await aVisitorWithACart(shop)
    const response = await post({ ...fieldsOf(input), total: '1' }, input.visitor)
    expect(locationOf(response)).toBe('/ko/checkout?problem=changed')
  })

  test('without a cart there is nothing to pay', async () => {
    const input = await aVisitorWithACart(shop)
    expect(locationOf(await post(fieldsOf(input), null))).toBe('/ko/cart?problem=empty_cart')
    const stranger = shop.deps.newId()
    expect(locationOf(await post(fieldsOf(input), stranger))).toBe('/ko/cart?problem=empty_cart')
  })

  test('a body that is no form is a form without fields', async () => {
    const input = await aVisitorWithACart(shop)
    const response = await POST(
      new Request('http://localhost/api/checkout', {
        method: 'POST',
        body: '{"a":',
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie: await cookieFor(input.visitor),
        },
      }),
    )
    expect(response.status).toBe(303)
  })
})

describe('the checkout id of somebody else', () => {
  const orderOf = (checkoutId: string) =>
    shop.deps.db
      .selectFrom('orders')
      .selectAll()
      .where('checkoutId', '=', checkoutId)
      .executeTakeFirstOrThrow()
  const attemptsOf = async (orderId: string) =>
    (await shop.deps.pool.query('select id from attempts where order_id = $1', [orderId])).rowCount

  test.each(['1', '2'])(
    'shows, replaces and prefills nothing of theirs: attempt %s',
    async (attempt) => {
      const theirs = await aVisitorWithACart(shop)
      await post(fieldsOf(theirs), theirs.visitor)
      const before = await orderOf(theirs.checkoutId)
      const mine = await aVisitorWithACart(shop)
      const fields = { ...fieldsOf(mine), checkout: theirs.checkoutId, attempt, name: '이도둑' }
      const answer = await post({ ...fields, address: '다른 주소' }, mine.visitor)
      // As for an id that nobody has.
      expect(locationOf(answer)).toBe('/ko/checkout?problem=changed')
      const unknown = { ...fields, checkout: shop.deps.newId() }
      expect(locationOf(await post(unknown, mine.visitor))).toBe('/ko/checkout?problem=changed')
      expect(await orderOf(theirs.checkoutId)).toEqual(before)
      expect(await attemptsOf(before.id)).toBe(1)
      expect((await findCart(shop.deps.db, theirs.visitor))?.checkoutId).toBe(theirs.checkoutId)
      // They go on as if nobody had been there.
      expect(locationOf(await post(fieldsOf(theirs), theirs.visitor))).toContain('checkoutPayment')
    },
  )

  test('is nothing to a browser without a cart either', async () => {
    const theirs = await aVisitorWithACart(shop)
    await post(fieldsOf(theirs), theirs.visitor)
    const answer = await post({ ...fieldsOf(theirs), total: '1' }, shop.deps.newId())
    expect(locationOf(answer)).toBe('/ko/cart?problem=empty_cart')
    expect((await findCart(shop.deps.db, theirs.visitor))?.checkoutId).toBe(theirs.checkoutId)
  })
})

describe('a form of another site', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
  ])('%j is refused', async (headers) => {
    const input = await aVisitorWithACart(shop)
    expect((await post(fieldsOf(input), input.visitor, headers)).status).toBe(403)
  })

  test('where the browser does not say, the origin has to', async () => {
    const input = await aVisitorWithACart(shop)
    const from = async (headers: Record<string, string>) =>
      POST(
        new Request('http://localhost/api/checkout', {
          method: 'POST',
          body: new URLSearchParams(fieldsOf(input)),
          headers: { host: 'shop.example', cookie: await cookieFor(input.visitor), ...headers },
        }),
      )
    expect((await from({})).status).toBe(403)
    expect((await from({ origin: 'null' })).status).toBe(403)
    expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await from({ origin: 'https://shop.example' })).status).toBe(303)
  })
})
