import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBooks, type Books, entriesBetween } from './books'
import {
  type AttemptId,
  disputeId,
  instant,
  noteId,
  type OrderId,
  parcelId,
  paymentId,
  refundId,
  storedRefundId,
  wishId,
} from './ids'
import { krw } from './money'
import { decide, evolve, type Fact, maySend, newOrder, type Order, statusOf } from './order'

/* Where the money of an order is, whatever road it took, and in whatever order that was heard. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15_000)
const first = 'first' as AttemptId
const payment = paymentId('NC6HT9CRT65ZGN82')
const dispute = disputeId('DISPUTE')

const tell = (order: Order, ...facts: Fact[]) =>
  facts.reduce(
    (before, fact) => decide(before, fact, { now: noon, stock: 'there' }).reduce(evolve, before),
    order,
  )
const sends = (despite: string | null): Fact => ({
  kind: 'parcel_sent',
  parcel: parcelId('parcel'),
  pieces: null,
  despite,
})
const started = tell(newOrder('order' as OrderId, price), {
  kind: 'attempt_started',
  attempt: first,
  number: 1,
  expiresAt: noon,
  holdUntil: null,
})
const paid = tell(started, { kind: 'payment_authorised', attempt: first, payment, amount: price })

const wish = (id: string, won: number): Fact => ({
  kind: 'refund_wished',
  wish: wishId(id),
  amount: krw(won),
  reason: 'A scratch',
})
const news = (number: number, rung: Extract<Fact, { kind: 'refund_news' }>['rung']): Fact => ({
  kind: 'refund_news',
  refund: refundId(payment, number),
  rung,
})
const elsewhere = (
  id: string,
  won: number,
  rung: 'received' | 'done' | 'failed' | 'reversed' = 'done',
): Fact => ({
  kind: 'refund_elsewhere',
  refund: storedRefundId(id),
  payment,
  amount: krw(won),
  rung,
})
const disputed = (
  step: Extract<Fact, { kind: 'dispute_news' }>['step'],
  won = price.minor,
  id = dispute,
): Fact => ({ kind: 'dispute_news', dispute: id, payment, step, amount: krw(won), deadline: null })
const undone = (how: 'cancelled' | 'never_came'): Fact => ({ kind: 'payment_undone', payment, how })
const handed = (id: string, won: number): Fact => ({
  kind: 'handed_back',
  note: noteId(id),
  amount: krw(won),
  reason: 'Bank transfer',
})
const cancelled: Fact = { kind: 'cancelled_by', who: 'merchant' }
const again = (number: number): Fact => ({
  kind: 'refund_due_again',
  refund: refundId(payment, number),
})

/** The books in won, without what is nothing. */
const books = (order: Order) =>
  Object.fromEntries(
    Object.entries(allBooks(order)).flatMap(([part, { minor }]) => (minor ? [[part, minor]] : [])),
  )
const status = (order: Order) => {
  const { status: is, why } = statusOf(order)
  return why ?? is
}

