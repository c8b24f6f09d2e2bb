import { describe, expect, test } from 'vitest'
import {
  arrives,
  cancels,
  claims,
  cloth,
  jars,
  loses,
  moves,
  paidWithFreeDelivery as paid,
  paidGoods,
  sends,
  settles,
  tellGoods as tell,
} from '@/lib/proof/simulation/goods/told-goods'
import { krw } from '../money'
import type { Order } from '../order'
import { wayThereOf } from './way-there'

/* Two jars of ₩5,000 and a cloth of ₩4,000, brought for nothing from ₩10,000 on; else for ₩2,500. */

const back = (order: Order) => order.wishes.map(({ amount }) => amount.minor)
const withheld = (order: Order) => order.goods.cancellations.map(({ wayThere: { minor } }) => minor)
const byShopper = (name: string, pieces: Parameters<typeof cancels>[1]) =>
  cancels(name, pieces, 'shopper')
const comesBack = (name: string, pieces: Parameters<typeof claims>[1] & object) =>
  [claims(name, pieces), arrives(name, pieces)] as const

describe('whoever cancels what made delivery free', () => {
  test('pays for it once, out of what goes back', () => {
    const less = tell(paid, byShopper('a', jars(1)))
    expect(back(less)).toEqual([2500])
    expect(back(tell(less, byShopper('b', jars(1))))).toEqual([2500, 5000])
  })
  test('pays the same piece by piece, in whatever order', () => {
    const one = tell(paid, byShopper('a', cloth), byShopper('b', jars(1)))
    expect(withheld(one)).toEqual([0, 2500])
    const other = tell(paid, byShopper('b', jars(1)), byShopper('a', cloth))
    expect(withheld(other)).toEqual([2500, 0])
  })
  test('pays nothing while enough is left', () => {
    expect(back(tell(paid, byShopper('a', cloth)))).toEqual([4000])
  })
  test('pays nothing when all of it is cancelled in the end: it is not brought', () => {
    const over = tell(paid, byShopper('a', jars(1)), { kind: 'cancelled_by', who: 'shopper' })
    expect(back(over)).toEqual([2500, 11_500])
  })
  test('pays nothing where it was not free, or nobody knows', () => {
    expect(back(tell(paidGoods, byShopper('a', jars(2))))).toEqual([10_000])
    expect(wayThereOf(paidGoods.goods, jars(2))).toBeNull()
  })
  test('never pays more than goes back; what is missing is withheld of the next', () => {
    const dear: Order = {
      ...paid,
      goods: { ...paid.goods, waived: { fee: krw(7000), freeFrom: krw(14_000) } },
    }
    const less = tell(dear, byShopper('a', cloth))
    expect(withheld(less)).toEqual([4000])
    expect(back(less)).toEqual([])
    expect(back(tell(less, byShopper('b', jars(1))))).toEqual([2000])
  })
})

describe('what the shop cannot send', () => {
  test('costs its shopper nothing', () => {
    expect(back(tell(paid, cancels('a', jars(2))))).toEqual([10_000])
  })
  test('counts as wanted still: what its shopper cancels then costs what it would have', () => {
    const without = tell(paid, cancels('a', jars(1)))
    expect(back(tell(without, byShopper('b', cloth)))).toEqual([5000, 4000])
    expect(back(tell(without, byShopper('b', jars(1))))).toEqual([5000, 2500])
  })
})

describe('goods that nothing is wrong with', () => {
  const here = tell(paid, sends('one', null), moves('one', 'delivered'))

  test('cost their way when they come back, as if they had been cancelled', () => {
    const less = tell(here, ...comesBack('c', jars(1)), settles('c', 'money', [0, 2500]))
    expect(back(less)).toEqual([2500])
  })
  test('cost no more of it than was free, and nothing while enough is kept', () => {
    const much = tell(here, ...comesBack('c', jars(1)), settles('c', 'money', [0, 4000]))
    expect(back(much)).toEqual([2500])
    const little = tell(here, ...comesBack('c', cloth), settles('c', 'money', [0, 2500]))
    expect(back(little)).toEqual([4000])
  })
  test('cost it once, whether they are cancelled or come back', () => {
    const less = tell(
      paid,
      byShopper('a', jars(1)),
      sends('one', null),
      ...comesBack('c', jars(1)),
      settles('c', 'money', [0, 2500]),
    )
    expect(back(less)).toEqual([2500, 5000])
  })
  test('had their way: what is cancelled after them costs it', () => {
    const first = tell(paid, sends('one', cloth), ...comesBack('c', cloth), settles('c'))
    expect(back(tell(first, byShopper('a', jars(2))))).toEqual([4000, 7500])
  })
})

describe('when the last of the goods was lost, or something is wrong with it', () => {
  test.each([
    ['lost', [loses('one', 'money')]],
    [
      'faulty',
      [claims('c', jars(1), { ground: 'faulty' }), arrives('c', [], jars(1)), settles('c')],
    ],
  ])('what was withheld for its way goes back as well: it was %s', (_, facts) => {
    const left = [byShopper('a', cloth), byShopper('b', jars(1)), sends('one', null)]
    expect(back(tell(paid, ...left, ...facts))).toEqual([4000, 2500, 7500])
  })
  test('and what is cancelled then costs no way, since nothing was brought', () => {
    const lost = tell(paid, sends('one', cloth), loses('one', 'money'))
    expect(back(tell(lost, byShopper('a', jars(1))))).toEqual([4000, 2500])
    expect(back(tell(lost, byShopper('a', jars(1)), byShopper('b', jars(1))))).toEqual([
      4000, 2500, 7500,
    ])
    expect(back(tell(lost, byShopper('a', jars(2))))).toEqual([4000, 10_000])
  })
  test('what was paid for its way goes back too when the rest is cancelled', () => {
    const lost = tell(paidGoods, sends('one', cloth), loses('one', 'money'))
    expect(back(tell(lost, cancels('a', jars(2))))).toEqual([4000, 13_000])
  })
})
