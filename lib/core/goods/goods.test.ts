import { describe, expect, test } from 'vitest'
import {
  arrives,
  begun,
  cancels,
  claims,
  cloth,
  everything,
  goodsPayment,
  jars,
  loses,
  moves,
  paidGoods as paid,
  refuses,
  sends,
  settles,
  tellGoods as tell,
  withdraws,
} from '@/lib/proof/simulation/goods/told-goods'
import { NOON } from '@/lib/proof/simulation/memory-shop'
import { allBooks } from '../books'
import { DAY } from '../calendar'
import { disputeId, instant, laterBy, refundId, wishId } from '../ids'
import { krw } from '../money'
import {
  decide,
  evolve,
  type Fact,
  mayCancel,
  mayCancelOf,
  mayPay,
  type Order,
  problemWith,
  refundable,
  statusOf,
  whereIs,
} from '../order'
import { owed } from '../owed'
import type { GoodsFact } from './judge'
import { shelfMoves } from './places'
import { standingOf } from './standing'

/* Two jars of ₩5,000 and a cloth of ₩4,000, brought for ₩3,000: what becomes of them. */

/** `2 jar delivered, 1 cloth to_be_sent`. */
const where = (order: Order) =>
  whereIs(order)
    .flatMap(({ line, at }) =>
      Object.entries(at).flatMap(([place, count]) =>
        count === 0 ? [] : [`${count} ${line.variant} ${place}`],
      ),
    )
    .join(', ')

const back = (order: Order) => order.wishes.map(({ why, amount }) => [why, amount.minor])
const standing = ({ goods }: Order) => standingOf(goods)

function lettersOf(order: Order, ...facts: readonly Fact[]): string[] {
  const letters: string[] = []
  facts.reduce((before, fact) => {
    const events = decide(before, fact, { now: NOON, stock: 'there' })
    for (const debt of events.flatMap(owed)) if (debt.job === 'mail') letters.push(debt.letter)
    return events.reduce(evolve, before)
  }, order)
  return letters
}

/** What is said against it; and then nothing has happened. */
function problem(order: Order, fact: Fact, stock: 'there' | 'gone' = 'there', now = NOON) {
  const judged = problemWith(order, fact as GoodsFact, { now, stock })
  expect(decide(order, fact, { now, stock }).length === 0).toBe(judged !== null)
  return judged
}

const sent = tell(paid, sends('one', null))
const delivered = tell(sent, moves('one', 'delivered'))
const partly = tell(paid, sends('one', jars(2)))
const disputed = (step: 'announced' | 'taken' | 'returned'): Fact => ({
  kind: 'dispute_news',
  dispute: disputeId('D1'),
  payment: goodsPayment,
  step,
  amount: krw(17_000),
  deadline: null,
})

describe('goods are taken from the shelf, put aside, and then to be sent', () => {
  test('one place after the other', () => {
    expect(where(begun)).toBe('2 jar reserved, 1 cloth reserved')
    expect(where(paid)).toBe('2 jar to_be_sent, 1 cloth to_be_sent')
    const cancelled = tell(paid, { kind: 'cancelled_by', who: 'shopper' })
    expect(where(cancelled)).toBe('2 jar given_back_unsent, 1 cloth given_back_unsent')
  })
  test('what is not paid is not sent, nor a part of it cancelled', () => {
    expect(problem(begun, sends('one', null))).toBe('not_paid')
    expect(problem(begun, cancels('c', cloth))).toBe('not_paid')
  })
})

