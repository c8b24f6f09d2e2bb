import { allBooks, booksOf, entriesBetween } from '@/lib/core/books'
import { decide, evolve, type Fact, type Order, statusOf, whereIs } from '@/lib/core/order'
import { checkGoodsChange } from './goods/check-goods'
import { NOON } from './memory-shop'

/*
 * Every sequence, with repetition, of what can happen to the money of an order, up to a length. At each step the laws
 * of money are held against it, and news between two acts of people must end alike in every order.
 */

const acts: readonly Fact['kind'][] = [
  'refund_wished',
  'refund_due_again',
  'handed_back',
  'cancelled_by',
  'lines_cancelled',
  'parcel_sent',
  'parcel_moved',
  'parcel_lost',
  'claim_opened',
  'claim_refused',
  'claim_withdrawn',
  'claim_arrived',
  'claim_settled',
]

/** Throws at the first sequence that breaks a law, in words; else how many there were. */
export function checkEveryRoad(start: Order, facts: readonly Fact[], length: number): number {
  const ends = new Map<string, { readonly end: string; readonly told: readonly Fact[] }>()
  const told: Fact[] = []
  let sequences = 0

  const goOn = (order: Order, left: number, key: string, news: readonly number[]): void => {
    sequences++
    const whole = `${key}/${[...news].sort((a, b) => a - b).join(',')}`
    const end = endOf(order)
    const known = ends.get(whole)
    if (known === undefined) ends.set(whole, { end, told: [...told] })
    else if (known.end !== end)
      throw new Error(
        `ends as ${end}: ${inWords(told)}\nends as ${known.end}: ${inWords(known.told)}`,
      )
    if (left === 0) return
    for (const [index, fact] of facts.entries()) {
      if (!isAboutKnown(order, fact)) continue
      told.push(fact)
      const { after, asks } = tell(order, fact, told)
      // What is asked back because of news is an act of ours, which cannot be taken back.
      if (asks || acts.includes(fact.kind)) goOn(after, left - 1, `${whole}/${index}`, [])
      else goOn(after, left - 1, key, news.includes(index) ? news : [...news, index])
      told.pop()
    }
  }
  goOn(start, length, '', [])
  return sequences
}

/** Nothing is heard of a refund that was never asked for. */
const isAboutKnown = ({ refunds }: Order, fact: Fact) =>
  (fact.kind !== 'refund_news' && fact.kind !== 'refund_due_again') ||
  refunds.some(({ id }) => id === fact.refund)

function tell(before: Order, fact: Fact, told: readonly Fact[]) {
  const events = decide(before, fact, { now: NOON, stock: 'there' })
  let order = before
  let asks = false
  for (const event of events) {
    if (event.type === 'refund_requested' || event.type === 'handed_back') {
      const received = order.payments.find(({ payment }) => payment === event.payment)
      const kept = received ? booksOf(order, received).kept.minor : 0
      if (event.amount.minor > kept) throw new Error(`more than is ours: ${inWords(told)}`)
      asks ||= event.type === 'refund_requested'
    }
    const after = evolve(order, event)
    if (entriesBetween(order, after).reduce((sum, { won }) => sum + won, 0) !== 0)
      throw new Error(`the ledger does not add up: ${inWords(told)}`)
    order = after
  }
  const broken =
    brokenBy(order) ?? checkGoodsChange({ before, after: order, fact, events, isThere: true })
  if (broken !== null) throw new Error(`${broken}: ${inWords(told)}`)
  return { after: order, asks }
}

function brokenBy(after: Order): string | null {
  const { came, kept, onItsWay, givenBack, taken, added } = allBooks(after)
  if (kept.minor + onItsWay.minor + givenBack.minor + taken.minor !== came.minor + added.minor)
    return 'a won is nowhere'
  if (kept.minor < 0) return 'less than nothing is ours'
  const { status } = statusOf(after)
  return status === 'refunded' && kept.minor > 0 ? 'refunded, and some is kept' : null
}

/** All that may not depend on the order of arrival. */
function endOf(order: Order): string {
  const { status, why } = statusOf(order)
  const won = Object.values(allBooks(order)).map(({ minor }) => minor)
  const where = whereIs(order).map(({ at }) => Object.values(at).join(''))
  return [status, why, ...where, order.stockHeld, ...won].join(' ')
}

const inWords = (told: readonly Fact[]) =>
  told
    .map((fact) =>
      Object.values(fact)
        .map((value) => (typeof value === 'object' && value ? JSON.stringify(value) : value))
        .join(' '),
    )
    .join(', ')
