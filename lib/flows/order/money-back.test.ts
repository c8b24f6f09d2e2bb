import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Asker } from '@/lib/core/asker'
import { allBooks } from '@/lib/core/books'
import { HOUR, noteId, type OrderId, orderId, SECOND, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { listParked, storeNotification } from '@/lib/db/inbox'
import { balancesOf } from '@/lib/db/ledger'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { applyAtAWord, applyNotification } from '../notification/apply-notification'
import { record } from '../record'
import { cancelOrder } from './cancel-order'
import { noteHandback, refundOrder, tryRefundAgain } from './refund-order'

/* Money that goes back, by every road, with the real database and Adyen's simulator at the other end. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const merchant: Asker = { kind: 'merchant' }
const stranger: Asker = {
  kind: 'browser',
  visitor: null,
  shopper: null,
  cameBackFor: [],
  link: null,
}

let id: OrderId
let reference: string
let payment: string
let total: number
/** An order that was paid with what came. */
async function aPaidOrder() {
  id = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  await shop.press(reference, 'Approve without returning')
  await shop.advance(10 * SECOND)
  const received = (await order()).payments[0]
  payment = received?.payment ?? ''
  total = received?.amount.minor ?? 0
}
beforeEach(async () => {
  await aPaidOrder()
  await shop.deps.db.deleteFrom('webhookInbox').execute()
})

const order = async () => {
  const found = await findOrder(shop.deps.db, id)
  if (!found) throw new Error(`no order ${id}`)
  return found
}
const books = async () =>
  Object.fromEntries(
    Object.entries(allBooks(await order())).flatMap(([part, { minor }]) =>
      minor === 0 ? [] : [[part, minor]],
    ),
  )
const status = async () => statusOf(await order()).status
const refund = (wish: string, won: number, asker: Asker = merchant) =>
  refundOrder(shop.deps, asker, id, { wish: wishId(wish), amount: krw(won), reason: 'A scratch' })
const handBack = (note: string, won: number, asker: Asker = merchant) =>
  noteHandback(shop.deps, asker, id, { note: noteId(note), amount: krw(won), reason: 'By bank' })

let copies = 0
/** A verified notification about the payment, stored and applied. */
async function told(eventCode: string, fields: object = {}): Promise<number> {
  copies += 1
  const fingerprint = `told ${copies}`
  const item = {
    eventCode,
    success: 'true',
    merchantAccountCode: shop.deps.shop.merchantAccount,
    merchantReference: reference,
    originalReference: payment,
    pspReference: `TOLD${copies}`,
    amount: { currency: 'KRW', value: total },
    ...fields,
  }
  const stored = { fingerprint, item: JSON.stringify(item), live: 'false', eventCode, reference }
  await storeNotification(shop.deps.db, stored, 'false', new Date(await shop.deps.clock.now()))
  const row = await shop.deps.db
    .selectFrom('webhookInbox')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  await applyNotification(shop.deps, row.id)
  return row.id
}
const won = (value: number) => ({ amount: { currency: 'KRW', value } })
const parked = async () => (await listParked(shop.deps.db)).map(({ parkedWhy }) => parkedWhy)

test('₩3,000 are given back: on their way, then back, and the rest stays', async () => {
  expect(await refund('wish', 3000)).toEqual({ kind: 'done' })
  expect(await books()).toEqual({ came: total, kept: total - 3000, onItsWay: 3000 })
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await books()).toEqual({ came: total, kept: total - 3000, givenBack: 3000 })
  expect(await status()).toBe('paid')
})

test('the same wish twice has the same answer as once, and asks once', async () => {
  await refund('wish', 3000)
  expect(await refund('wish', 3000)).toEqual({ kind: 'same' })
  expect((await order()).refunds).toHaveLength(1)
})

test('more than is left, nothing, or asked by nobody of the shop: nothing is changed', async () => {
  await refund('first', 5000)
  expect(await refund('more', total - 4999)).toEqual({
    kind: 'more_than_left',
    left: krw(total - 5000),
  })
  expect(await refund('nothing', 0)).toEqual({ kind: 'no_amount' })
  expect(await refund('stranger', 1, stranger)).toEqual({ kind: 'may_not' })
  expect(await handBack('stranger', 1, stranger)).toEqual({ kind: 'may_not' })
  expect((await order()).refunds).toHaveLength(1)
})

