import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST as postCheckout } from '@/app/api/checkout/route'
import { instant, type OrderId } from '@/lib/core/ids'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { approveInWallet } from '@/lib/proof/shop/subscriber'
import { type SignedIn, signedInOf } from '@/lib/visitor/visitor'
import { accountView } from './account'
import { checkoutView } from './checkout'
import { orderView } from './order'

const _noon = instant(Date.UTC(2026, 10, 23, 3))
let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function person(cookie: string): Promise<SignedIn> {
  const who = await signedInOf(new Request('http://localhost/', { headers: { cookie } }))
  if (who === null) throw new Error('nobody is signed in')
  return who
}

const inputOf = async (email: string): Promise<PaymentInput> => {
  const input = await aVisitorWithACart(shop)
  return { ...input, customer: { ...input.customer, email } }
}
const asGuest = async (email: string): Promise<OrderId> => checkOut(shop, await inputOf(email))

/** Through the door of the checkout page, as whoever the cookie says. */
async function asSignedIn(cookie: string, email: string): Promise<OrderId> {
  const { customer, visitor, checkoutId, number, method, total } = await inputOf(email)
  const hidden = { checkout: checkoutId, attempt: String(number), total: String(total) }
  const fields = { ...customer, ...hidden, method, agreement: 'on', locale: 'en' }
  const answer = await postCheckout(
    new Request('http://localhost/api/checkout', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: `${await cookieFor(visitor)}; ${cookie}`,
      },
    }),
  )
  expect(answer.status).toBe(303)
  const { id } = await shop.deps.db
    .selectFrom('orders')
    .select('id')
    .where('checkoutId', '=', checkoutId)
    .executeTakeFirstOrThrow()
  return id as OrderId
}

const seen = async (order: OrderId, shopper: SignedIn['shopper'] | null) =>
  orderView(shop.deps.db, order, askerWith({ shopper }), {
    locale: 'ko',
    now: await shop.deps.clock.now(),
  })

test('a shopper finds their own orders and those placed as a guest with the same address, newest first', async () => {
  const guest = await asGuest('Finder@Example.com')
  await approveInWallet(shop, guest)
  const stranger = await asGuest('stranger@example.com')
  const cookie = await signInAs(shop, 'finder@example.com')
  const own = await asSignedIn(cookie, 'work@example.com')

  const { orders, onlyNewest } = await accountView(shop.deps.db, await person(cookie))
  expect(orders.map(({ id }) => id)).toEqual([own, guest])
  expect(orders.map(({ id }) => id)).not.toContain(stranger)
  expect(orders[0]).toMatchObject({ status: 'awaiting_payment', total: '₩15,000' })
  expect(onlyNewest).toBeNull()
})

test('orders that a stranger places with the address and never pays are not on the list, and push out nothing', async () => {
  const cookie = await signInAs(shop, 'flooded@example.com')
  const own = await asSignedIn(cookie, 'flooded@example.com')
  const paid = await asGuest('Flooded@Example.com')
  await approveInWallet(shop, paid)
  await asGuest('Flooded@Example.com')
  const listed = async () => {
    const { orders, onlyNewest } = await accountView(shop.deps.db, await person(cookie))
    expect(onlyNewest).toBe(orders.length < 50 ? null : 50)
    return orders.map(({ id }) => id)
  }
  expect(await listed()).toEqual([paid, own])

  // Even as many as were paid push out what the shopper's own account placed before them no more.
  await shop.deps.pool.query(
    `insert into orders (id, number, checkout_id, visitor, locale, amount, delivery_fee, name, email, phone, postcode,
       address, address_detail, delivery_note, status, kept, created_at, updated_at)
     select left(id, 18) || lpad(n::text, 4, '0'), number || n, checkout_id || n, visitor, locale, amount, delivery_fee,
       name, email, phone, postcode, address, address_detail, delivery_note, status, kept,
       created_at + n * interval '1 second', updated_at
     from orders, generate_series(1, 54) n where id = $1`,
    [paid],
  )
  const orders = await listed()
  expect(orders).toHaveLength(50)
  expect(orders.at(-1)).toBe(own)
})

