import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as postCart } from '@/app/api/cart/route'
import { POST as postDraft } from '@/app/api/checkout/draft/route'
import { DAY } from '@/lib/core/calendar'
import { forgetAnonymous } from '@/lib/jobs/forget-anonymous'
import { sendForm } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { visitorOf } from '@/lib/visitor/visitor'
import { bounds, forgetOldCarts } from './anonymous-carts'

/* What is kept for people who gave no name: not without end, and nobody is refused. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ TRUST_PROXY: 'x-real-ip' })
})
afterAll(() => shop.close())
beforeEach(() => shop.deps.pool.query('delete from carts'))

const JAR = { variant: 'yuja-preserve' }
const ask = async (sql: string, ...values: unknown[]) =>
  (await shop.deps.pool.query(sql, values)).rows
const from = (network: string) => ({ 'x-real-ip': network })

/** Somebody's first piece, from a network; whose cart it became. */
async function puts(network: string): Promise<string> {
  const { status, cookies } = await sendForm(postCart, JAR, from(network))
  expect(status).toBe(303)
  const headers = { cookie: cookies[0]?.split(';')[0] ?? '' }
  return (await visitorOf(new Request('http://localhost/', { headers }))) ?? ''
}
/** That many more carts with nothing in them, from where the given one is from, each a day older than the next. */
const makeMore = (cart: string, many: number) =>
  ask(
    `insert into carts (id, checkout_id, updated_at, network)
     select 'more-' || n, 'more-' || n, updated_at - n * interval '1 day', network
     from carts, generate_series(1, $2) n where id = $1`,
    cart,
    many,
  )
const ids = async () => new Set((await ask('select id from carts')).map(({ id }) => id))

describe('one network', () => {
  test('that has as many carts as it may makes room with the oldest that have nothing in them', async () => {
    const mine = await puts('192.0.2.1')
    const neighbour = await puts('192.0.2.2')
    await ask(`update carts set updated_at = updated_at - interval '9 years'`)
    await makeMore(mine, bounds.ofANetwork)
    const newest = await puts('192.0.2.1')
    const left = await ids()
    expect(left.size).toBeLessThanOrEqual(bounds.ofANetwork + 1)
    // What has something in it stays, however old, and so does what is another network's.
    for (const kept of [mine, neighbour, newest, 'more-1']) expect(left).toContain(kept)
    expect(left).not.toContain(`more-${bounds.ofANetwork}`)
  })

  test('that has filled all of them loses the oldest of those, and never what an order was made of', async () => {
    const input = await aVisitorWithACart(shop)
    await checkOut(shop, input)
    await makeMore(input.visitor, bounds.ofANetwork)
    await ask(
      `insert into cart_lines (cart_id, variant_id, quantity, seen_price)
       select id, 'yuja-preserve', 1, 15000 from carts where id like 'more-%'`,
    )
    await ask(
      `update carts set updated_at = updated_at - interval '9 years' where id = $1`,
      input.visitor,
    )
    await puts('192.0.2.1')
    const left = await ids()
    expect(left.size).toBeLessThanOrEqual(bounds.ofANetwork)
    expect(left).toContain(input.visitor)
    expect(left).toContain('more-1')
    expect(left).not.toContain(`more-${bounds.ofANetwork}`)
  })

  test('is known by a fingerprint, and is the same for all addresses of one household', async () => {
    await puts('2001:db8:0:1::1')
    await puts('2001:db8:0:1:ffff::2')
    const rows = await ask('select distinct network from carts')
    expect(rows).toEqual([{ network: expect.stringMatching(/^[\w-]{43}$/) }])
  })

  test('makes room also for what is only typed, with cookies of carts that are gone', async () => {
    const mine = await puts('192.0.2.1')
    await makeMore(mine, bounds.ofANetwork)
    const cookie = await cookieFor(shop.deps.newId())
    await sendForm(postDraft, { name: '김노랑' }, { cookie, ...from('192.0.2.1') })
    expect((await ids()).size).toBeLessThanOrEqual(bounds.ofANetwork)
  })
})

describe('what nobody comes back for', () => {
  const pass = (days: number) => shop.deps.clock.advance(days * DAY)

  test('is forgotten: what was only typed after a month, and a cart when its cookie is over', async () => {
    const cart = await puts('192.0.2.1')
    const visitor = shop.deps.newId()
    const headers = { cookie: await cookieFor(visitor) }
    await sendForm(postDraft, { name: '김노랑' }, headers)
    await pass(29)
    await sendForm(postDraft, { name: '김노랑' }, headers)
    await pass(29)
    await forgetAnonymous(shop.deps)
    // Who typed again yesterday is still there.
    expect(await ids()).toEqual(new Set([cart, visitor]))
    await pass(2)
    await forgetAnonymous(shop.deps)
    expect(await ids()).toEqual(new Set([cart]))
    await pass(365)
    await forgetAnonymous(shop.deps)
    expect(await ids()).toEqual(new Set())
  })

  test('an empty cart whose order is there stays as long as its cookie', async () => {
    const input = await aVisitorWithACart(shop)
    await checkOut(shop, input)
    await ask('delete from cart_lines')
    await pass(40)
    await forgetAnonymous(shop.deps)
    expect(await ids()).toEqual(new Set([input.visitor]))
  })

  test('links and codes go when their time is over', async () => {
    const now = new Date(await shop.deps.clock.now())
    await ask("insert into challenges (id, code, expires_at) values ('old', '', $1)", now)
    await ask(
      `insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
       values ('old', '', '', now(), now(), now())`,
    )
    await forgetAnonymous(shop.deps)
    for (const table of ['challenges', 'verifications', 'act_links'])
      expect(await ask(`select from ${table}`), table).toEqual([])
  })
})

test('when there are too many in all, the oldest leave that have nothing in them, and then the oldest, but none of today', async () => {
  const input = await aVisitorWithACart(shop)
  await checkOut(shop, input)
  const [full, today] = [await puts('192.0.2.1'), await puts('192.0.2.2')]
  await makeMore(full, 5)
  await ask(`update carts set updated_at = updated_at - interval '9 days' where id = any($1)`, [
    full,
    input.visitor,
  ])
  const now = new Date(await shop.deps.clock.now())
  await forgetOldCarts(shop.deps.db, now, 6)
  expect(await ids()).toEqual(new Set([input.visitor, full, today, 'more-1', 'more-2', 'more-3']))
  await forgetOldCarts(shop.deps.db, now, 1)
  expect(await ids()).toEqual(new Set([input.visitor, today]))
})

test('when one day brings twice as many as there may be, those of today leave too, the oldest first', async () => {
  const input = await aVisitorWithACart(shop)
  await checkOut(shop, input)
  const [first, second] = [await puts('192.0.2.1'), await puts('192.0.2.2')]
  await ask(
    `insert into carts (id, checkout_id, updated_at, network)
     select 'flood-' || n, 'flood-' || n, updated_at + n * interval '1 second', network
     from carts, generate_series(1, 6) n where id = $1`,
    first,
  )
  const now = new Date(await shop.deps.clock.now())
  await forgetOldCarts(shop.deps.db, now, 2)
  // Whoever has something in the cart goes last.
  expect(await ids()).toEqual(new Set([input.visitor, first, second, 'flood-6']))
  await forgetOldCarts(shop.deps.db, now, 1)
  expect(await ids()).toEqual(new Set([input.visitor, second]))
})
