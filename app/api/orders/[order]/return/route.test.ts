import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST as postCancel } from '@/app/api/orders/[order]/cancel/route'
import { HOUR, type OrderId, orderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import { openBrowser } from '@/lib/proof/shop/account-forms'
import { aDeliveredOrder } from '@/lib/proof/shop/jars'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { claimMistakes } from '@/lib/views/claim-form'
import { orderView } from '@/lib/views/order'
import { claimView } from '@/lib/views/order-acts'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const DAY = 24 * HOUR
type Bought = { id: OrderId; number: string; visitor: string }

async function paidOrder(): Promise<Bought> {
  const input = await aVisitorWithACart(shop)
  const id = await checkOut(shop, input)
  const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
  await shop.press(attempt?.reference ?? '', 'Approve without returning')
  await shop.advance(10 * SECOND)
  const row = await findOrderRow(shop.deps.db, id)
  return { id, number: row?.number ?? '', visitor: input.visitor }
}
async function deliveredOrder(): Promise<Bought> {
  const bought = await paidOrder()
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, {
    kind: 'sent',
    tracking: 'CJ 1234-5678',
  })
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, { kind: 'delivered' })
  return bought
}
type Named = Pick<Bought, 'id' | 'visitor'>
/** From the browser that ordered. */
async function post(door: typeof POST, { id, visitor }: Named, fields = {}) {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', cookie: await cookieFor(visitor) },
  })
  const response = await door(request, { params: Promise.resolve({ order: id }) })
  await shop.settle()
  return response.headers.get('location') ?? response.status
}
const shown = async ({ id, visitor }: Bought, who: string | null = visitor) =>
  orderView(shop.deps.db, id, askerWith({ visitor: who }), {
    locale: 'ko',
    now: await shop.deps.clock.now(),
  })
const lettersOf = async ({ id }: Bought) =>
  (await shop.deps.db.selectFrom('mails').selectAll().where('orderId', '=', id).execute()).map(
    ({ letter, text }) => ({ letter, text }),
  )

test('a parcel is sent, tracked by its owner alone, and announced by a letter', async () => {
  const bought = await paidOrder()
  expect(await shown(bought)).toMatchObject({ parcel: 'here', tracking: null, mayCancel: true })
  const news = { kind: 'sent', tracking: 'CJ 1234-5678' } as const
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, news)).toMatchObject({
    kind: 'done',
  })
  await shop.settle()
  expect(await shown(bought)).toMatchObject({ parcel: 'sent', tracking: 'CJ 1234-5678' })
  expect(await shown(bought, null)).toMatchObject({ parcel: 'sent', tracking: null })
  expect((await lettersOf(bought)).find(({ letter }) => letter === 'sent')?.text).toContain(
    'CJ 1234-5678',
  )
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, news)).toMatchObject({
    kind: 'refused',
  })
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, 'nothing', news)).toEqual({
    kind: 'unknown',
  })
})

test('what has been sent cannot be cancelled any more, and the shopper is told so', async () => {
  const bought = await paidOrder()
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, { kind: 'sent', tracking: '' })
  expect(await shown(bought)).toMatchObject({ mayCancel: false })
  expect(await post(postCancel, bought)).toBe(`/en/orders/${bought.id}?problem=cancel`)
  expect(await shown(bought)).toMatchObject({ status: 'paid', parcel: 'sent' })
})

test('within seven days of its arrival an order can be returned, once', async () => {
  const bought = await deliveredOrder()
  await shop.advance(7 * DAY - HOUR)
  expect(await shown(bought)).toMatchObject({ mayClaim: true })
  const page = `/en/orders/${bought.id}`
  const reason = '뚜껑이 깨져 있었습니다'
  expect(await post(POST, bought, { ground: 'faulty', reason: ` ${reason} ` })).toBe(page)
  expect(await post(POST, bought, { ground: 'faulty', reason: 'again' })).toBe(page)
  expect(await shown(bought)).toMatchObject({ parcel: 'claimed', mayClaim: false })
  const row = await shop.deps.db
    .selectFrom('claims')
    .select('words')
    .where('orderId', '=', bought.id)
    .executeTakeFirst()
  expect(row?.words).toBe(reason)
  const letters = (await lettersOf(bought)).map(({ letter }) => letter)
  expect(letters.filter((letter) => letter === 'claim_opened')).toHaveLength(1)
})

test('after its last day it is too late, and before it was sent too early', async () => {
  const late = await deliveredOrder()
  await shop.advance(130 * DAY)
  expect(await shown(late)).toMatchObject({ mayClaim: false })
  const faulty = { ground: 'faulty' }
  expect(await post(POST, late, faulty)).toBe(`/en/orders/${late.id}?problem=return`)
  const early = await paidOrder()
  expect(await post(POST, early, faulty)).toBe(`/en/orders/${early.id}?problem=return`)
})