test('two people who refund at once never give back more than there is', async () => {
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((wish) => refund(wish, Math.ceil(total * 0.4))),
  )
  expect(answers.map((answer) => answer?.kind).toSorted()).toEqual([
    'done',
    'done',
    'more_than_left',
  ])
  expect((await books()).onItsWay).toBe(2 * Math.ceil(total * 0.4))
})

test('what was given back by hand is not asked back again', async () => {
  expect(await handBack('note', 3000)).toEqual({ kind: 'done' })
  expect(await handBack('note', 3000)).toEqual({ kind: 'same' })
  expect(await refund('all', total)).toMatchObject({ kind: 'more_than_left' })
  await cancelOrder(shop.deps, merchant, id)
  expect((await order()).refunds).toMatchObject([{ amount: krw(total - 3000) }])
})

test('two notes of money given back by hand are two, and one that is written twice is one', async () => {
  for (const kind of ['done', 'same']) expect(await handBack('first', 1000)).toEqual({ kind })
  expect(await handBack('second', 1000)).toEqual({ kind: 'done' })
  expect(await books()).toMatchObject({ came: total, kept: total - 2000, givenBack: 2000 })
})

test('of an order that there is not nothing is given back', async () => {
  id = orderId('never-placed')
  expect(await refund('wish', 1000)).toBeNull()
  expect(await handBack('note', 1000)).toBeNull()
})

test('a refund made in the Customer Area enters the order, and is not asked for again', async () => {
  await told('REFUND', won(5000))
  expect(await books()).toEqual({ came: total, kept: total - 5000, givenBack: 5000 })
  await told('REFUND_FAILED', { ...won(5000), pspReference: `TOLD${copies}` })
  expect(await books()).toEqual({ came: total, kept: total })
  expect(await parked()).toEqual([])
})

test('a refund made in the Customer Area in the same second as ours is told from it by its amount', async () => {
  await refund('ours', total - 1000)
  await told('REFUND', won(1000))
  expect(await books()).toEqual({ came: total, onItsWay: total - 1000, givenBack: 1000 })
})

test('one of the same amount as ours waits until Adyen has answered ours, and then is told apart', async () => {
  await refund('ours', 3000)
  await told('REFUND', won(3000))
  expect(await parked()).toEqual(['unknown_refund'])
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await parked()).toEqual([])
  expect(await books()).toEqual({ came: total, kept: total - 6000, givenBack: 6000 })
})

test.each(['CANCELLATION', 'TECHNICAL_CANCEL', 'CANCEL_OR_REFUND'])(
  '%s of the whole, with or without an amount, is a refund of all of it',
  async (eventCode) => {
    await told(eventCode, copies % 2 ? {} : { amount: null })
    expect(await books()).toEqual({ came: total, givenBack: total })
    expect(await status()).toBe('refunded')
    expect(await refund('late', 1)).toMatchObject({ kind: 'more_than_left', left: krw(0) })
  },
)

test('a part that was cancelled is a part that was given back', async () => {
  await told('CANCELLATION', won(4000))
  expect(await books()).toEqual({ came: total, kept: total - 4000, givenBack: 4000 })
})

test('a capture that failed leaves an order that has failed, and what does not fit waits for a person', async () => {
  await told('CAPTURE_FAILED', won(total - 1))
  expect(await parked()).toEqual(['wrong_amount'])
  await told('CAPTURE_FAILED')
  expect(statusOf(await order())).toEqual({ status: 'cancelled', why: 'payment_failed' })
  expect(await books()).toEqual({})
})

test('a cancellation that is heard before the payment waits for it', async () => {
  id = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  await told('CANCELLATION', { originalReference: `EARLY${copies}` })
  expect(await parked()).toEqual(['unknown_payment'])
  await told('AUTHORISATION', {
    originalReference: undefined,
    pspReference: `EARLY${copies - 1}`,
    ...won((await order()).amount.minor),
  })
  await shop.advance(SECOND)
  expect(await status()).toBe('refunded')
  expect(await parked()).toEqual([])
})