describe('a part is given back', () => {
  const asked = tell(paid, wish('one', 3000))
  test('it is on its way, then back, and the rest stays', () => {
    expect(books(asked)).toEqual({ came: 15_000, kept: 12_000, onItsWay: 3000 })
    const done = tell(asked, news(1, 'done'))
    expect(books(done)).toEqual({ came: 15_000, kept: 12_000, givenBack: 3000 })
    expect(status(done)).toBe('paid')
  })
  test('the same wish twice is one, also with another amount', () => {
    expect(tell(asked, wish('one', 3000))).toEqual(asked)
    expect(tell(asked, wish('one', 500))).toEqual(asked)
  })
  test('two people with the same page ask for one each, and never for more than there is', () => {
    const both = tell(asked, wish('two', 12_000))
    expect(books(both)).toEqual({ came: 15_000, onItsWay: 15_000 })
    expect(tell(asked, wish('two', 12_001))).toEqual(asked)
    expect(tell(both, wish('three', 1))).toEqual(both)
  })
  test('nothing, or of an order without money, is no wish', () => {
    expect(tell(paid, wish('one', 0))).toEqual(paid)
    expect(tell(started, wish('one', 1))).toEqual(started)
  })
  test('wishes go on until nothing is left, and then it is refunded', () => {
    const all = tell(
      asked,
      wish('two', 5000),
      wish('three', 7000),
      news(1, 'done'),
      news(2, 'done'),
    )
    expect(status(all)).toBe('paid')
    const done = tell(all, news(3, 'done'))
    expect([status(done), books(done)]).toEqual(['refunded', { came: 15_000, givenBack: 15_000 }])
  })
  test('what failed is asked for again for its own amount, and counted within its wish', () => {
    const failed = tell(asked, wish('two', 5000), news(1, 'failed'))
    expect(books(failed)).toEqual({ came: 15_000, kept: 10_000, onItsWay: 5000 })
    const retried = tell(failed, again(1))
    expect(retried.refunds.at(-1)).toMatchObject({ id: refundId(payment, 3), amount: krw(3000) })
    expect(retried.refunds.at(-1)?.wish).toBe('one')
    // The newest try is what is waited for: an older one decides nothing any more.
    expect(tell(retried, again(1))).toEqual(retried)
  })
  test('what failed and is to be tried again is promised: nobody has it for anything else', () => {
    const failed = tell(asked, news(1, 'failed'))
    expect(tell(failed, wish('two', 12_001))).toEqual(failed)
    const both = tell(failed, wish('two', 12_000), again(1))
    expect(books(both)).toEqual({ came: 15_000, onItsWay: 15_000 })
  })
  test('what failed and cannot be had any more in full is asked for as far as it can', () => {
    const less = tell(asked, news(1, 'failed'), elsewhere('PSP1', 14_000), again(1))
    expect(less.refunds.at(-1)).toMatchObject({ amount: krw(1000), wish: 'one' })
    const none = tell(asked, news(1, 'failed'), elsewhere('PSP1', 15_000), again(1))
    expect(books(none)).toEqual({ came: 15_000, givenBack: 15_000 })
  })
  test('a cancellation asks for the rest alone', () => {
    const ended = tell(asked, cancelled)
    expect(ended.refunds.at(-1)).toMatchObject({ amount: krw(12_000), why: 'order_cancelled' })
    expect(books(ended)).toEqual({ came: 15_000, onItsWay: 15_000 })
  })
})

