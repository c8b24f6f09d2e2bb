import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { findOrder } from '@/lib/db/orders'
import { readEnv } from '@/lib/env'
import { changeCart } from '@/lib/flows/cart/change-cart'
import { giveFirstBack, putUp, seeFirstPayment } from '@/lib/flows/going-live/first-payment'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { catalogueView } from '@/lib/views/catalogue'
import { printSeen, watchFirstPayment } from './first-payment'

/* The first ₩1,000, as the merchant watches it: the shop beside it is the whole one, and delivery costs what is usual. */

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({ DELIVERY_FEE: '3000' }, Promise.resolve(scratch))
})
afterAll(() => shop.close())

let said: string[]
let stopping: AbortController
let isThere: boolean
beforeEach(() => {
  isThere = true
  said = []
  stopping = new AbortController()
})

const watch = (locale: 'ko' | 'en' = 'en', letterMs = 60_000) =>
  watchFirstPayment(shop.deps, {
    locale,
    print: (line) => void said.push(line),
    stop: stopping.signal,
    pollMs: 20,
    letterMs,
    isThere: async () => isThere,
  })
const hears = (text: string) =>
  expect.poll(() => said.join('\n'), { timeout: 30_000, interval: 20 }).toContain(text)

/** What is kept of it, printed for people or programs. */
const prints = (locale: 'ko' | 'en', json = false) =>
  printSeen(readEnv({ DATABASE_URL: scratch.url }), {
    locale,
    json,
    print: (line) => void said.push(line),
  })

/** The end of the address that was said last. */
let address = ''
const addressNow = () => {
  address = said.join('\n').match(/products\/(\S+)/)?.[1] ?? address
  return address
}

