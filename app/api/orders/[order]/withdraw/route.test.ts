import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST as postReturn } from '@/app/api/orders/[order]/return/route'
import { claimId } from '@/lib/core/ids'
import { findOrder } from '@/lib/db/orders'
import { decideClaim } from '@/lib/flows/order/decide-claim'
import { openClaim } from '@/lib/flows/order/open-claim'
import { aDeliveredOrder, type BoughtJars, postedBy } from '@/lib/proof/shop/jars'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { orderView } from '@/lib/views/order'
import { claimView, withdrawView } from '@/lib/views/order-acts'
import { POST } from './route'

/* Three jars were delivered, and somebody thinks better of sending some of them back. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const claim = (bought: BoughtJars, jars: number) =>
  postedBy(shop, postReturn, bought, {
    claim: shop.deps.newId(),
    'line-1': String(jars),
    ground: 'changed_mind',
    remedy: 'money',
  })
const withdraw = (bought: BoughtJars, which: string) =>
  postedBy(shop, POST, bought, { claim: which })
const statesOf = async ({ id }: BoughtJars) =>
  (await findOrder(shop.deps.db, id))?.goods.claims.map(({ state }) => state)
const seen = async ({ visitor }: BoughtJars) =>
  [askerWith({ visitor }), { locale: 'en', now: await shop.deps.clock.now() }] as const

test('a return request is taken back once, and the goods can be claimed anew', async () => {
  const bought = await aDeliveredOrder(shop)
  const page = `/en/orders/${bought.id}`
  expect(await claim(bought, 2)).toBe(page)
  expect(await withdraw(bought, '1')).toBe(page)
  expect(await withdraw(bought, '1')).toBe(page)
  expect(await statesOf(bought)).toEqual(['withdrawn'])
  expect(await claim(bought, 3)).toBe(page)
  expect(await statesOf(bought)).toEqual(['withdrawn', 'open'])
})

test('while some of it is claimed the rest can be claimed too, each request by itself', async () => {
  const bought = await aDeliveredOrder(shop)
  await claim(bought, 2)
  const [asker, asked] = await seen(bought)
  expect(await claimView(shop.deps.db, bought.id, asker, asked)).toMatchObject({
    open: [{ place: 1, pieces: expect.stringContaining('× 2') }],
    lines: [{ quantity: 1 }],
  })
  await claim(bought, 1)
  expect(await withdraw(bought, '2')).toBe(`/en/orders/${bought.id}`)
  expect(await statesOf(bought)).toEqual(['open', 'withdrawn'])
})

test('what is back already cannot be kept any more, and says so before and after the button', async () => {
  const bought = await aDeliveredOrder(shop)
  await claim(bought, 2)
  const goods = (await findOrder(shop.deps.db, bought.id))?.goods.claims[0]
  const [asker, asked] = await seen(bought)
  const page = () => withdrawView(shop.deps.db, bought.id, asker, { ...asked, place: 1 })
  expect(await page()).toMatchObject({ leave: 'yes', pieces: expect.stringContaining('× 2') })
  await decideClaim(shop.deps, { kind: 'merchant' }, bought.id, {
    kind: 'claim_arrived',
    claim: goods?.id ?? claimId(''),
    sellable: goods?.pieces ?? [],
    damaged: [],
  })
  expect(await page()).toBe('too_late')
  expect(await withdraw(bought, '1')).toBe(`/en/orders/${bought.id}?problem=withdraw`)
  expect(await statesOf(bought)).toEqual(['arrived'])
})

test('who ordered reads their own words of it, and not those of the shop', async () => {
  const bought = await aDeliveredOrder(shop)
  await postedBy(shop, postReturn, bought, {
    'line-1': '1',
    ground: 'faulty',
    reason: ' 뚜껑이 깨졌어요 ',
  })
  await openClaim(shop.deps, { kind: 'merchant' }, bought.id, {
    claim: claimId(shop.deps.newId()),
    pieces: null,
    ground: 'faulty',
    remedy: 'money',
    words: 'rang twice',
  })
  const [asker, asked] = await seen(bought)
  const view = await orderView(shop.deps.db, bought.id, asker, asked)
  expect(view?.goods?.claims.map(({ words }) => words)).toEqual(['뚜껑이 깨졌어요', ''])
})

test('a request that is not there is not found', async () => {
  const bought = await aDeliveredOrder(shop)
  for (const which of ['', '0', '2', '-1', '1.5', 'x', '9e99'])
    expect(await withdraw(bought, which)).toBe(404)
})

test('who asks and takes back without end is stopped, told how it goes on, and can call the shop', async () => {
  const bought = await aDeliveredOrder(shop)
  const page = `/en/orders/${bought.id}`
  const answers: (string | number)[] = []
  for (let n = 1; n <= 5; n++) {
    answers.push(await claim(bought, 3))
    await withdraw(bought, `${n}`)
  }
  const often = `${page}?problem=return_often`
  expect(answers).toEqual([page, page, page, often, often])
  expect(await statesOf(bought)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  const asked = { pieces: null, ground: 'faulty', remedy: 'money', words: 'She called' } as const
  const noted = claimId(shop.deps.newId())
  const { id } = bought
  expect(await openClaim(shop.deps, { kind: 'merchant' }, id, { claim: noted, ...asked })).toBe(
    'done',
  )
})