test('only who was signed in when ordering reads the address of an order on another device', async () => {
  const guest = await asGuest('owner@example.com')
  const cookie = await signInAs(shop, 'owner@example.com')
  const { shopper } = await person(cookie)
  const own = await asSignedIn(cookie, 'owner@example.com')
  expect(await seen(own, shopper)).toMatchObject({
    customerMasked: false,
    customer: { name: '김노랑', email: 'owner@example.com' },
  })
  // The address may have been mistyped into somebody else's: being able to read its mail opens nothing.
  expect(await seen(guest, shopper)).toMatchObject({ customerMasked: true })
  const other = await person(await signInAs(shop, 'other@example.com'))
  expect(await seen(own, other.shopper)).toMatchObject({ customerMasked: true })
  expect(await seen(own, null)).toMatchObject({ customerMasked: true })
  expect(await seen(guest, null)).toMatchObject({ customerMasked: true })
})

test('only the newest fifty orders are listed, and that is said', async () => {
  const cookie = await signInAs(shop, 'many@example.com')
  const first = await asSignedIn(cookie, 'many@example.com')
  await shop.deps.pool.query(
    `insert into orders select (jsonb_populate_record(o, jsonb_build_object(
       'id', o.id || n, 'number', o.number || n, 'checkout_id', o.checkout_id || n,
       'created_at', o.created_at + n * interval '1 minute'))).*
     from orders o, generate_series(1, 50) n where o.id = $1`,
    [first],
  )
  const { orders, onlyNewest } = await accountView(shop.deps.db, await person(cookie))
  expect([orders.length, onlyNewest]).toEqual([50, 50])
  expect(orders.map(({ id }) => id)).not.toContain(first)
})

test('each device that is signed in is named, and the one that asks is marked', async () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36'
  await signInAs(shop, 'devices@example.com', chrome)
  const cookie = await signInAs(shop, 'devices@example.com', 'something else')
  const { sessions } = await accountView(shop.deps.db, await person(cookie))
  expect(sessions).toMatchObject([
    { device: null, current: true },
    { device: 'Chrome, Windows', current: false },
  ])
})

test('whoever is signed in need not type their address at the checkout, and may type another', async () => {
  const input = await aVisitorWithACart(shop)
  const who = await person(await signInAs(shop, 'known@example.com'))
  const asked = {
    locale: 'ko',
    showMistakes: false,
    signedIn: who,
  } as const
  const draftNow = async () => {
    const view = await checkoutView(shop.deps, input.visitor, asked)
    return typeof view === 'string' ? view : view.draft
  }
  expect(await draftNow()).toEqual({ email: 'known@example.com' })
  const draft = JSON.stringify({ email: 'typed@example.com' })
  await shop.deps.db.updateTable('carts').set({ draft }).where('id', '=', input.visitor).execute()
  expect(await draftNow()).toEqual({ email: 'typed@example.com' })
})

describe('whoever is signed in and has ordered before', () => {
  const draftOf = async (cookie: string, typed: Record<string, string> | null = null) => {
    const { visitor } = await aVisitorWithACart(shop)
    const draft = typed && JSON.stringify(typed)
    await shop.deps.db.updateTable('carts').set({ draft }).where('id', '=', visitor).execute()
    const signedIn = await person(cookie)
    const asked = { locale: 'ko', showMistakes: false, signedIn } as const
    const view = await checkoutView(shop.deps, visitor, asked)
    if (typeof view === 'string') throw new Error(`no form: ${view}`)
    return view.draft
  }

  test('finds the form filled in as it was, and types over it', async () => {
    const cookie = await signInAs(shop, 'again@example.com')
    await asSignedIn(cookie, 'again@example.com')
    expect(await draftOf(cookie)).toEqual({
      name: '김노랑',
      email: 'again@example.com',
      phone: '01012345678',
      postcode: '04524',
      address: '서울특별시 중구 세종대로 110',
      addressDetail: '1층',
      deliveryNote: '',
    })
    const typed = { name: '', address: '부산광역시 연제구 중앙대로 1001' }
    expect(await draftOf(cookie, typed)).toMatchObject(typed)
  })

  test('is sent nothing to where a stranger had their own order sent in this name', async () => {
    await asGuest('victim@example.com')
    const cookie = await signInAs(shop, 'victim@example.com')
    expect(await draftOf(cookie)).toEqual({ email: 'victim@example.com' })
  })
})