describe('an order leaves in as many parcels as it needs', () => {
  test('partly sent, sent, delivered', () => {
    expect(standing(paid)).toBe('here')
    expect(where(partly)).toBe('2 jar under_way, 1 cloth to_be_sent')
    expect(standing(partly)).toBe('partly_sent')
    const both = tell(partly, sends('two', null), moves('one', 'delivered'))
    expect(where(both)).toBe('2 jar delivered, 1 cloth under_way')
    expect(standing(both)).toBe('sent')
    expect(standing(tell(both, moves('two', 'delivered')))).toBe('delivered')
  })
  test('each is told once', () => {
    expect(
      lettersOf(paid, sends('one', jars(1)), sends('one', jars(1)), sends('two', null)),
    ).toEqual(['partly_sent', 'sent'])
  })
  test('what was not sent after all is to be sent again, until it is delivered', () => {
    const unsent = tell(sent, moves('one', 'unsent'))
    expect(where(unsent)).toBe(where(paid))
    expect(mayCancel(unsent)).toBe(true)
    expect(problem(delivered, moves('one', 'unsent'))).toBe('not_under_way')
    expect(problem(delivered, moves('one', 'delivered'))).toBe('known')
    expect(problem(paid, moves('one', 'delivered'))).toBe('no_such_parcel')
  })
  test('what came back unopened can be sent once more, or cancelled', () => {
    const here = tell(sent, moves('one', 'came_back'))
    expect(where(here)).toBe(where(paid))
    expect(standing(tell(here, sends('two', null)))).toBe('sent')
    expect(where(tell(here, { kind: 'cancelled_by', who: 'merchant' }))).toBe(
      '2 jar given_back_unsent, 1 cloth given_back_unsent',
    )
  })
  test('no more is sent than is there, and no line twice', () => {
    expect(problem(partly, sends('two', jars(1)))).toBe('more_than_there_are')
    expect(problem(paid, sends('two', [...jars(1), ...jars(1)]))).toBe('line_twice')
    expect(problem(sent, sends('two', null))).toBe('no_pieces')
    expect(problem(tell(paid, cancels('c', cloth)), sends('two', cloth))).toBe(
      'more_than_there_are',
    )
  })
  test('what was sent is not cancelled', () => {
    expect([paid, partly, sent, delivered].map((order) => mayCancel(order))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
  test('nothing leaves whose money is not kept, whoever says so', () => {
    const all = tell(paid, {
      kind: 'refund_wished',
      wish: wishId('all'),
      amount: krw(17_000),
      reason: '',
    })
    expect(problem(all, sends('one', null, 'I say so'))).toBe('nothing_kept')
    const open = tell(paid, disputed('announced'))
    expect(problem(open, sends('one', null))).toBe('contested')
    expect(problem(open, sends('one', null, 'She called'))).toBeNull()
    expect(problem(tell(open, disputed('taken')), sends('one', null, 'She called'))).toBe(
      'nothing_kept',
    )
  })
})

describe('a part is cancelled before it is sent', () => {
  test('its money goes back, and its goods to the shelf, once', () => {
    const less = tell(paid, cancels('c', cloth), cancels('c', cloth))
    expect(where(less)).toBe('2 jar to_be_sent, 1 cloth given_back_unsent')
    expect(back(less)).toEqual([['lines_cancelled', 4000]])
    expect(allBooks(less)).toMatchObject({ onItsWay: krw(4000), kept: krw(13_000) })
    expect(shelfMoves(whereIs(paid), whereIs(less))).toEqual([
      { variant: 'cloth', count: 1, why: 'put_back' },
    ])
    expect(statusOf(less).status).toBe('paid')
  })
  test('piece by piece, and the rest is sent', () => {
    const one = tell(paid, cancels('c', jars(1)), sends('one', null))
    expect(where(one)).toBe('1 jar under_way, 1 jar given_back_unsent, 1 cloth under_way')
    expect(standing(one)).toBe('sent')
    expect(lettersOf(paid, cancels('c', jars(1)), sends('one', null))).toEqual([
      'refund_requested',
      'sent',
    ])
  })
  test('who cancels all there is cancels the order', () => {
    expect(problem(paid, cancels('c', everything))).toBe('all_of_it')
    expect(problem(tell(paid, cancels('c', cloth)), cancels('d', jars(2)))).toBe('all_of_it')
    expect(problem(partly, cancels('c', cloth))).toBeNull()
  })
  test('the rest of the order is cancelled with the delivery', () => {
    const over = tell(paid, cancels('c', cloth), { kind: 'cancelled_by', who: 'merchant' })
    expect(back(over)).toEqual([
      ['lines_cancelled', 4000],
      ['order_cancelled', 13_000],
    ])
    expect(where(over)).toBe('2 jar given_back_unsent, 1 cloth given_back_unsent')
  })
  test('no more goes back than is left', () => {
    const wished = tell(paid, {
      kind: 'refund_wished',
      wish: wishId('much'),
      amount: krw(15_000),
      reason: '',
    })
    expect(back(tell(wished, cancels('c', cloth))).at(-1)).toEqual(['lines_cancelled', 2000])
  })
  test('its money waits for a dispute that holds it, and goes back when that is won', () => {
    const held = tell(paid, disputed('taken'), cancels('c', cloth))
    expect(back(held)).toEqual([['lines_cancelled', 4000]])
    expect(held.refunds).toEqual([])
    expect(tell(held, disputed('returned')).refunds).toMatchObject([{ amount: krw(4000) }])
  })
  test('a refund that somebody made before is none of its tries', () => {
    const there: Fact = {
      kind: 'refund_elsewhere',
      refund: refundId(goodsPayment, 9),
      payment: goodsPayment,
      amount: krw(4000),
      rung: 'done',
    }
    const held = tell(paid, there, disputed('taken'), cancels('c', cloth))
    expect(held.refunds).toHaveLength(1)
    expect(held.refunds[0]?.wish).toBeNull()
  })
  test('what is less than it was is not paid anew: late money goes back', () => {
    const lost = tell(paid, cancels('c', cloth), {
      kind: 'payment_undone',
      payment: goodsPayment,
      how: 'never_came',
    })
    expect(statusOf(lost)).toEqual({ status: 'cancelled', why: 'payment_failed' })
    expect(where(lost)).toBe('2 jar on_the_shelf, 1 cloth given_back_unsent')
    expect(mayPay(lost)).toBe(false)
  })
})

describe('a parcel is lost', () => {
  test('and its money goes back, with the delivery when nothing else was ordered', () => {
    const none = tell(sent, loses('one', 'money'))
    expect(where(none)).toBe('2 jar written_off, 1 cloth written_off')
    expect(back(none)).toEqual([['parcel_lost', 17_000]])
    const some = tell(partly, loses('one', 'money'))
    expect(where(some)).toBe('2 jar written_off, 1 cloth to_be_sent')
    expect(back(some)).toEqual([['parcel_lost', 10_000]])
  })
  test('and the same goods are sent again', () => {
    const again = tell(sent, loses('one', 'same_goods'))
    expect(where(again)).toBe(
      '2 jar to_be_sent, 2 jar written_off, 1 cloth to_be_sent, 1 cloth written_off',
    )
    expect(back(again)).toEqual([])
    expect(shelfMoves(whereIs(sent), whereIs(again))).toEqual([
      { variant: 'jar', count: -2, why: 'taken' },
      { variant: 'cloth', count: -1, why: 'taken' },
    ])
    expect(standing(tell(again, sends('two', null)))).toBe('sent')
  })
  test('once, and also after it was said to be delivered', () => {
    const lost = tell(delivered, loses('one', 'money'))
    expect(problem(lost, loses('one', 'same_goods'))).toBe('known')
    expect(problem(lost, moves('one', 'delivered'))).toBe('not_under_way')
  })
  test('what cannot be had again is not promised', () => {
    expect(problem(sent, loses('one', 'same_goods'), 'gone')).toBe('sold_out')
  })
  test('what is claimed was not lost', () => {
    expect(problem(tell(sent, claims('c', cloth)), loses('one', 'money'))).toBe('claimed')
  })
})

describe('goods come back', () => {
  const asked = tell(delivered, claims('c', [...jars(1), ...cloth]))
  const here = tell(asked, arrives('c', jars(1), cloth))

  test('asked for, here, settled: some are sold again, some written off', () => {
    expect(where(asked)).toBe('1 jar delivered, 1 jar coming_back, 1 cloth coming_back')
    expect(where(here)).toBe(where(asked))
    const settled = tell(here, settles('c', 'money', [3000, 0]))
    expect(where(settled)).toBe('1 jar delivered, 1 jar back_in_stock, 1 cloth written_off')
    expect(back(settled)).toEqual([['claim_settled', 6000]])
    expect(shelfMoves(whereIs(here), whereIs(settled))).toEqual([
      { variant: 'jar', count: 1, why: 'came_back' },
    ])
  })
  test('every won of it has a reason', () => {
    const settled = tell(here, settles('c', 'money', [3000, 2500]))
    expect(settled.goods.claims[0]).toMatchObject({
      settlement: {
        goods: krw(9000),
        delivery: krw(0),
        wayBack: krw(3000),
        wayThere: krw(2500),
        notOurs: krw(0),
        amount: krw(3500),
      },
    })
  })
  test('no more is withheld than the goods cost', () => {
    const settled = tell(here, settles('c', 'money', [8000, 3000]))
    expect(settled.goods.claims[0]).toMatchObject({
      settlement: { wayBack: krw(8000), wayThere: krw(1000), amount: krw(0) },
    })
    expect(back(settled)).toEqual([])
  })
  test('no more goes back than is ours', () => {
    const wished = tell(here, {
      kind: 'refund_wished',
      wish: wishId('much'),
      amount: krw(15_000),
      reason: '',
    })
    expect(tell(wished, settles('c')).goods.claims[0]).toMatchObject({
      settlement: { goods: krw(9000), notOurs: krw(7000), amount: krw(2000) },
    })
  })
  test('who got something faulty pays for no way, and has the delivery back with the last of it', () => {
    const faulty = tell(
      delivered,
      claims('c', everything, { ground: 'faulty' }),
      arrives('c', [], everything),
    )
    expect(problem(faulty, settles('c', 'money', [3000, 0]))).toBe('may_not_withhold')
    expect(back(tell(faulty, settles('c')))).toEqual([['claim_settled', 17_000]])
    const partly = tell(
      delivered,
      claims('c', jars(2), { ground: 'other_than_described' }),
      arrives('c', jars(2)),
      settles('c'),
    )
    expect(back(partly)).toEqual([['claim_settled', 10_000]])
  })
  test('what did not come with the rest is with the shopper, and can be claimed anew', () => {
    const some = tell(asked, arrives('c', cloth), settles('c'))
    expect(where(some)).toBe('2 jar delivered, 1 cloth back_in_stock')
    expect(problem(some, claims('d', jars(2)))).toBeNull()
    expect(problem(some, claims('d', cloth))).toBe('more_than_there_are')
  })
  test('a mistake about what came is mended until it is settled', () => {
    const mended = tell(here, arrives('c', [...jars(1), ...cloth]))
    expect(where(tell(mended, settles('c')))).toBe(
      '1 jar delivered, 1 jar back_in_stock, 1 cloth back_in_stock',
    )
    expect(problem(here, arrives('c', jars(1), cloth))).toBe('known')
    expect(problem(tell(here, settles('c')), arrives('c', cloth))).toBe('over')
  })
  test('the same goods in exchange leave as a parcel of their own', () => {
    const exchange = tell(here, settles('c', 'same_goods'))
    expect(where(exchange)).toBe(
      '1 jar to_be_sent, 1 jar delivered, 1 jar back_in_stock, 1 cloth to_be_sent, 1 cloth written_off',
    )
    expect(back(exchange)).toEqual([])
    expect(standing(exchange)).toBe('delivered')
    expect(lettersOf(here, settles('c', 'same_goods'), sends('two', null))).toEqual([
      'claim_settled',
      'exchange_sent',
    ])
    const moved = shelfMoves(whereIs(here), whereIs(exchange))
    expect(moved).toEqual([
      { variant: 'jar', count: 1, why: 'came_back' },
      { variant: 'jar', count: -1, why: 'taken' },
      { variant: 'cloth', count: -1, why: 'taken' },
    ])
    expect(problem(here, settles('c', 'same_goods'), 'gone')).toBe('sold_out')
  })
  test('what was exchanged can be claimed again, and its money is given back once', () => {
    const second = tell(
      here,
      settles('c', 'same_goods'),
      sends('two', null),
      moves('two', 'delivered'),
      claims('d', everything, { ground: 'faulty' }),
      arrives('d', [], everything),
      settles('d'),
    )
    expect(back(second)).toEqual([['claim_settled', 17_000]])
    expect(problem(second, claims('e', null))).toBe('no_pieces')
  })
  test('a promised exchange that cannot be had after all becomes money', () => {
    const exchange = tell(here, settles('c', 'same_goods'), cancels('x', cloth))
    expect(back(exchange)).toEqual([['lines_cancelled', 4000]])
  })
  test('of what was promised in exchange the shopper makes no money, whatever else is to be sent', () => {
    const promised = tell(partly, claims('f', jars(1), { ground: 'faulty', remedy: 'same_goods' }))
    const exchange = tell(promised, arrives('f', [], jars(1)), settles('f', 'same_goods'))
    expect(where(exchange)).toBe(
      '1 jar to_be_sent, 1 jar under_way, 1 jar written_off, 1 cloth to_be_sent',
    )
    expect(mayCancelOf(exchange)).toEqual(cloth)
    expect(problem(exchange, cancels('x', jars(1), 'shopper'))).toBe('more_than_there_are')
    expect(problem(exchange, cancels('x', cloth, 'shopper'))).toBeNull()
    expect(problem(exchange, cancels('x', jars(1), 'merchant'))).toBeNull()
    const again = tell(exchange, sends('two', jars(1)), moves('two', 'came_back'))
    expect(problem(again, cancels('x', jars(1), 'shopper'))).toBe('more_than_there_are')
  })
  test('refused or withdrawn, it is with the shopper, who may ask anew', () => {
    for (const over of [refuses('c'), withdraws('c')]) {
      const kept = tell(asked, over)
      expect(where(kept)).toBe('2 jar delivered, 1 cloth delivered')
      expect(problem(kept, over)).toBe('over')
      expect(problem(kept, arrives('c', cloth))).toBe('over')
      expect(problem(kept, claims('d', cloth))).toBeNull()
    }
    expect(problem(here, withdraws('c'))).toBe('arrived')
    expect(where(tell(here, refuses('c')))).toBe('2 jar delivered, 1 cloth delivered')
  })
  test('nothing is settled twice, nor before it is here', () => {
    expect(problem(asked, settles('c'))).toBe('not_arrived')
    expect(problem(tell(here, settles('c')), settles('c'))).toBe('over')
    expect(problem(asked, settles('other'))).toBe('no_such_claim')
  })
  test('no more is claimed than was sent, and no more arrives than was claimed', () => {
    expect(problem(paid, claims('c', cloth))).toBe('more_than_there_are')
    expect(problem(partly, claims('c', cloth))).toBe('more_than_there_are')
    expect(problem(asked, claims('d', jars(2)))).toBe('more_than_there_are')
    expect(problem(delivered, claims('d', [...cloth, ...cloth]))).toBe('line_twice')
    expect(problem(asked, claims('c', jars(1)))).toBe('known')
    expect(problem(asked, arrives('c', jars(2)))).toBe('more_than_there_are')
    expect(problem(asked, arrives('c', jars(1), jars(1)))).toBe('more_than_there_are')
    expect(problem(asked, arrives('c', [], []))).toBe('no_pieces')
    expect(problem(asked, arrives('c', [...jars(1), ...jars(1)]))).toBe('line_twice')
  })
  test('what is under way can be claimed: nobody waits for a shop to say that it arrived', () => {
    const claimed = tell(sent, claims('c', cloth))
    expect(where(claimed)).toBe('2 jar under_way, 1 cloth coming_back')
    expect(where(tell(claimed, moves('one', 'delivered')))).toBe(
      '2 jar delivered, 1 cloth coming_back',
    )
  })
  test('asked for, refused and settled are each told once', () => {
    expect(lettersOf(delivered, claims('c', cloth), claims('c', cloth), refuses('c'))).toEqual([
      'claim_opened',
      'claim_refused',
    ])
    expect(lettersOf(here, settles('c'), settles('c'))).toEqual(['claim_settled'])
  })
  test('money of goods that came back can still be given back, less what is on its way', () => {
    expect(refundable(tell(here, settles('c'))).minor).toBe(8000)
  })
})

describe('goods can be claimed within their time', () => {
  // Delivered on Monday, 23 November: seven days later is the 30th.
  const midnight = instant(Date.UTC(2026, 10, 30, 15))
  const at = (now: number, fact: Fact, order = delivered) =>
    problem(order, fact, 'there', instant(now))

  test('a change of mind until the midnight in Seoul that ends the seventh day', () => {
    expect(at(midnight - 1, claims('c', cloth))).toBeNull()
    expect(at(midnight, claims('c', cloth))).toBe('too_late')
  })
  test('a fault for three months', () => {
    const faulty = claims('c', cloth, { ground: 'faulty' })
    expect(at(laterBy(midnight, 80 * DAY), faulty)).toBeNull()
    expect(at(laterBy(midnight, 100 * DAY), faulty)).toBe('too_late')
  })
  test('from the last parcel of what was ordered together', () => {
    const first = tell(partly, moves('one', 'delivered'))
    expect(at(laterBy(midnight, 60 * DAY), claims('c', jars(1)), first)).toBeNull()
  })
  test('refused, it may be asked anew, but no longer', () => {
    const refused = tell(delivered, claims('c', cloth), refuses('c'))
    expect(at(midnight - 1, claims('d', cloth), refused)).toBeNull()
    expect(at(midnight, claims('d', cloth), refused)).toBe('too_late')
  })
  test('what nobody said was delivered, from when it must have been', () => {
    expect(at(laterBy(midnight, 10 * DAY), claims('c', cloth), sent)).toBeNull()
    expect(at(laterBy(midnight, 30 * DAY), claims('c', cloth), sent)).toBe('too_late')
  })
  test('what came in exchange has a time of its own, and nothing else begins anew', () => {
    const late = laterBy(NOON, 20 * DAY)
    const told = (order: Order, fact: Fact) =>
      decide(order, fact, { now: late, stock: 'there' }).reduce(evolve, order)
    const exchanged = [
      claims('c', cloth, { ground: 'faulty' }),
      arrives('c', [], cloth),
      settles('c', 'same_goods'),
      sends('two', null),
      moves('two', 'delivered'),
    ].reduce(told, delivered)
    expect(at(late, claims('d', cloth), exchanged)).toBeNull()
    expect(at(late, claims('d', jars(1)), exchanged)).toBe('too_late')
  })
})
