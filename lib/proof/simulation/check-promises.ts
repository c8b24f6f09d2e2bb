import { rungs } from '@/lib/core/attempt'
import type { PaymentId } from '@/lib/core/ids'
import { type Order, statusOf } from '@/lib/core/order'
import { refundRungs } from '@/lib/core/refund'
import type { FakeAdyen } from './fake-adyen'
import type { MemoryShop, RecordedInMemory } from './memory-shop'
import { cover, type World } from './world'

/*
 * Compares what the shop believes with Adyen's books, after every step. Each broken promise of
 * docs/architecture.md is a sentence.
 */

export const statusName = (order: Order) => {
  const { status, why } = statusOf(order)
  return why ? `${status} (${why})` : status
}

const byPerson = ['cancelled (by_shopper)', 'cancelled (by_merchant)']
const unpaid = ['cancelled (payment_failed)', 'cancelled (timed_out)']

/** What an order may become. All else is a broken promise; above all, nothing follows `paid` but a person. */
export const mayBecome: Readonly<Record<string, readonly string[]>> = {
  awaiting_payment: ['confirming', 'paid', ...unpaid, ...byPerson],
  confirming: ['awaiting_payment', 'paid', ...unpaid, ...byPerson],
  paid: byPerson,
  'cancelled (payment_failed)': [
    'awaiting_payment',
    'confirming',
    'paid',
    'cancelled (timed_out)',
    ...byPerson,
  ],
  'cancelled (timed_out)': [
    'awaiting_payment',
    'confirming',
    'paid',
    'cancelled (payment_failed)',
    ...byPerson,
  ],
  'cancelled (by_shopper)': ['refunded'],
  'cancelled (by_merchant)': ['refunded'],
  // A refund bounced.
  refunded: byPerson,
}

/** The first promise that is broken, or null. */
export function checkPromises({ shop, adyen, pieces, coverage }: World): string | null {
  const recordedSince = shop.unchecked
  if (recordedSince.length > 0) shop.unchecked = []
  for (const recorded of recordedSince) {
    noteCoverage(coverage, recorded)
    const broken = checkChange(recorded) ?? checkMoney(recorded.after, shop, adyen)
    if (broken) return `${recorded.after.id}: ${broken}`
  }
  const held = [...shop.orders.values()].filter(({ stockHeld }) => stockHeld).length
  if (shop.shelf < 0 || shop.shelf + held !== pieces)
    return `${pieces} pieces were there, ${shop.shelf} are on the shelf and ${held} are held`
  if (adyen.overRefunded.length > 0)
    return `more of ${adyen.overRefunded[0]} was asked back than came`
  const references = adyen.offers.map(({ reference }) => reference)
  return new Set(references).size < references.length ? 'one attempt was offered twice' : null
}

function noteCoverage(
  coverage: World['coverage'],
  { before, after, fact, events }: RecordedInMemory,
): void {
  cover(coverage, `fact/${fact.kind}`)
  if (before === after) return
  const [was, is] = [statusName(before), statusName(after)]
  if (was !== is) cover(coverage, `became/${was} → ${is}`)
  cover(coverage, `status/${is}`)
  if (events.some(({ type }) => type === 'stock_hold_over'))
    cover(coverage, `hold over/${before.stockHeld ? is : 'of what was given back'}`)
  if (!after.putsAside && before.kept === null && after.kept !== null)
    cover(coverage, 'hold over/paid late')
  for (const { rung } of after.attempts) cover(coverage, `rung/${rung}`)
  for (const { rung, why } of after.refunds) {
    cover(coverage, `refund/${rung}`)
    cover(coverage, `refund for/${why}`)
  }
  cover(coverage, `parcel/${after.parcel}`)
}