/** Where a filled-in form leads to, and what its page then shows once more, with what is wrong where. */
async function filledIn({ id, visitor }: Named, fields: Record<string, string>) {
  const browser = openBrowser(await cookieFor(visitor))
  const door: Parameters<typeof browser.send>[0] = (request) =>
    POST(request, { params: Promise.resolve({ order: id }) })
  const { location } = await browser.send(door, { claim: shop.deps.newId(), ...fields })
  await shop.settle()
  const kept = /norang\.claim=([\w-]+)/.exec(browser.cookie())?.[1]
  const draft = kept ? JSON.parse(Buffer.from(kept, 'base64url').toString()) : null
  const now = await shop.deps.clock.now()
  const view = await claimView(shop.deps.db, id, askerWith({ visitor }), { locale: 'en', now })
  if (view === null || view === 'too_late') throw new Error('nothing can be claimed')
  return { location, draft, mistakes: draft && claimMistakes(draft.fields, view) }
}

const filled = { 'line-1': '2', ground: 'faulty', remedy: 'same_goods', reason: 'cracked' }

test.each([
  ['a few', { lines: [[1, 'odd']] }],
  ['-1', { lines: [[1, 'odd']] }],
  ['1.5', { lines: [[1, 'odd']] }],
  ['9e99', { lines: [[1, 'odd']] }],
  ['4', { lines: [[1, 'too_many']] }],
  ['0', { pieces: 'none' }],
  ['', { pieces: 'none' }],
])(
  '%j of three jars goes back to the form, which says so beside it and keeps all',
  async (jars, wrong) => {
    const bought = await aDeliveredOrder(shop)
    const { location, draft, mistakes } = await filledIn(bought, { ...filled, 'line-1': jars })
    expect(location).toBe(`/en/orders/${bought.id}/return?problem=fields`)
    expect(draft).toEqual({ order: bought.id, fields: { ...filled, 'line-1': jars } })
    expect({ ...mistakes, lines: [...mistakes.lines] }).toEqual({
      lines: [],
      pieces: null,
      ground: null,
      remedy: null,
      ...wrong,
    })
    expect(await shown(bought)).toMatchObject({ mayClaim: true, goods: { claims: [] } })
  },
)

test('who chose no ground is asked for it, and nothing that was typed is lost, nor in an address', async () => {
  const bought = await aDeliveredOrder(shop)
  const reason = '가'.repeat(500)
  const { location, draft, mistakes } = await filledIn(bought, { ...filled, ground: '', reason })
  expect(location).toBe(`/en/orders/${bought.id}/return?problem=fields`)
  expect(draft.fields).toEqual({ ...filled, ground: '', reason })
  expect(mistakes).toMatchObject({ pieces: null, ground: 'missing' })
  const done = await filledIn(bought, filled)
  expect(done).toMatchObject({ location: `/en/orders/${bought.id}`, draft: null })
})

test('who leaves out why, and names no goods either, is asked for it', async () => {
  const bought = await aDeliveredOrder(shop)
  for (const fields of [{ reason: 'so' }, { 'line-1': '2', ground: 'not_said' }]) {
    const { location, mistakes } = await filledIn(bought, fields)
    expect(location).toBe(`/en/orders/${bought.id}/return?problem=fields`)
    expect(mistakes).toMatchObject({ pieces: null, ground: 'missing' })
  }
  expect(await shown(bought)).toMatchObject({ mayClaim: true, goods: { claims: [] } })
})

test('who changed their mind has no exchange, and reads what there is instead', async () => {
  const bought = await aDeliveredOrder(shop)
  const { location, mistakes } = await filledIn(bought, { ...filled, ground: 'changed_mind' })
  expect(location).toBe(`/en/orders/${bought.id}/return?problem=fields`)
  expect(mistakes).toMatchObject({ pieces: null, ground: null, remedy: 'only_for_faults' })
  expect(await shown(bought)).toMatchObject({ mayClaim: true, goods: { claims: [] } })
})

test('who may not change their mind any more can still say that something is wrong with it', async () => {
  const bought = await aDeliveredOrder(shop)
  await shop.advance(20 * DAY)
  const late = await filledIn(bought, { ...filled, ground: 'changed_mind' })
  expect(late.location).toBe(`/en/orders/${bought.id}/return?problem=fields`)
  expect(late.mistakes).toMatchObject({ pieces: null, ground: 'too_late' })
  expect(await filledIn(bought, filled)).toMatchObject({ location: `/en/orders/${bought.id}` })
})

test('of two who ask for the same jars, one does, and the other reads what changed', async () => {
  const bought = await aDeliveredOrder(shop)
  const both = await Promise.all([filledIn(bought, filled), filledIn(bought, filled)])
  const page = `/en/orders/${bought.id}`
  expect(both.map(({ location }) => location).sort()).toEqual([
    page,
    `${page}/return?problem=fields`,
  ])
  expect((await shown(bought))?.goods?.claims).toHaveLength(1)
})

test('a return of an order that does not exist is not found', async () => {
  for (const id of ['x'.repeat(22), 'short'])
    expect(
      await post(POST, { id: orderId(id), visitor: shop.deps.newId() }, { ground: 'faulty' }),
    ).toBe(404)
})
