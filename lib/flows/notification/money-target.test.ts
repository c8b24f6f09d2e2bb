import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type AttemptId,
  disputeId,
  instant,
  MINUTE,
  type OrderId,
  type PaymentId,
  paymentId,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import type { Fact } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { payAgain } from '../payment/pay-again'
import { record } from '../record'
import { findMoneyTarget, type MoneyNews, type Word } from './find-money-target'

/* Which payment news of money is about. What fits none, or more than one, waits for a person. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Attempt = { readonly id: AttemptId; readonly reference: string }
let order: OrderId
let first: Attempt
let payment: PaymentId
let payments = 0

async function attemptOf(number: number): Promise<Attempt> {
  const attempt = await findAttemptByNumber(shop.deps.db, order, number)
  if (!attempt) throw new Error(`no attempt ${number}`)
  return attempt
}
const hear = (fact: Fact) => record(shop.deps, order, fact)
async function came(attempt: Attempt): Promise<PaymentId> {
  payments += 1
  const name = paymentId(`PAID${payments}`)
  const about = { attempt: attempt.id, payment: name, amount: krw(15_000) }
  await hear({ kind: 'payment_authorised', ...about })
  return name
}
beforeEach(async () => {
  order = await checkOut(shop, await aVisitorWithACart(shop))
  first = await attemptOf(1)
  payment = await came(first)
})

const found = async (news: MoneyNews, word: Word = null) =>
  shop.deps.db.transaction().execute((tx) => findMoneyTarget(tx, news, word))
const won = (minor: number) => ({ currency: 'KRW', minor })
const named = () => ({ payment, reference: first.reference })
const refundOf = (minor: number) =>
  ({
    kind: 'refund',
    about: named(),
    refundPsp: 'REFUND1',
    rung: 'done',
    amount: won(minor),
  }) as const
const undoneOf = (minor: number, how: 'cancelled' | 'never_came') =>
  ({ kind: 'undone', about: named(), psp: 'UNDONE1', how, amount: won(minor) }) as const
const disputeOf = (more: object) => ({
  kind: 'dispute' as const,
  about: named(),
  dispute: disputeId(`DISPUTE${payments}`),
  step: 'information_asked' as const,
  amount: won(15_000),
  deadline: null,
  ...more,
})

test('a refund of all that came, and of nothing at all, is one of this payment', async () => {
  for (const minor of [15_000, 0])
    expect(await found(refundOf(minor))).toMatchObject({
      order,
      fact: { kind: 'refund_elsewhere', payment, amount: krw(minor), rung: 'done' },
    })
})

test.each([
  ['a won more than came', won(15_001)],
  ['less than nothing', won(-1)],
  ['a broken won', won(0.5)],
  ['another currency', { currency: 'USD', minor: 100 }],
  ['nothing that is named', null],
])('a refund of %s waits', async (_name, amount) => {
  expect(await found({ ...refundOf(1), amount })).toBe('wrong_amount')
})

test('a cancellation of more than came, and a part that never came, wait', async () => {
  expect(await found(undoneOf(15_001, 'cancelled'))).toBe('wrong_amount')
  expect(await found(undoneOf(3000, 'never_came'))).toBe('wrong_amount')
  expect(await found(undoneOf(15_000, 'never_came'))).toMatchObject({
    fact: { kind: 'payment_undone', payment, how: 'never_came' },
  })
})

test('a payment that is named and unknown is not looked for by our own reference', async () => {
  const about = { payment: paymentId('NEVERHEARDOF'), reference: first.reference }
  expect(await found({ ...refundOf(3000), about })).toBe('unknown_payment')
  expect(await found(disputeOf({ about }))).toBe('unknown_payment')
})

test('of the two payments of an order, news that names none is about the one of its attempt', async () => {
  order = await checkOut(shop, await aVisitorWithACart(shop))
  await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
  for (const number of [1, 2]) {
    const attempt = await attemptOf(number)
    const about = { payment: null, reference: attempt.reference }
    const ofAttempt = await came(attempt)
    expect(await found({ ...refundOf(3000), about })).toMatchObject({
      fact: { payment: ofAttempt },
    })
  }
  const about = { payment: null, reference: (await attemptOf(1)).reference }
  expect(await found({ ...refundOf(3000), about })).toMatchObject({
    fact: { payment: `PAID${payments - 1}` },
  })
})

test('of two payments of one attempt none is meant by its reference, and each by its own dispute', async () => {
  const second = await came(first)
  const about = { payment: null, reference: first.reference }
  expect(await found({ ...refundOf(3000), about })).toBe('unknown_payment')
  const told = { step: 'announced', amount: krw(15_000), deadline: instant(MINUTE) } as const
  const one = disputeId(`ONE${payments}`)
  const other = disputeId(`OTHER${payments}`)
  await hear({ kind: 'dispute_news', dispute: one, payment, ...told })
  await hear({ kind: 'dispute_news', dispute: other, payment: second, ...told })
  expect(await found(disputeOf({ about, dispute: one }))).toMatchObject({ fact: { payment } })
  expect(await found(disputeOf({ about, dispute: other }))).toMatchObject({
    fact: { payment: second },
  })
})

test('a dispute may be about nothing yet, and one that moves money says how much', async () => {
  expect(await found(disputeOf({ amount: won(0) }))).toMatchObject({ fact: { amount: krw(0) } })
  expect(await found(disputeOf({ amount: won(15_001) }))).toMatchObject({ fact: { amount: null } })
  expect(await found(disputeOf({ step: 'taken', amount: null }))).toBe('wrong_amount')
})

test('a dispute that moves another amount than before waits, and so much as a person says is taken', async () => {
  const dispute = disputeId(`TAKEN${payments}`)
  const told = { dispute, payment, amount: krw(9000), deadline: null }
  await hear({ kind: 'dispute_news', step: 'taken', ...told })
  const returned = disputeOf({ dispute, step: 'returned', amount: won(8000) })
  expect(await found(returned)).toBe('wrong_amount')
  expect(await found(returned, { amount: krw(9000) })).toMatchObject({
    fact: { kind: 'dispute_news', step: 'returned', amount: krw(9000) },
  })
})