/** Somebody who opened the link and pays ₩1,000: no delivery on top. */
async function order() {
  const usual = await aVisitorWithACart(shop)
  const visitor = shop.deps.newId()
  const thing = { variantId: addressNow(), intent: 'add', quantity: 1 } as const
  await changeCart(shop.deps, { cart: visitor, network: '192.0.2.1', ...thing })
  const checkoutId = (await findCart(shop.deps.db, visitor))?.checkoutId ?? ''
  const id = await checkOut(shop, { ...usual, visitor, checkoutId, total: 1000 })
  return { id, reference: (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? '' }
}

async function comeBack(reference: string, button: string) {
  const back = new URL((await shop.press(reference, button)) ?? '')
  const token = back.pathname.split('/').at(-1) ?? ''
  await finishPayment(shop.deps, token, back.searchParams.get('redirectResult'))
}

test('a shop without goods is told to have some first', async () => {
  const empty = await openShop({}, Promise.resolve(await scratchDatabase()))
  for (const table of ['plans', 'stockMoves', 'variants', 'products', 'collections'] as const)
    await empty.deps.pool.query(
      `truncate ${table.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`)} cascade`,
    )
  const stop = new AbortController().signal
  const print = (line: string) => void said.push(line)
  expect(await watchFirstPayment(empty.deps, { locale: 'ko', print, stop })).toBe(1)
  expect(said).toEqual([expect.stringContaining('상품이 없습니다')])
  await empty.close()
})

test('before anything was seen of KakaoPay it says how it is', async () => {
  expect(await prints('en')).toBe(2)
  expect(said).toEqual([expect.stringContaining('--first-payment')])
})

test('a shop that is stopped is said to be, once, and that it answers once it does', async () => {
  isThere = false
  const watched = watch()
  await hears('No shop answers at http://')
  isThere = true
  await hears('✔ The shop answers.')
  stopping.abort()
  expect(await watched).toBe(2)
  expect(said.filter((line) => line.includes('No shop answers'))).toHaveLength(1)
})

test('it is found by its address only, asked, paid, mailed, given back, and what was seen is kept', async () => {
  const watched = watch()
  await hears('/en/products/first-payment-')
  const { products, hidden } = await catalogueView(shop.deps.db, 'en')
  expect(products.map(({ id }) => id)).not.toContain(addressNow())
  expect(hidden).toMatchObject([{ id: addressNow(), minor: 1000, soldOut: false }])
  expect(said.join()).toContain(hidden[0]?.slug)

  const { reference } = await order()
  await hears('✔ Adyen was asked')
  await comeBack(reference, 'Approve')
  await hears('✔ The shopper came back')
  await shop.advance(10 * SECOND)
  await hears('✔ It is paid')
  // No mail server is set here, so no letter leaves: it is as if one had.
  await shop.deps.db.updateTable('mails').set({ sentAt: new Date() }).execute()
  await hears('✔ The receipt was mailed')
  await hears('✔ The refund is asked for')
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await watched).toBe(0)
  const steps = said.filter((line) => line.startsWith('✔'))
  expect(steps).toHaveLength(8)
  expect(steps.at(-1)).toBe('✔ The refund is done')
  const text = said.join('\n')
  expect(text).toContain('resultCode on the way back: Authorised')
  expect(text).toContain('Events of the webhook, in their order: AUTHORISATION, REFUND')
  expect(text).toContain('Whether ₩1,000 is taken: yes')
  expect(text).toContain('Events of a dispute: not seen yet')

  expect(await prints('ko')).toBe(0)
  expect(said.at(-4)).toBe('  웹훅의 paymentMethod: kakaopay')
  said = []
  expect(await prints('en', true)).toBe(0)
  expect(JSON.parse(said.join())).toMatchObject({ seen: { method: 'kakaopay', dispute: null } })
})

test('a receipt that does not leave keeps the money no longer than it may, and is said at the end', async () => {
  const watched = watch('en', 0)
  await hears('/en/products/first-payment-')
  const { reference } = await order()
  await comeBack(reference, 'Approve')
  await shop.advance(10 * SECOND)
  await hears('✔ The refund is asked for')
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await watched).toBe(1)
  expect(said.at(-1)).toMatch(/^✘ The receipt was not mailed/)
})

test('what is refused is said with its reason, it can be tried again, and who stops goes on later', async () => {
  const watched = watch('ko')
  await hears('/ko/products/first-payment-')
  const { id, reference } = await order()
  await comeBack(reference, 'Refuse')
  await shop.advance(80 * 60 * SECOND)
  await hears('결제되지 않고 끝났습니다')
  await hears('다시 주문할 수 있습니다')
  const again = await order()
  await hears('✔ Adyen에 결제를 물었습니다')
  stopping.abort()
  expect(await watched).toBe(2)
  expect(again.id).not.toBe(id)
  expect(said.join('\n')).toMatch(/거절 이유\(refusalReason\): (?!아직)/)

  stopping = new AbortController()
  const later = watch()
  await hears('Goes on with order')
  stopping.abort()
  expect(await later).toBe(2)
})

describe('a stranger', () => {
  const buys = async (
    things: readonly { variantId: string; quantity: number }[],
    total: number,
  ) => {
    const usual = await aVisitorWithACart(shop)
    const visitor = shop.deps.newId()
    const changed = []
    for (const thing of things) {
      const change = { cart: visitor, network: '192.0.2.1', intent: 'add', ...thing } as const
      changed.push((await changeCart(shop.deps, change)).kind)
    }
    const checkoutId = (await findCart(shop.deps.db, visitor))?.checkoutId ?? ''
    if (changed.some((kind) => kind !== 'took')) return null
    const id = await checkOut(shop, { ...usual, visitor, checkoutId, total })
    const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
    await shop.press(attempt?.reference ?? '', 'Approve without returning')
    await shop.advance(10 * SECOND)
    return id
  }

  test('cannot put it into a cart without its address', async () => {
    await putUp(shop.deps)
    const guessed = [{ variantId: 'first-payment', quantity: 1 }]
    expect(await buys(guessed, 1000)).toBeNull()
  })

  test('who knows the address has nothing given back for an order that holds other things, or more of it', async () => {
    const address = (await putUp(shop.deps)) ?? ''
    await shop.deps.pool.query('update variants set stock = 5 where id = $1', [address])
    const jar = { variantId: 'yuja-preserve', quantity: 1 }
    await buys([{ variantId: address, quantity: 1 }, jar], 16_000 + 3_000)
    expect(await seeFirstPayment(shop.deps)).toBeNull()
    await buys([{ variantId: address, quantity: 2 }], 2_000)
    expect(await seeFirstPayment(shop.deps)).toBeNull()
    const alone = await buys([{ variantId: address, quantity: 1 }], 1_000)
    expect(await seeFirstPayment(shop.deps)).toMatchObject({ id: alone })
    await putUp(shop.deps)
    expect(await seeFirstPayment(shop.deps)).toBeNull()
    expect(await buys([{ variantId: address, quantity: 1 }], 1_000)).toBeNull()
  })

  test('never more than it costs is given back, and nothing once it was sent', async () => {
    const jar = [{ variantId: 'yuja-preserve', quantity: 1 }]
    const [dear, sent] = [await buys(jar, 18_000), await buys(jar, 18_000)]
    if (dear === null || sent === null) throw new Error('nothing was bought')
    const tracking = { carrier: 'CJ대한통운', number: '123456789012' } as const
    const parcel = { pieces: null, tracking, despite: null }
    await sendParcel(shop.deps, { kind: 'merchant' }, sent, parcel)
    expect(await giveFirstBack(shop.deps, { id: sent }, 'x')).toBeNull()
    expect(await giveFirstBack(shop.deps, { id: dear }, 'x')).toEqual({ kind: 'done' })
    const wishes = (await findOrder(shop.deps.db, dear))?.wishes
    expect(wishes).toMatchObject([{ amount: { minor: 1_000 } }])
  })
})
