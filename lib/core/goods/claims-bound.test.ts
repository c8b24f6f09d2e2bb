import { expect, test } from 'vitest'
import {
  arrives,
  claims,
  cloth,
  everything,
  jars,
  moves,
  paidGoods,
  refuses,
  sends,
  settles,
  tellGoods,
  withdraws,
} from '@/lib/proof/simulation/goods/told-goods'
import { NOON } from '@/lib/proof/simulation/memory-shop'
import { DAY } from '../calendar'
import { claimId, laterBy } from '../ids'
import { decide, evolve, type Order, problemWith } from '../order'
import type { ClaimFact } from './claim'

/* Two jars and a cloth are delivered, and somebody asks for returns of them without end. */

const delivered = tellGoods(paidGoods, sends('one', null), moves('one', 'delivered'))

type Opening = Extract<ClaimFact, { kind: 'claim_opened' }>
const opening = (name: string, by: Opening['by'] = 'shopper'): Opening => ({
  kind: 'claim_opened',
  claim: claimId(name),
  by,
  pieces: everything,
  ground: 'faulty',
  remedy: 'money',
  daysOff: [],
})
const problem = (order: Order, fact: Opening, now = NOON) =>
  problemWith(order, fact, { now, stock: 'there' })
const thoughtBetterOf = (order: Order, name: string) =>
  tellGoods(order, opening(name), withdraws(name))

test('who took three requests back within a day asks a person of the shop, or a day later', () => {
  const twice = ['a', 'b'].reduce(thoughtBetterOf, delivered)
  expect(problem(twice, opening('c'))).toBeNull()
  const often = thoughtBetterOf(twice, 'c')
  expect(problem(often, opening('d'))).toBe('too_often')
  expect(problem(often, opening('d', 'merchant'))).toBeNull()
  expect(problem(often, opening('d'), laterBy(NOON, DAY - 1))).toBe('too_often')
  expect(problem(often, opening('d'), laterBy(NOON, DAY))).toBeNull()
})

test('what the shop opens and takes back counts for nobody', () => {
  const names = Array.from({ length: 40 }, (_, n) => `${n}`)
  const noted = names.reduce(
    (order, name) => tellGoods(order, opening(name, 'merchant'), withdraws(name)),
    delivered,
  )
  expect(noted.goods.claims).toHaveLength(40)
  expect(problem(noted, opening('own'))).toBeNull()
})

test('of three pieces there are thirteen requests at most, however they end and however slowly they come', () => {
  let order = delivered
  let now = NOON
  for (let n = 0; n < 20; n++) {
    now = laterBy(now, DAY / 4)
    const facts = [opening(`${n}`), n % 2 === 0 ? withdraws(`${n}`) : refuses(`${n}`)]
    for (const fact of facts)
      order = decide(order, fact, { now, stock: 'there' }).reduce(evolve, order)
  }
  expect(order.goods.claims).toHaveLength(13)
  expect(problem(order, opening('more'), now)).toBe('too_often')
  expect(problem(order, opening('more', 'merchant'), now)).toBeNull()
})

test('each piece can be asked for by itself, exchanged and asked for again', () => {
  const own = (name: string, pieces: typeof cloth, remedy: 'money' | 'same_goods') => [
    claims(name, pieces, { ground: 'faulty', remedy }),
    arrives(name, [], pieces),
    settles(name, remedy),
  ]
  const parts = [jars(1), jars(1), cloth]
  const exchanged = tellGoods(
    delivered,
    ...parts.flatMap((pieces, n) => own(`first ${n}`, pieces, 'same_goods')),
    sends('two', null),
    ...parts.flatMap((pieces, n) => own(`second ${n}`, pieces, 'money')),
  )
  expect(exchanged.goods.claims.map(({ state }) => state)).toEqual(Array(6).fill('settled'))
})