/** What one fact may and may not do to an order. */
function checkChange({ before, after, fact, events, shelf }: RecordedInMemory): string | null {
  const [was, is] = [statusName(before), statusName(after)]
  if (was !== is && !mayBecome[was]?.includes(is)) return `${was} became ${is} by ${fact.kind}`
  if (was === 'confirming' && is !== was && fact.kind === 'time_limit')
    return 'what is being confirmed has timed out'
  if (before.kept !== null && after.kept !== before.kept) return 'another payment is kept'
  if (before.kept !== after.kept && fact.kind !== 'payment_authorised') return 'paid without money'
  const fell = before.attempts.some(
    ({ rung }, index) => rungs.indexOf(after.attempts[index]?.rung ?? 'open') < rungs.indexOf(rung),
  )
  if (fell) return `an attempt fell by ${fact.kind}`
  const refundFell = before.refunds.some(
    ({ rung }, index) =>
      refundRungs.indexOf(after.refunds[index]?.rung ?? 'requested') < refundRungs.indexOf(rung),
  )
  if (refundFell) return `a refund fell by ${fact.kind}`
  if (before.parcel === 'here' && after.parcel !== 'here' && was !== 'paid')
    return `sent although ${was}`
  return checkStock(before, after, events, shelf)
}

function checkStock(
  before: Order,
  after: Order,
  events: RecordedInMemory['events'],
  shelf: number,
): string | null {
  const taken = events.filter(({ type }) => type === 'stock_taken').length
  const returned = events.filter(({ type }) => type === 'stock_returned').length
  if (Number(before.stockHeld) + taken - returned !== Number(after.stockHeld))
    return 'stock was taken or given back twice'
  const { status } = statusOf(after)
  const isPaid = status === 'paid'
  if (after.stockHeld && !after.putsAside && after.kept === null)
    return 'unpaid goods are kept from others after their time'
  const waits = status === 'awaiting_payment' && after.attempts.length > 0
  const holds = isPaid || (waits && after.putsAside)
  // What is being confirmed holds what it could get when it came to be so.
  const mayHold = holds || status === 'confirming'
  if (after.stockHeld && !mayHold) return `${status} holds stock`
  if (!after.stockHeld && holds) return `${status} holds no stock`
  const mustHold = status === 'confirming' && after.putsAside
  return mustHold && events.length > 0 && shelf > 0 && !after.stockHeld
    ? 'confirming holds no stock although there is some'
    : null
}

/** What the shop believes of money, against the books. */
function checkMoney(order: Order, shop: MemoryShop, adyen: FakeAdyen): string | null {
  for (const { payment, attempt, amount } of order.payments) {
    const reference = shop.attempts.find(({ id }) => id === attempt)?.reference
    const paid = adyen.payments.find(({ psp }) => psp === payment)
    if (paid?.reference !== reference || paid?.amount !== amount.minor)
      return `${payment} is not in the books`
  }
  for (const { id, rung } of order.refunds)
    if (rung === 'done' && !isInBooks(shop, adyen, id)) return `${id} is not in the books as done`
  return checkKept(order)
}

function isInBooks(shop: MemoryShop, adyen: FakeAdyen, id: string): boolean {
  const psp = shop.refunds.find((row) => row.id === id)?.psp
  const state = adyen.refunds.find((refund) => refund.psp === psp)?.state
  return state === 'done' || state === 'bounced'
}

/** At most one payment is kept, all other money is on its way back, and never more than came. */
function checkKept(order: Order): string | null {
  const names = new Set(order.payments.map(({ payment }) => payment))
  if (names.size < order.payments.length) return 'one payment was counted twice'
  for (const { payment, amount } of order.payments) {
    const isKept = payment === order.kept && order.cancelledBy === null
    const refunds = refundsOf(order, payment)
    if (isKept && refunds.length > 0) return 'the money of a living order is given back'
    if (!isKept && refunds.length === 0) return `${payment} is neither kept nor given back`
    if (refunds.some((refund) => refund.amount.minor !== amount.minor))
      return `${payment} is not given back in full`
    const alive = refunds.filter(({ rung }) => rung !== 'failed' && rung !== 'reversed')
    if (alive.length > 1) return `${payment} is given back twice`
  }
  return null
}

const refundsOf = (order: Order, payment: PaymentId) =>
  order.refunds.filter((refund) => refund.payment === payment)