describe('money that left at the provider, without us', () => {
  test('enters the same books once, and is not asked for again', () => {
    const found = tell(paid, elsewhere('PSP1', 5000))
    expect(books(found)).toEqual({ came: 15_000, kept: 10_000, givenBack: 5000 })
    expect(tell(found, elsewhere('PSP1', 5000))).toEqual(found)
    expect(tell(found, cancelled).refunds.at(-1)).toMatchObject({ amount: krw(10_000) })
  })
  test('of the whole makes it refunded, and it cannot be sent', () => {
    const found = tell(paid, elsewhere('PSP1', 15_000))
    expect([status(found), maySend(found, null), maySend(paid, null)]).toEqual([
      'refunded',
      false,
      true,
    ])
  })
  test('that failed after all is ours again, whichever is heard first', () => {
    const late = tell(paid, elsewhere('PSP1', 5000), elsewhere('PSP1', 5000, 'failed'))
    const early = tell(paid, elsewhere('PSP1', 5000, 'failed'), elsewhere('PSP1', 5000))
    expect(books(late)).toEqual({ came: 15_000, kept: 15_000 })
    expect(books(early)).toEqual(books(late))
  })
  test('in the same second as ours: ours fails, and nothing is asked for again', () => {
    const both = tell(paid, wish('one', 15_000), elsewhere('PSP1', 15_000), news(1, 'failed'))
    expect(books(both)).toEqual({ came: 15_000, givenBack: 15_000 })
    expect(tell(both, again(1)).refunds).toHaveLength(both.refunds.length)
    expect(status(both)).toBe('refunded')
  })
  test('what failed here and was made there is not made here again', () => {
    const made = tell(paid, wish('one', 3000), news(1, 'failed'), elsewhere('PSP1', 3000))
    expect(tell(made, again(1)).refunds).toHaveLength(made.refunds.length)
    const heardFirst = tell(paid, wish('one', 3000), elsewhere('PSP1', 3000), news(1, 'failed'))
    expect(tell(heardFirst, again(1)).refunds).toHaveLength(heardFirst.refunds.length)
  })
  test('what was made there before, of another amount or for another wish, stands in for nothing', () => {
    const before = tell(paid, elsewhere('PSP1', 3000), wish('one', 3000), news(1, 'failed'))
    expect(tell(before, again(1)).refunds).toHaveLength(3)
    const other = tell(paid, wish('one', 3000), news(1, 'failed'), elsewhere('PSP1', 2999))
    expect(tell(other, again(1)).refunds).toHaveLength(3)
    const two = tell(paid, wish('one', 3000), wish('two', 3000), news(1, 'failed'))
    const oneMade = tell(two, news(2, 'failed'), elsewhere('PSP1', 3000))
    expect(tell(oneMade, again(1)).refunds).toHaveLength(oneMade.refunds.length)
    expect(tell(oneMade, again(2)).refunds).toHaveLength(4)
  })
  test('what comes back of it to a cancelled order goes on its way anew', () => {
    const ended = tell(paid, elsewhere('PSP1', 15_000), cancelled)
    expect(books(ended)).toEqual({ came: 15_000, givenBack: 15_000 })
    const part = tell(paid, elsewhere('PSP1', 5000), cancelled, news(1, 'done'))
    const bounced = tell(part, elsewhere('PSP1', 5000, 'reversed'))
    expect(bounced.refunds.at(-1)).toMatchObject({ amount: krw(5000), why: 'order_cancelled' })
    expect(books(bounced)).toEqual({ came: 15_000, givenBack: 10_000, onItsWay: 5000 })
  })
})

describe('a payment that is called off as a whole', () => {
  test('is given back, whatever part went back before or after', () => {
    const one = tell(paid, elsewhere('PSP1', 3000), undone('cancelled'))
    const other = tell(paid, undone('cancelled'), elsewhere('PSP1', 3000))
    for (const order of [one, other])
      expect([books(order), status(order)]).toEqual([
        { came: 15_000, givenBack: 15_000 },
        'refunded',
      ])
  })
  test('while ours is on its way: ours will fail, and is not asked for again', () => {
    const racing = tell(paid, wish('one', 15_000), undone('cancelled'))
    expect(books(racing)).toEqual({ came: 15_000, onItsWay: 15_000 })
    const failed = tell(racing, news(1, 'failed'))
    expect(books(failed)).toEqual({ came: 15_000, givenBack: 15_000 })
    expect(tell(failed, again(1)).refunds).toHaveLength(failed.refunds.length)
  })
  test('what could not be collected never came: the order has failed, and can be paid again', () => {
    const lost = tell(paid, undone('never_came'))
    expect([books(lost), status(lost), lost.stockHeld]).toEqual([{}, 'payment_failed', false])
    const second = 'second' as AttemptId
    const retried = tell(
      lost,
      { kind: 'attempt_started', attempt: second, number: 2, expiresAt: noon, holdUntil: null },
      {
        kind: 'payment_authorised',
        attempt: second,
        payment: paymentId('OTHER'),
        amount: price,
      },
    )
    expect([status(retried), retried.paidBy]).toEqual(['paid', 'OTHER'])
  })
  test('goods that were sent do not come back because the money did not come', () => {
    const sent = tell(paid, sends(null), undone('never_came'))
    expect([status(sent), sent.stockHeld]).toEqual(['payment_failed', true])
  })
  test('that it never came outranks that it was cancelled', () => {
    const one = tell(paid, undone('cancelled'), undone('never_came'))
    const other = tell(paid, undone('never_came'), undone('cancelled'))
    expect(books(one)).toEqual(books(other))
    expect(status(one)).toBe('payment_failed')
  })
})

