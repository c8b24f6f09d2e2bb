import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OrderId, type PaymentId, paymentId, storedRefundId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import type { Fact } from '@/lib/core/order'
import type { RefundRung } from '@/lib/core/refund'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { record } from '../record'
import { findMoneyTarget, type Word } from './find-money-target'

/* Which refund of a payment news is about: one that has its name, one of ours that may be meant, or somebody else's. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let order: OrderId
let payment: PaymentId
let names = 0
const hear = (fact: Fact) => record(shop.deps, order, fact)

async function aPayment(): Promise<PaymentId> {
  const attempt = await findAttemptByNumber(shop.deps.db, order, 1)
  if (!attempt) throw new Error('no attempt')
  names += 1
  const name = paymentId(`PAID${names}`)
  const about = { attempt: attempt.id, payment: name, amount: krw(15_000) }
  await hear({ kind: 'payment_authorised', ...about })
  return name
}
beforeEach(async () => {
  order = await checkOut(shop, await aVisitorWithACart(shop))
  payment = await aPayment()
})

/** A refund that somebody made at Adyen. */
async function madeThere(amount: number, rung: RefundRung, of = payment): Promise<string> {
  names += 1
  const psp = `THERE${names}`
  const refund = storedRefundId(psp)
  await hear({ kind: 'refund_elsewhere', refund, payment: of, amount: krw(amount), rung: 'done' })
  if (rung !== 'done') await hear({ kind: 'refund_news', refund, rung })
  return psp
}

type News = { psp?: string; rung?: RefundRung; won: number | null }
const found = async ({ psp = 'UNHEARDOF', rung = 'done', won }: News, word: Word = null) => {
  const about = { payment, reference: '' }
  const amount = won === null ? null : { currency: 'KRW', minor: won }
  const news = { kind: 'refund', about, refundPsp: psp, rung, amount } as const
  const target = await shop.deps.db.transaction().execute((tx) => findMoneyTarget(tx, news, word))
  return typeof target === 'string' ? target : target.fact
}
const newsOf = (psp: string) => ({ kind: 'refund_news', refund: storedRefundId(psp) })

test('news of a refund that has its name says so much as it was, or nothing', async () => {
  const psp = await madeThere(4000, 'done')
  expect(await found({ psp, rung: 'failed', won: 4000 })).toMatchObject(newsOf(psp))
  expect(await found({ psp, rung: 'failed', won: null })).toMatchObject(newsOf(psp))
  for (const won of [3999, 15_001])
    expect(await found({ psp, rung: 'failed', won })).toBe('wrong_amount')
})

test('while one of ours of this amount has no answer, it may be meant, until a person says that it is not', async () => {
  await hear({ kind: 'refund_wished', wish: wishId(payment), amount: krw(3000), reason: '' })
  expect(await found({ won: 3000 })).toBe('unknown_refund')
  expect(await found({ won: null })).toBe('unknown_refund')
  expect(await found({ won: 2000 })).toMatchObject({ kind: 'refund_elsewhere', amount: krw(2000) })
  expect(await found({ won: 3000 }, { amount: null })).toMatchObject({ kind: 'refund_elsewhere' })
})

test('a reversal under another name is about the only refund of its amount, once that is done', async () => {
  const four = await madeThere(4000, 'done')
  const two = await madeThere(2000, 'done')
  const rung = 'reversed'
  expect(await found({ rung, won: 4000 })).toMatchObject(newsOf(four))
  expect(await found({ rung, won: 2000 })).toMatchObject(newsOf(two))
  for (const won of [1000, 15_001]) expect(await found({ rung, won })).toBe('unknown_refund')
  expect(await found({ rung, won: null })).toBe('unknown_refund')
})

test('a reversal that names no amount is about the only refund, unless that has failed', async () => {
  const psp = await madeThere(4000, 'done')
  expect(await found({ rung: 'reversed', won: null })).toMatchObject(newsOf(psp))
  await hear({ kind: 'refund_news', refund: storedRefundId(psp), rung: 'failed' })
  expect(await found({ rung: 'reversed', won: null })).toBe('unknown_refund')
})

test('of two refunds of one amount a person says that one was reversed: then the last that was done', async () => {
  await madeThere(4000, 'done')
  const done = await madeThere(4000, 'done')
  await madeThere(4000, 'failed')
  const reversal = { rung: 'reversed', won: 4000 } as const
  expect(await found(reversal)).toBe('unknown_refund')
  expect(await found(reversal, { amount: null })).toMatchObject(newsOf(done))
})

test('of refunds that failed none can be reversed, whoever says so', async () => {
  await madeThere(4000, 'failed')
  await madeThere(4000, 'failed')
  expect(await found({ rung: 'reversed', won: 4000 }, { amount: null })).toBe('unknown_refund')
})

test('a refund of another payment of the order is never meant', async () => {
  const other = await aPayment()
  await madeThere(4000, 'done', other)
  expect(await found({ rung: 'reversed', won: 4000 })).toBe('unknown_refund')
})
