import { describe, expect, test } from 'vitest'
import {
  arrives,
  begun,
  cancels,
  claims,
  cloth,
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
import type { Person } from '../asker'
import { DAY } from '../calendar'
import { claimId, disputeId, laterBy, lineId, refundId, wishId } from '../ids'
import { krw } from '../money'
import {
  decide,
  evolve,
  type Fact,
  mayCancel,
  mayCancelOf,
  mayClaim,
  newOrder,
  type Order,
  problemWith,
} from '../order'
import { cancellablePieces } from './cancel-lines'
import { lastDayToClaim } from './claim-days'
import type { GivenGround } from './goods'
import type { GoodsFact } from './judge'
import { oneThing, samePieces, shared } from './lines'
import { exchangePieces, placesOf, shelfMoves } from './places'
import { standingOf } from './standing'

/* Two jars of ₩5,000 and a cloth of ₩4,000, brought for ₩3,000: what is rare, told to the end. */

const problem = (order: Order, fact: Fact) =>
  problemWith(order, fact as GoodsFact, { now: NOON, stock: 'there' })
const sent = tell(paid, sends('one', null))
const delivered = tell(sent, moves('one', 'delivered'))
const wishes = (order: Order) => order.wishes.map(({ id, amount }) => [id, amount.minor])
const claimOf = (order: Order, name: string) =>
  order.goods.claims.find(({ id }) => id === claimId(name))

describe('lines that are cancelled', () => {
  test('once, by the name of the wish, and no more than is here', () => {
    const without = tell(paid, cancels('c', cloth))
    expect(problem(without, cancels('c', jars(1)))).toBe('known')
    expect(problem(without, cancels('d', jars(1)))).toBeNull()
    expect(problem(paid, cancels('c', jars(3)))).toBe('more_than_there_are')
    expect(problem(tell(paid, sends('one', jars(2))), cancels('c', jars(1)))).toBe(
      'more_than_there_are',
    )
  })
  test('all that is left, when the rest has left the house for good', () => {
    const out = tell(paid, sends('one', cloth))
    const lost = tell(out, loses('one', 'money'))
    expect(problem(lost, cancels('c', jars(2)))).toBeNull()
    const gaveBack = tell(
      out,
      moves('one', 'delivered'),
      claims('x', cloth),
      arrives('x', cloth),
      settles('x'),
    )
    expect(problem(gaveBack, cancels('c', jars(2)))).toBeNull()
  })
  test('not all of it, when nothing has left: that is the order itself', () => {
    const withoutCloth = tell(paid, cancels('c', cloth))
    expect(problem(withoutCloth, cancels('d', jars(2)))).toBe('all_of_it')
    const unsent = tell(withoutCloth, sends('one', jars(2)), moves('one', 'unsent'))
    expect(problem(unsent, cancels('d', jars(2)))).toBe('all_of_it')
  })
})

describe('what a shopper may cancel by itself', () => {
  test('is what is here of a paid order, but not all that it keeps', () => {
    expect(mayCancelOf(begun)).toEqual([])
    expect(mayCancelOf(paid)).toEqual([...jars(2), ...cloth])
    const oneJar = tell(paid, cancels('c', cloth), cancels('d', jars(1)))
    expect(mayCancelOf(oneJar)).toEqual([])
    expect(mayCancelOf(tell(paid, cancels('c', jars(2))))).toEqual([])
    expect(mayCancelOf(tell(paid, sends('one', jars(2))))).toEqual(cloth)
    expect(mayCancelOf(sent)).toEqual([])
  })
  test('is nothing of what is not here, whatever else is', () => {
    expect(cancellablePieces(paid.goods, { unsent: 'to_be_sent' })).toEqual([...jars(2), ...cloth])
    for (const unsent of ['reserved', 'on_the_shelf', 'given_back_unsent'] as const)
      expect(cancellablePieces(paid.goods, { unsent })).toEqual([])
  })
})

test('who has the money back may end an order no more; the shop may, and has its goods again', () => {
  const wish = wishId('all')
  const back = tell(
    paid,
    { kind: 'refund_wished', wish, amount: krw(17_000), reason: '' },
    { kind: 'refund_news', refund: refundId(goodsPayment, 1), rung: 'done' },
  )
  expect(mayCancel(back)).toBe(false)
  expect(mayCancel(back, 'merchant')).toBe(true)
})

test('what was sent anew for goods that came back is owed no more, though its like is here again', () => {
  const swapped = tell(
    paid,
    sends('one', [...jars(1), ...cloth]),
    sends('two', jars(1)),
    moves('one', 'delivered'),
    claims('x', jars(1), { ground: 'faulty', remedy: 'same_goods' }),
    arrives('x', jars(1)),
    settles('x', 'same_goods'),
  )
  expect(exchangePieces(swapped.goods)).toEqual(jars(1))
  const sentAnew = tell(swapped, sends('three', jars(1)), moves('two', 'unsent'))
  expect(exchangePieces(sentAnew.goods)).toEqual([])
})

describe('a parcel that was lost', () => {
  test('gives back by a wish of its name', () => {
    const lost = tell(paid, sends('one', jars(1)), loses('one', 'money'))
    expect(wishes(lost)).toEqual([['lost one', 5000]])
  })
  test('that nobody sent is none', () => {
    expect(problem(sent, loses('two', 'money'))).toBe('no_such_parcel')
    expect(problem(sent, loses('two', 'same_goods'))).toBe('no_such_parcel')
  })
})

describe('a claim', () => {
  test('gives back by a wish of its name, and names its remedy', () => {
    const settled = tell(delivered, claims('x', jars(1)), arrives('x', jars(1)), settles('x'))
    expect(wishes(settled)).toEqual([['claim x', 5000]])
    expect(claimOf(settled, 'x')).toMatchObject({ settlement: { remedy: 'money' } })
    const swapped = tell(
      delivered,
      claims('x', jars(1)),
      arrives('x', jars(1)),
      settles('x', 'same_goods'),
    )
    expect(claimOf(swapped, 'x')).toMatchObject({ settlement: { remedy: 'same_goods' } })
    expect(swapped.wishes).toEqual([])
  })
  test('for money, one piece after the other, is paid for by its own share', () => {
    const one = tell(delivered, claims('x', jars(1)), arrives('x', jars(1)), settles('x'))
    const two = tell(one, claims('y', jars(1)), arrives('y', [], jars(1)), settles('y'))
    expect(wishes(two)).toEqual([
      ['claim x', 5000],
      ['claim y', 5000],
    ])
  })
  test.each([
    ['faulty', 3000],
    ['other_than_described', 3000],
    ['changed_mind', 0],
  ] as const)('of all of it because it was %s has %d for the way here', (ground, won) => {
    const all = [...jars(2), ...cloth]
    const settled = tell(
      delivered,
      claims('x', all, { ground }),
      arrives('x', all),
      settles('x', 'money'),
    )
    expect(claimOf(settled, 'x')).toMatchObject({ settlement: { delivery: krw(won) } })
  })
  test('of before, whose ground nobody asked for, is settled without the way here, and withholds nothing', () => {
    const opened = evolve(delivered, {
      type: 'claim_opened',
      claim: claimId('x'),
      by: 'shopper',
      pieces: null,
      ground: 'not_said',
      remedy: 'money',
      at: NOON,
    })
    const here = tell(opened, arrives('x', [...jars(2), ...cloth]))
    expect(problem(here, settles('x', 'money', [1000, 0]))).toBe('may_not_withhold')
    expect(claimOf(tell(here, settles('x')), 'x')).toMatchObject({
      settlement: { delivery: krw(0), amount: krw(14_000) },
    })
  })
  test('for the same goods is the shopper’s where something is wrong, and the shop’s to open as it likes', () => {
    const asks = (ground: GivenGround, by: Person) =>
      problem(delivered, { ...claims('x', jars(1), { ground, remedy: 'same_goods' }), by } as Fact)
    expect(asks('changed_mind', 'shopper')).toBe('only_for_faults')
    expect(asks('faulty', 'shopper')).toBeNull()
    expect(asks('other_than_described', 'shopper')).toBeNull()
    expect(asks('changed_mind', 'merchant')).toBeNull()
  })
  test('withholds nothing of an exchange, nor of what was faulty', () => {
    const here = tell(delivered, claims('x', jars(1)), arrives('x', jars(1)))
    expect(problem(here, settles('x', 'same_goods', [1000, 0]))).toBe('may_not_withhold')
    expect(problem(here, settles('x', 'money', [1000, 0]))).toBeNull()
    const faulty = tell(
      delivered,
      claims('x', jars(1), { ground: 'faulty' }),
      arrives('x', jars(1)),
    )
    expect(problem(faulty, settles('x', 'money', [0, 1000]))).toBe('may_not_withhold')
  })
  test('is refused with its reason, or withdrawn, and no other with it', () => {
    const two = tell(delivered, claims('x', jars(1)), claims('y', cloth))
    const refused = tell(two, refuses('x'))
    expect(claimOf(refused, 'x')).toMatchObject({ state: 'refused', reason: 'It was worn' })
    expect(claimOf(refused, 'y')).toMatchObject({ state: 'open' })
    const withdrawn = tell(two, withdraws('y'))
    expect(claimOf(withdrawn, 'y')).toMatchObject({ state: 'withdrawn' })
    expect(claimOf(withdrawn, 'x')).toMatchObject({ state: 'open' })
  })
  test('is settled by itself', () => {
    const both = tell(
      delivered,
      claims('x', jars(1)),
      claims('y', cloth),
      arrives('x', jars(1)),
      arrives('y', cloth),
      settles('y'),
    )
    expect(claimOf(both, 'x')).toMatchObject({ state: 'arrived' })
    expect(claimOf(both, 'y')).toMatchObject({ state: 'settled' })
    expect(standingOf(both.goods)).toBe('claimed')
  })
  test('can be made only of what is paid, and there', () => {
    const now = { now: NOON, daysOff: [] }
    expect(mayClaim(delivered, 'changed_mind', now)).toBe(true)
    expect(mayClaim(paid, 'changed_mind', now)).toBe(false)
    expect(mayClaim(begun, 'changed_mind', now)).toBe(false)
  })
})

describe('where the goods of an order are, in one word', () => {
  test.each([
    ['here', paid],
    ['here', tell(sent, moves('one', 'unsent'))],
    ['here', tell(sent, loses('one', 'money'))],
    ['sent', sent],
    ['delivered', delivered],
    ['claimed', tell(delivered, claims('x', cloth))],
    ['claimed', tell(sent, claims('x', cloth))],
  ] as const)('%s', (word, { goods }) => {
    expect(standingOf(goods)).toBe(word)
  })
})

describe('the time of a claim', () => {
  const toldAt = (days: number) => (order: Order, fact: Fact) =>
    decide(order, fact, { now: laterBy(NOON, days * DAY), stock: 'there' }).reduce(evolve, order)
  const both = tell(paid, sends('one', jars(2)), sends('two', cloth))
  const until = ({ goods }: Order, ground: Parameters<typeof lastDayToClaim>[2]) =>
    lastDayToClaim(goods, lineId(1), ground, [])
  test('runs from the parcel that arrived last, whichever left first', () => {
    const early = toldAt(3)(both, moves('one', 'delivered'))
    const late = toldAt(5)(early, moves('two', 'delivered'))
    const other = toldAt(5)(toldAt(3)(both, moves('two', 'delivered')), moves('one', 'delivered'))
    expect(until(late, 'changed_mind')).toEqual(until(other, 'changed_mind'))
    const onlyLate = toldAt(5)(
      toldAt(5)(both, moves('one', 'delivered')),
      moves('two', 'delivered'),
    )
    expect(until(late, 'changed_mind')).toEqual(until(onlyLate, 'changed_mind'))
  })
  test('also when the year ends between them', () => {
    const days = 30
    const after = toldAt(days + 10)(
      toldAt(days - 10)(both, moves('two', 'delivered')),
      moves('one', 'delivered'),
    )
    expect(until(after, 'changed_mind')?.year).toBe(2027)
  })
  test('is longer for a fault than for a change of mind', () => {
    expect(until(delivered, 'faulty')).not.toEqual(until(delivered, 'changed_mind'))
    expect(until(delivered, 'other_than_described')).toEqual(until(delivered, 'faulty'))
  })
})

test('an exchange that was not sent after all, or came back, is still to be sent as one', () => {
  const promised = tell(
    delivered,
    claims('x', cloth, { ground: 'faulty' }),
    arrives('x', [], cloth),
    settles('x', 'same_goods'),
  )
  for (const to of ['unsent', 'came_back'] as const) {
    const again = tell(promised, sends('two', null), moves('two', to))
    expect(standingOf(again.goods)).toBe('delivered')
    const third = tell(again, sends('three', null))
    expect(third.goods.parcels.at(-1)).toMatchObject({ isExchange: true, state: 'sent' })
  }
  const exchanged = tell(promised, sends('two', null), moves('two', 'delivered'))
  expect(exchanged.goods.parcels.at(-1)).toMatchObject({ isExchange: true })
})

describe('the shelf', () => {
  const at = (order: Order) => placesOf(order.goods, 'to_be_sent')
  test('has nothing to do with what is no goods', () => {
    const reason = newOrder(paid.id, krw(5000))
    expect(reason.goods.lines).toEqual(oneThing(krw(5000)))
    expect(
      shelfMoves(placesOf(reason.goods, 'on_the_shelf'), placesOf(reason.goods, 'reserved')),
    ).toEqual([])
  })
  test('has each piece back once, as it comes', () => {
    const claimed = tell(delivered, claims('x', jars(1)), arrives('x', jars(1)))
    const one = tell(claimed, settles('x'))
    expect(shelfMoves(at(claimed), at(one))).toEqual([
      { variant: 'jar', count: 1, why: 'came_back' },
    ])
    const second = tell(one, claims('y', jars(1)), arrives('y', jars(1)))
    expect(shelfMoves(at(one), at(second))).toEqual([])
    expect(shelfMoves(at(second), at(tell(second, settles('y'))))).toEqual([
      { variant: 'jar', count: 1, why: 'came_back' },
    ])
  })
  test('has nothing back of what was written off, or is with the shopper', () => {
    const lost = tell(sent, loses('one', 'money'))
    expect(shelfMoves(at(sent), at(lost))).toEqual([])
    expect(shelfMoves(at(paid), at(sent))).toEqual([])
    expect(shelfMoves(at(sent), at(delivered))).toEqual([])
  })
})

test('pieces are the same when each line has as many', () => {
  expect(samePieces([...jars(1), ...cloth], [...cloth, ...jars(1)])).toBe(true)
  expect(samePieces([...jars(1), ...cloth], [...jars(2), ...cloth])).toBe(false)
  expect(samePieces([], cloth)).toBe(false)
})

test('an amount is shared among nobody', () => {
  expect(shared(krw(5), [])).toEqual([])
})

test('what is contested and not settled stays so, though a dispute of another amount was', () => {
  const told = (name: string, step: 'announced' | 'taken' | 'returned', won: number): Fact => ({
    kind: 'dispute_news',
    dispute: disputeId(name),
    payment: goodsPayment,
    step,
    amount: krw(won),
    deadline: null,
  })
  const settled = tell(paid, told('two', 'taken', 2000), told('two', 'returned', 2000))
  expect(problem(settled, sends('one', null))).toBeNull()
  expect(problem(tell(settled, told('one', 'announced', 9000)), sends('one', null))).toBe(
    'contested',
  )
})