describe('a dispute', () => {
  test('takes what cannot be given back any more, and leaves the order paid', () => {
    const taken = tell(paid, disputed('announced'), disputed('taken'))
    expect([books(taken), status(taken)]).toEqual([{ came: 15_000, taken: 15_000 }, 'paid'])
    expect(tell(taken, wish('one', 1))).toEqual(taken)
  })
  test('that was reversed brings it back, and a second one takes it again', () => {
    const back = tell(paid, disputed('taken'), disputed('returned'))
    expect(books(back)).toEqual({ came: 15_000, kept: 15_000 })
    expect(books(tell(back, disputed('taken_again')))).toEqual({ came: 15_000, taken: 15_000 })
  })
  test('ends alike in every order of its steps', () => {
    const steps = [disputed('announced'), disputed('taken'), disputed('returned')]
    for (const order of [steps, steps.toReversed(), [...steps.slice(1), ...steps.slice(0, 1)]])
      expect(books(tell(paid, ...order))).toEqual({ came: 15_000, kept: 15_000 })
  })
  test('whose money came back under a name of its own has given it back', () => {
    const other = disputeId('OTHER')
    const facts = [disputed('taken', 7000), disputed('returned', 7000, other)]
    for (const told of [facts, facts.toReversed()])
      expect(books(tell(paid, ...told))).toEqual({ came: 15_000, kept: 15_000 })
  })
  test('whose reversal and second chargeback were told under another name takes once', () => {
    const other = disputeId('OTHER')
    const facts = [
      disputed('taken', 7000),
      disputed('returned', 7000, other),
      disputed('taken_again', 7000, other),
    ]
    for (const told of [facts, facts.toReversed()])
      expect(books(tell(paid, ...told))).toEqual({ came: 15_000, kept: 8000, taken: 7000 })
    expect(books(tell(paid, ...facts.slice(2)))).toEqual({ came: 15_000, kept: 8000, taken: 7000 })
  })
  test('that was taken to be about another payment is about the one that is named', () => {
    const other = paymentId('OTHER')
    const guessed = tell(paid, disputed('announced'))
    const twice = tell(guessed, {
      kind: 'payment_authorised',
      attempt: first,
      payment: other,
      amount: price,
    })
    const named = tell(twice, { ...disputed('taken'), payment: other } as Fact)
    expect(named.disputes).toMatchObject([{ payment: other, steps: ['announced', 'taken'] }])
  })
  test('of the same amount as another does not end with it', () => {
    const [second, named] = [disputeId('SECOND'), disputeId('NAMED')]
    const both = tell(paid, disputed('taken', 7000), disputed('taken', 7000, second))
    const back = tell(both, disputed('returned', 7000, named))
    expect(books(back)).toEqual({ came: 15_000, kept: 8000, taken: 7000 })
    const again = tell(back, disputed('taken_again', 7000))
    expect(books(again)).toEqual({ came: 15_000, kept: 1000, taken: 14_000 })
  })
  test('after half was given back, then reversed: half is ours', () => {
    const half = tell(paid, wish('one', 7500), news(1, 'done'))
    expect(books(tell(half, disputed('taken', 7500)))).toEqual({
      came: 15_000,
      givenBack: 7500,
      taken: 7500,
    })
    const whole = tell(half, disputed('taken', 15_000))
    // More left than came: what is missing is the shop's own.
    expect(books(whole)).toEqual({ came: 15_000, givenBack: 7500, taken: 15_000, added: 7500 })
    const back = tell(whole, disputed('returned', 15_000))
    expect(books(back)).toEqual({ came: 15_000, kept: 7500, givenBack: 7500 })
  })
  test('while it is open nothing is sent unless a person says so, and what it holds never is', () => {
    const open = tell(paid, disputed('information_asked'))
    expect([maySend(open, null), maySend(open, 'The shopper called')]).toEqual([false, true])
    const taken = tell(open, disputed('taken'))
    expect(maySend(taken, 'The shopper called')).toBe(false)
    expect(maySend(tell(taken, disputed('returned')), null)).toBe(true)
    expect(tell(open, sends(null))).toEqual(open)
    expect(tell(open, sends('She called')).goods.parcels).toHaveLength(1)
  })
  test('won by a shop that had cancelled brings money that goes back', () => {
    const ended = tell(paid, disputed('taken'), cancelled)
    expect(ended.refunds).toEqual([])
    const won = tell(ended, disputed('returned'))
    expect(won.refunds).toMatchObject([{ amount: price, why: 'order_cancelled' }])
  })
})