test('a dispute takes the money, and brings it back when it is reversed', async () => {
  const dispute = { pspReference: `DISPUTE${copies}` }
  await told('NOTIFICATION_OF_CHARGEBACK', dispute)
  await told('CHARGEBACK', dispute)
  expect(await books()).toEqual({ came: total, taken: total })
  expect(await status()).toBe('paid')
  expect(await refund('late', 1)).toMatchObject({ kind: 'more_than_left' })
  await told('CHARGEBACK_REVERSED', { ...dispute, originalReference: null })
  expect(await books()).toEqual({ came: total, kept: total })
})

test('a dispute that names no payment is found by its own name, or by the payment’s in its place', async () => {
  const second = `SECOND${copies}`
  await told('AUTHORISATION', { originalReference: null, pspReference: second })
  const unnamed = { originalReference: null, pspReference: `DISPUTE${copies}` }
  await told('NOTIFICATION_OF_CHARGEBACK', unnamed)
  expect(await parked()).toEqual(['unknown_payment'])
  await told('REQUEST_FOR_INFORMATION', { ...unnamed, originalReference: payment })
  await told('CHARGEBACK', unnamed)
  await told('CHARGEBACK', { originalReference: null, pspReference: second })
  expect((await order()).disputes).toMatchObject([
    { payment, steps: ['information_asked', 'taken'] },
    { payment: second, steps: ['taken'] },
  ])
})

test('a dispute in another currency, or over more than came, waits until a person says how much', async () => {
  const dispute = { pspReference: `DISPUTE${copies}` }
  const odd = await told('CHARGEBACK', { ...dispute, amount: { currency: 'USD', value: 1000 } })
  expect(await parked()).toEqual(['wrong_amount'])
  expect(await applyAtAWord(shop.deps, odd, null)).toBe('wrong_amount')
  expect(await applyAtAWord(shop.deps, odd, krw(4000))).toBeNull()
  expect(await books()).toEqual({ came: total, kept: total - 4000, taken: 4000 })
})

test('no word of a person makes an order paid', async () => {
  id = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  const less = { originalReference: undefined, ...won(1) }
  const odd = await told('AUTHORISATION', less)
  expect(await applyAtAWord(shop.deps, odd, krw((await order()).amount.minor))).toBe('wrong_amount')
  expect(await status()).toBe('awaiting_payment')
})

test('what failed is asked for again for its own amount, and given up after five tries, until a person has it tried again', async () => {
  await refund('wish', 3000)
  for (const hours of [1, 6, 24, 72, 1]) {
    const newest = (await order()).refunds.at(-1)
    if (!newest) throw new Error('no refund')
    await record(shop.deps, id, { kind: 'refund_news', refund: newest.id, rung: 'failed' })
    await shop.advance(hours * HOUR)
  }
  const { refunds } = await order()
  expect(refunds.map(({ amount }) => amount.minor)).toEqual(Array(5).fill(3000))
  expect((await books()).kept).toBe(total)
  const once = (asker: Asker) => tryRefundAgain(shop.deps, asker, id, wishId('wish'))
  expect([await once(stranger), await once(merchant), await once(merchant)]).toEqual([
    'may_not',
    'asked',
    'nothing',
  ])
  expect(await books()).toEqual({ came: total, kept: total - 3000, onItsWay: 3000 })
})

test('the ledger of an order says what its books say, and adds up to zero', async () => {
  await refund('wish', 3000)
  await handBack('note', 2000)
  await told('REFUND', won(1000))
  await told('CHARGEBACK', { pspReference: `DISPUTE${copies}`, ...won(4000) })
  const balances = await balancesOf(shop.deps.db, id)
  expect(Object.fromEntries(balances)).toEqual({
    shopper_paid: -total,
    with_provider: total - 3000 - 1000 - 4000,
    by_hand: -2000,
    on_its_way: 3000,
    given_back: 3000,
    taken: 4000,
  })
  expect([...balances.values()].reduce((sum, each) => sum + each, 0)).toBe(0)
  const row = await shop.deps.db
    .selectFrom('orders')
    .select(['kept', 'onItsWay', 'refunded', 'taken'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ kept: total - 10_000, onItsWay: 3000, refunded: 3000, taken: 4000 })
})

test('nobody changes what the ledger says', async () => {
  const { db } = shop.deps
  const change = db.updateTable('ledger').set({ won: 0 }).where('orderId', '=', id).execute()
  await expect(change).rejects.toThrow('the ledger is only added to')
  const removal = db.deleteFrom('ledger').where('orderId', '=', id).execute()
  await expect(removal).rejects.toThrow('the ledger is only added to')
})
