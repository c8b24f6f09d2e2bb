import { expect, test } from 'vitest'
import type { AllBooks } from './books'
import { reconcile } from './reconcile'

/* What the end of a run finds in the books: each test changes one thing in books that are right. */

const nowhere = {
  came: 0,
  refunded: 0,
  refundsUnderWay: 0,
  cancelled: 0,
  captureFailed: 0,
  takenByDisputes: 0,
  left: 0,
}

const right: AllBooks = {
  orders: [
    {
      id: 'o1',
      number: '1',
      amount: 15_000,
      status: 'paid',
      refunded: 0,
      ended: false,
      pieces: [jar(1)],
      toldOfGoods: 0,
    },
    {
      id: 'o2',
      number: '2',
      amount: 30_000,
      status: 'refunded',
      refunded: 30_000,
      ended: true,
      pieces: [jar(2)],
      toldOfGoods: 0,
    },
  ],
  attempts: [
    { reference: '1-1', order: 'o1' },
    { reference: '1-2', order: 'o1' },
    { reference: '2-1', order: 'o2' },
  ],
  payments: [
    { psp: 'P11', reference: '1-1', value: 15_000, authorised: false },
    { psp: 'P12', reference: '1-2', value: 15_000, authorised: true },
    { psp: 'P21', reference: '2-1', value: 30_000, authorised: true },
  ],
  refundsAsked: [{ id: 'P21-1', order: 'o2', payment: 'P21', amount: 30_000 }],
  refundsAtAdyen: [
    { reference: 'P21-1', payment: 'P21', value: 30_000, outcome: 'ok', askedBy: 'shop' },
  ],
  money: [
    { psp: 'P12', ...nowhere, came: 15_000, left: 15_000 },
    { psp: 'P21', ...nowhere, came: 30_000, refunded: 30_000 },
  ],
  ledger: [
    { order: 'o1', account: 'shopper_paid', won: -15_000 },
    { order: 'o1', account: 'with_provider', won: 15_000 },
    { order: 'o2', account: 'shopper_paid', won: -30_000 },
    { order: 'o2', account: 'given_back', won: 30_000 },
  ],
  wishes: [{ order: 'o2', wish: 'one', times: 1 }],
  notifications: [
    { news: 'AUTHORISATION P12 t', reference: '1-2', acknowledged: true },
    { news: 'AUTHORISATION P12 t', reference: '1-2', acknowledged: true },
    { news: 'AUTHORISATION P21 t', reference: '2-1', acknowledged: true },
    { news: 'REFUND R t', reference: '2-1', acknowledged: true },
  ],
  inbox: ['AUTHORISATION P12 t', 'AUTHORISATION P21 t', 'REFUND R t'].map((news) => ({
    news,
    applied: true,
    parkedWhy: null,
  })),
  letters: [
    { order: 'o1', letter: 'paid' },
    { order: 'o2', letter: 'paid' },
    { order: 'o2', letter: 'refunded' },
  ],
  stock: [{ variant: 'jar', before: 100, after: 99, explained: 99 }],
  owed: [],
  mixedKeys: [],
  seen: { references: ['1-1', '2-1'], orders: ['o1'] },
}

function jar(ordered: number) {
  return { variant: 'jar', ordered, sent: 0, cameBack: 0, exchanged: 0 }
}

test('books that agree give no cause to complain', () => {
  expect(reconcile(right)).toEqual({ lost: [], doubled: [], unsettled: [] })
})

const [o1, o2] = right.orders
const [, p12, p21] = right.payments
if (!o1 || !o2 || !p12 || !p21) throw new Error('the right books are incomplete')
const authorised = { ...p12, psp: 'P11', reference: '1-1' }
const [paidLetter, ...otherLetters] = right.letters
if (!paidLetter) throw new Error('the right books are incomplete')