describe('what was asked back in vain, and due again when there was nothing to ask for,', () => {
  const ended = tell(paid, cancelled, news(1, 'failed'))
  test('goes back when the dispute that held it is won', () => {
    const held = tell(ended, disputed('taken'), again(1))
    expect(held.refunds).toHaveLength(1)
    expect(tell(held, again(1))).toEqual(held)
    const won = tell(held, disputed('returned'))
    expect(won.refunds.at(-1)).toMatchObject({ amount: price, why: 'order_cancelled' })
    expect(books(won)).toEqual({ came: 15_000, onItsWay: 15_000 })
  })
  test('goes back when what was made in its place came to nothing', () => {
    const made = tell(ended, elsewhere('PSP1', 15_000), again(1))
    expect(made.refunds).toHaveLength(2)
    const lost = tell(made, elsewhere('PSP1', 15_000, 'failed'))
    const due: Fact = { kind: 'refund_due_again', refund: storedRefundId('PSP1') }
    expect(books(tell(lost, due))).toMatchObject({ onItsWay: 15_000 })
  })
  test('waits for its own time as long as that has not come', () => {
    const early = tell(ended, disputed('taken'), disputed('returned'))
    expect(early.refunds).toHaveLength(1)
    expect(tell(early, again(1)).refunds).toHaveLength(2)
  })
})

describe('a wish that was tried in vain', () => {
  const failed = (won: number) => tell(paid, wish('one', won), news(1, 'failed'))
  const fiveTimes = (order: Order, from = 1) =>
    [0, 1, 2, 3, 4].reduce(
      (before, more) => tell(before, news(from + more, 'failed'), again(from + more)),
      order,
    )

  test('keeps its money from any other wish, and the goods in the house', () => {
    const all = failed(15_000)
    expect(tell(all, wish('two', 1))).toEqual(all)
    expect(maySend(all, 'She called')).toBe(false)
    expect(maySend(failed(3000), null)).toBe(true)
  })
  test('is served by just its amount by hand, and not tried again', () => {
    const served = tell(failed(3000), handed('note', 3000))
    expect(books(tell(served, again(1)))).toEqual({ came: 15_000, kept: 12_000, givenBack: 3000 })
  })
  test('is not served by hand with money that is not there', () => {
    const gone = tell(failed(3000), undone('cancelled'))
    expect(tell(gone, handed('note', 3000))).toEqual(gone)
  })
  test('leaves to be given back by hand what it does not want', () => {
    const other = tell(failed(3000), handed('note', 2000))
    expect(tell(other, again(1)).refunds.at(-1)).toMatchObject({ amount: krw(3000) })
    expect(books(tell(other, again(1)))).toMatchObject({ kept: 10_000, onItsWay: 3000 })
  })
  test('of a second payment is served by hand, and the first stays what it is', () => {
    const surplus = paymentId('SURPLUS')
    const twice = tell(paid, {
      kind: 'payment_authorised',
      attempt: first,
      payment: surplus,
      amount: price,
    })
    const refund = refundId(surplus, 1)
    const inVain = tell(twice, { kind: 'refund_news', refund, rung: 'failed' })
    const served = tell(inVain, handed('note', 15_000))
    expect([status(served), maySend(served, null)]).toEqual(['paid', true])
    expect(tell(served, { kind: 'refund_due_again', refund }).refunds).toHaveLength(1)
  })
  test('of money for what was gone is served by hand, though nothing is kept', () => {
    const gone = decide(
      tell(started, { kind: 'offer_closed', attempt: first }),
      { kind: 'payment_authorised', attempt: first, payment, amount: price },
      { now: noon, stock: 'gone' },
    ).reduce(evolve, tell(started, { kind: 'offer_closed', attempt: first }))
    const served = tell(gone, news(1, 'failed'), handed('note', 15_000))
    expect(books(served)).toEqual({ came: 15_000, givenBack: 15_000 })
  })
  test('waits while a dispute holds its money, and has its turn when that comes back', () => {
    const held = tell(paid, cancelled, news(1, 'failed'), disputed('taken'), again(1))
    expect(books(held)).toEqual({ came: 15_000, taken: 15_000 })
    const back = tell(held, disputed('returned'))
    expect(books(back)).toEqual({ came: 15_000, onItsWay: 15_000 })
    const asked = tell(paid, wish('one', 3000), news(1, 'failed'), disputed('taken'), again(1))
    expect(books(tell(asked, disputed('returned')))).toMatchObject({ kept: 12_000, onItsWay: 3000 })
  })
  test('is tried for what is there, and for the rest when that is there', () => {
    const held = tell(paid, wish('one', 10_000), news(1, 'failed'), disputed('taken', 10_000))
    const part = tell(held, again(1))
    expect(part.refunds.at(-1)).toMatchObject({ amount: krw(5000) })
    const rest = tell(part, disputed('returned', 10_000))
    expect(books(rest)).toEqual({ came: 15_000, kept: 5000, onItsWay: 10_000 })
  })
  test('goes together with one refund that was made elsewhere, and each of two with its own', () => {
    const two = tell(
      paid,
      ...[wish('one', 3000), news(1, 'failed'), elsewhere('X', 3000)],
      ...[wish('two', 3000), news(2, 'failed'), elsewhere('Y', 3000)],
    )
    expect(tell(two, again(1), again(2)).refunds).toHaveLength(4)
    expect(books(two)).toMatchObject({ givenBack: 6000, kept: 9000 })
  })
  test('is served by one that is on its way there, and tried again when that comes to nothing', () => {
    const onItsWay = tell(failed(3000), elsewhere('X', 3000, 'received'), again(1))
    expect(books(onItsWay)).toEqual({ came: 15_000, kept: 12_000, onItsWay: 3000 })
    const lost = tell(onItsWay, elsewhere('X', 3000, 'failed'))
    const retried = tell(lost, { kind: 'refund_due_again', refund: storedRefundId('X') })
    expect(retried.refunds.at(-1)).toMatchObject({ wish: 'one', amount: krw(3000) })
  })
  test('rests after the fifth try until a person has it tried once more', () => {
    const stuck = fiveTimes(tell(paid, wish('one', 3000)))
    expect(stuck.refunds).toHaveLength(5)
    const tried = tell(stuck, { kind: 'wish_tried_again', wish: wishId('one') })
    expect(books(tried)).toMatchObject({ kept: 12_000, onItsWay: 3000 })
    expect(tell(tried, { kind: 'wish_tried_again', wish: wishId('one') })).toEqual(tried)
    expect(tell(tried, { kind: 'wish_tried_again', wish: wishId('nobody') })).toEqual(tried)
  })
  test('that something else served is nobody’s reason to keep money that must go back', () => {
    const served = tell(
      failed(3000),
      elsewhere('X', 3000),
      again(1),
      elsewhere('Y', 4000),
      cancelled,
    )
    expect(served.refunds.at(-1)).toMatchObject({ amount: krw(8000) })
    const bounced = tell(served, elsewhere('Y', 4000, 'reversed'))
    expect(bounced.refunds.at(-1)).toMatchObject({ amount: krw(4000), why: 'order_cancelled' })
  })
})

test('the shop ends an order that was given back in full, and has its goods again, once', () => {
  const back = tell(paid, wish('one', 15_000), news(1, 'done'))
  expect([status(back), back.stockHeld]).toEqual(['refunded', true])
  expect(tell(back, { kind: 'cancelled_by', who: 'shopper' })).toEqual(back)
  const ended = tell(back, cancelled)
  expect([status(ended), ended.stockHeld]).toEqual(['refunded', false])
  expect(tell(ended, cancelled)).toEqual(ended)
})