const changes: readonly [string, keyof ReturnType<typeof reconcile>, Partial<AllBooks>][] = [
  [
    'money without an order',
    'lost',
    { payments: [...right.payments, { ...p12, psp: 'X', reference: '9-1' }] },
  ],
  ['money that a cancelled order keeps', 'lost', { orders: [{ ...o1, status: 'cancelled' }, o2] }],
  ['a paid order without money', 'lost', { payments: [{ ...p12, authorised: false }, p21] }],
  ['a paid order that the shop does not know', 'lost', { orders: [{ ...o1, status: null }, o2] }],
  ['a payment of another amount', 'lost', { payments: [{ ...p12, value: 14_000 }, p21] }],
  ['a paid order without a letter', 'lost', { letters: otherLetters }],
  ['a refund without a letter', 'lost', { letters: right.letters.slice(0, 2) }],
  [
    'a letter for money that never came',
    'lost',
    {
      letters: [...right.letters, { order: 'o3', letter: 'paid' }],
      orders: [...right.orders, { ...o1, id: 'o3', number: '3', status: 'cancelled' }],
    },
  ],
  ['a refund that nobody asked for', 'lost', { refundsAsked: [] }],
  [
    'a refund of another amount',
    'lost',
    { refundsAsked: [{ id: 'P21-1', order: 'o2', payment: 'P21', amount: 1 }] },
  ],
  ['an accepted notification that is gone', 'lost', { inbox: right.inbox.slice(1) }],
  [
    'goods that are neither sold nor there',
    'lost',
    { stock: [{ variant: 'jar', before: 100, after: 98, explained: 98 }] },
  ],
  ['an attempt that was shown and is gone', 'lost', { seen: { references: ['9-9'], orders: [] } }],
  ['an order that was shown and is gone', 'lost', { seen: { references: [], orders: ['o9'] } }],
  ['an order that is paid twice', 'doubled', { payments: [authorised, p12, p21] }],
  [
    'two payments of one attempt',
    'doubled',
    { payments: [...right.payments, { ...p12, psp: 'P13', authorised: false }] },
  ],
  ['two letters of one payment', 'doubled', { letters: [...right.letters, paidLetter] }],
  [
    'two letters of one refund',
    'doubled',
    { letters: [...right.letters, { order: 'o2', letter: 'refunded' }] },
  ],
  [
    'two letters of one failure',
    'doubled',
    {
      letters: [
        ...right.letters,
        ...['timed_out', 'timed_out'].map((letter) => ({ order: 'o2', letter })),
      ],
    },
  ],
  [
    'a refund that reached Adyen twice',
    'doubled',
    { refundsAtAdyen: [...right.refundsAtAdyen, ...right.refundsAtAdyen] },
  ],
  [
    'a piece that was sent twice',
    'doubled',
    { orders: [{ ...o1, pieces: [{ ...jar(1), sent: 2 }] }, o2] },
  ],
  [
    'a piece that came back and was never sent',
    'doubled',
    { orders: [{ ...o1, pieces: [{ ...jar(1), cameBack: 1 }] }, o2] },
  ],
  [
    'a piece that came back and is not on the shelf',
    'lost',
    { orders: [{ ...o1, pieces: [{ ...jar(1), sent: 1, cameBack: 1 }] }, o2] },
  ],
  ['a parcel without a letter', 'lost', { orders: [{ ...o1, toldOfGoods: 1 }, o2] }],
  [
    'a letter of a parcel that was never sent',
    'doubled',
    { letters: [...right.letters, { order: 'o1', letter: 'sent' }] },
  ],
  ['a key for two things', 'doubled', { mixedKeys: ['1-1'] }],
  [
    'goods that are sold and still there',
    'doubled',
    { stock: [{ variant: 'jar', before: 100, after: 100, explained: 100 }] },
  ],
  [
    'the same news twice in the inbox',
    'doubled',
    { inbox: [...right.inbox, ...right.inbox.slice(0, 1)] },
  ],
  [
    'goods that their ledger does not explain',
    'unsettled',
    { stock: [{ variant: 'jar', before: 100, after: 99, explained: 98 }] },
  ],
  [
    'an order that waits for days',
    'unsettled',
    { orders: [o1, o2, { ...o1, id: 'o3', number: '3', status: 'confirming' }] },
  ],
  [
    'a part of the money given back',
    'unsettled',
    {
      money: [
        { psp: 'P12', ...nowhere, came: 15_000, left: 15_000 },
        { psp: 'P21', ...nowhere, came: 30_000, refunded: 10, left: 29_990 },
      ],
    },
  ],
  ['a refund that never reached Adyen', 'unsettled', { refundsAtAdyen: [] }],
  ['a refund that the shop does not show', 'unsettled', { orders: [o1, { ...o2, refunded: 0 }] }],
  [
    'news that was never accepted',
    'unsettled',
    { notifications: [{ news: 'N', reference: '1-1', acknowledged: false }] },
  ],
  [
    'news that was parked',
    'unsettled',
    { inbox: right.inbox.map((row) => ({ ...row, applied: false, parkedWhy: 'wrong_amount' })) },
  ],
  ['a job that is still to do', 'unsettled', { owed: ['mail'] }],
  [
    'a wish that was asked for twice',
    'doubled',
    { wishes: [{ order: 'o2', wish: 'one', times: 2 }] },
  ],
  ['a ledger that does not add up', 'unsettled', { ledger: right.ledger.slice(1) }],
  [
    'money that a dispute took and the shop knows nothing of',
    'unsettled',
    {
      money: [
        { psp: 'P12', ...nowhere, came: 15_000, takenByDisputes: 15_000 },
        { psp: 'P21', ...nowhere, came: 30_000, refunded: 30_000 },
      ],
    },
  ],
]

test.each(changes)('%s is found', (_, kind, change) => {
  expect(reconcile({ ...right, ...change })[kind]).not.toEqual([])
})

test('an order whose shopper left before the first attempt waits for nobody', () => {
  const idle = { ...o1, id: 'o3', number: '3', status: 'awaiting_payment' }
  expect(reconcile({ ...right, orders: [...right.orders, idle] }).unsettled).toEqual([])
})

test('an order that was declined and never ended is found', () => {
  const idle = { ...o1, id: 'o3', number: '3', status: 'awaiting_payment' }
  const attempts = [...right.attempts, { reference: '3-1', order: 'o3' }]
  const { unsettled } = reconcile({ ...right, orders: [...right.orders, idle], attempts })
  expect(unsettled).toEqual(['3 is awaiting_payment days later'])
})

test('a letter of a refund that came back after all is no second one', () => {
  const bounced = {
    reference: 'P21-0',
    payment: 'P21',
    value: 30_000,
    outcome: 'reversed' as const,
    askedBy: 'shop' as const,
  }
  const books: AllBooks = {
    ...right,
    refundsAtAdyen: [bounced, ...right.refundsAtAdyen],
    refundsAsked: [
      ...right.refundsAsked,
      { id: 'P21-0', order: 'o2', payment: 'P21', amount: 30_000 },
    ],
    letters: [...right.letters, { order: 'o2', letter: 'refunded' }],
  }
  expect(reconcile(books)).toEqual({ lost: [], doubled: [], unsettled: [] })
})