describe('what is contested', () => {
  test('is not sent when it was lost before anything was taken', () => {
    const lost = tell(paid, disputed('announced'), disputed('undefended'))
    expect([maySend(lost, null), maySend(lost, 'She called')]).toEqual([false, true])
  })
  test('under two names is settled under both when the money came back', () => {
    const other = disputeId('OTHER')
    const told = [disputed('announced'), disputed('taken', 15_000, other)]
    const taken = tell(paid, ...told)
    expect(maySend(taken, null)).toBe(false)
    expect(maySend(tell(taken, disputed('returned', 15_000, other)), null)).toBe(true)
    const third = disputed('returned', 15_000, disputeId('THIRD'))
    expect(maySend(tell(taken, third), null)).toBe(true)
  })
  test('of a second payment holds nothing up', () => {
    const surplus = paymentId('SURPLUS')
    const twice = tell(paid, {
      kind: 'payment_authorised',
      attempt: first,
      payment: surplus,
      amount: price,
    })
    const told = { step: 'announced', amount: price, deadline: null } as const
    const contested = tell(twice, { kind: 'dispute_news', dispute, payment: surplus, ...told })
    expect(maySend(contested, null)).toBe(true)
  })
  test('for another amount than before is no news, and none at all leaves what was said', () => {
    const taken = tell(paid, disputed('taken', 7500))
    expect(tell(taken, disputed('returned', 7000))).toEqual(taken)
    const unsaid: Fact = {
      kind: 'dispute_news',
      dispute,
      payment,
      step: 'taken',
      amount: null,
      deadline: null,
    }
    expect(books(tell(paid, disputed('announced', 7500), unsaid))).toMatchObject({ taken: 7500 })
  })
})

describe('money given back by hand', () => {
  test('counts as given back, and is noted once', () => {
    const noted = tell(paid, handed('note', 3000))
    expect(books(noted)).toEqual({ came: 15_000, kept: 12_000, givenBack: 3000 })
    expect(tell(noted, handed('note', 3000))).toEqual(noted)
    expect(tell(noted, handed('other', 12_001))).toEqual(noted)
    expect(status(tell(noted, handed('other', 12_000)))).toBe('refunded')
  })
  test('leaves our own hands, while the provider still owes what came', () => {
    expect(entriesBetween(paid, tell(paid, handed('note', 3000)))).toEqual([
      { payment, account: 'by_hand', won: -3000 },
      { payment, account: 'given_back', won: 3000 },
    ])
  })
  test('is the shop’s own when the provider gives all of it back as well, or it never came', () => {
    const noted = tell(paid, handed('note', 3000))
    const cancelledThere = tell(noted, undone('cancelled'))
    expect(books(cancelledThere)).toEqual({ came: 15_000, givenBack: 18_000, added: 3000 })
    const lost = tell(noted, undone('never_came'))
    expect(books(lost)).toEqual({ givenBack: 3000, added: 3000 })
    // The shopper reads what the provider gives back.
    const [event] = decide(noted, undone('cancelled'), { now: noon, stock: 'there' })
    expect(event).toMatchObject({ type: 'payment_undone', amount: price })
  })
  test('and once more at the provider: nothing is owed to us there', () => {
    const noted = tell(paid, handed('note', 15_000))
    const both = tell(noted, elsewhere('PSP1', 15_000))
    expect(books(both)).toEqual({ came: 15_000, givenBack: 30_000, added: 15_000 })
    expect(entriesBetween(started, both).map(({ account, won }) => [account, won])).toEqual([
      ['shopper_paid', -15_000],
      ['by_hand', -15_000],
      ['given_back', 30_000],
    ])
  })
  test('of an order without money, or nothing at all, is no note', () => {
    expect(tell(started, handed('note', 1))).toEqual(started)
    expect(tell(paid, handed('note', 0))).toEqual(paid)
  })
})

/* The laws, over all that can be told. */

const amounts = fc.constantFrom(1, 3000, 5000, 7500, 15_000)
const fromProvider: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('PSP1', 'PSP2'),
      fc.constantFrom('received', 'done', 'failed', 'reversed'),
    )
    .map(
      // A refund has one amount, whatever is told of it.
      ([id, rung]) => elsewhere(id, id === 'PSP1' ? 3000 : 7500, rung as 'done'),
    ),
  fc.constantFrom(undone('cancelled'), undone('never_came')),
  fc
    .tuple(
      fc.constantFrom('announced', 'taken', 'returned', 'taken_again', 'arbitration_lost'),
      fc.constantFrom<[string, number]>(['D1', 15_000], ['D2', 3000]),
    )
    .map(([step, [id, won]]) => disputed(step as 'taken', won, disputeId(id))),
  fc
    .tuple(fc.constantFrom(1, 2), fc.constantFrom('received', 'done', 'failed', 'reversed'))
    .map(([number, rung]) => news(number, rung as 'done')),
)
const byPeople: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(fc.constantFrom('w1', 'w2', 'w3'), amounts).map(([id, won]) => wish(id, won)),
  fc.tuple(fc.constantFrom('n1', 'n2'), amounts).map(([id, won]) => handed(id, won)),
  fc.constant(cancelled),
  fc.constantFrom(1, 2, 3).map(again),
)
/** News of a refund that was never asked for is a bug, and stopped before it gets here. */
const tellWhatCanBe = (order: Order, fact: Fact) =>
  (fact.kind === 'refund_news' || fact.kind === 'refund_due_again') &&
  !order.refunds.some(({ id }) => id === fact.refund)
    ? order
    : tell(order, fact)

function laws(before: Order, after: Order): void {
  const { came, kept, onItsWay, givenBack, taken, added }: Books = allBooks(after)
  expect(kept.minor + onItsWay.minor + givenBack.minor + taken.minor).toBe(came.minor + added.minor)
  const entries = entriesBetween(before, after)
  expect(entries.reduce((sum, { won }) => sum + won, 0)).toBe(0)
}

test('whatever happens, no won appears or is lost, and nothing is ever less than nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fromProvider, byPeople), { maxLength: 12 }), (facts) => {
      facts.reduce((before, fact) => {
        const after = tellWhatCanBe(before, fact)
        laws(before, after)
        return after
      }, paid)
    }),
    { numRuns: 3000 },
  )
})

test('a person never asks back more than there is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fromProvider, byPeople), { maxLength: 12 }), (facts) => {
      facts.reduce((before, fact) => {
        const after = tellWhatCanBe(before, fact)
        const asked = after.refunds.slice(before.refunds.length).filter(({ wish }) => wish !== null)
        const sum = asked.reduce((total, { amount }) => total + amount.minor, 0)
        const free = allBooks(before).kept.minor
        // What an event set free can go on its way at once.
        const freed =
          fact.kind === 'refund_wished' || fact.kind === 'cancelled_by' ? 0 : price.minor
        expect(sum).toBeLessThanOrEqual(free + freed)
        return after
      }, paid)
    }),
    { numRuns: 2000 },
  )
})

test('the provider’s news between two acts of people ends alike in every order, however often it is told', () => {
  const people = fc.array(byPeople, { maxLength: 3 })
  const told = fc.array(fromProvider, { maxLength: 6 })
  fc.assert(
    fc.property(people, told, fc.infiniteStream(fc.nat()), (acts, facts, seed) => {
      const before = acts.reduce(tellWhatCanBe, paid)
      const shuffled = [...facts, ...facts]
        .map((fact) => [seed.next().value, fact] as const)
        .sort(([a], [b]) => a - b)
        .map(([, fact]) => fact)
      // What is asked back because of news is another act of ours, and news of that comes after it.
      const isOurs = (fact: Fact) =>
        fact.kind === 'refund_news' && !before.refunds.some(({ id }) => id === fact.refund)
      const one = facts.filter((fact) => !isOurs(fact)).reduce(tellWhatCanBe, before)
      const other = shuffled.filter((fact) => !isOurs(fact)).reduce(tellWhatCanBe, before)
      expect(books(other)).toEqual(books(one))
      expect(statusOf(other)).toEqual(statusOf(one))
    }),
    { numRuns: 4000 },
  )
})
