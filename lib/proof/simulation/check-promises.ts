import { rungs } from '@/lib/core/attempt'
import { allBooks } from '@/lib/core/books'
import { places, unsentPieces } from '@/lib/core/goods/places'
import { standingOf } from '@/lib/core/goods/standing'
import { type Order, payingPayment, statusOf, whereIs } from '@/lib/core/order'
import { refundRungs } from '@/lib/core/refund'
import { checkMoney } from './check-money'
import { checkGoods, checkGoodsChange } from './goods/check-goods'
import type { RecordedInMemory } from './memory-shop'
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
const ofLostMoney = ['awaiting_payment', 'confirming', 'cancelled (payment_failed)']
const unpaid = ['cancelled (payment_failed)', 'cancelled (timed_out)']

/**
 * What an order may become. All else is a broken promise; above all, what is paid stays so until a person ends it, its
 * money is given back, or turns out never to have come.
 */
export const mayBecome: Readonly<Record<string, readonly string[]>> = {
  awaiting_payment: ['confirming', 'paid', ...unpaid, ...byPerson],
  confirming: ['awaiting_payment', 'paid', ...unpaid, ...byPerson],
  paid: [...ofLostMoney, 'refunded', ...byPerson],
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
  // A refund bounced, or the money never came.
  refunded: ['paid', ...ofLostMoney, ...byPerson],
}

/** The first promise that is broken, or null. */
export function checkPromises({ shop, adyen, pieces, coverage }: World): string | null {
  const recordedSince = shop.unchecked
  if (recordedSince.length > 0) shop.unchecked = []
  for (const recorded of recordedSince) {
    noteCoverage(coverage, recorded)
    const broken =
      checkChange(recorded) ??
      (recorded.before === recorded.after ? null : checkGoodsChange(recorded)) ??
      checkMoney(recorded, shop, adyen)
    if (broken) return `${recorded.after.id}: ${broken}`
  }
  const misplaced = recordedSince.length > 0 ? checkGoods(shop, pieces) : null
  if (misplaced) return misplaced
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
  if (!after.putsAside && before.paidBy === null && after.paidBy !== null)
    cover(coverage, 'hold over/paid late')
  for (const { rung } of after.attempts) cover(coverage, `rung/${rung}`)
  for (const { rung, why } of after.refunds) {
    cover(coverage, `refund/${rung}`)
    cover(coverage, `refund for/${why}`)
  }
  for (const { steps } of after.disputes)
    for (const step of steps) cover(coverage, `dispute/${step}`)
  for (const { undone } of after.payments) if (undone) cover(coverage, `undone/${undone}`)
  if (allBooks(after).added.minor > 0) cover(coverage, 'books/more left than came')
  cover(coverage, `standing/${standingOf(after.goods)}`)
  for (const { state } of after.goods.parcels) cover(coverage, `parcel/${state}`)
  for (const { state } of after.goods.claims) cover(coverage, `claim/${state}`)
  for (const { who, wayThere } of after.goods.cancellations)
    if (wayThere.minor > 0) cover(coverage, `pays for the way/${who}`)
  for (const { at } of whereIs(after))
    for (const place of places) if (at[place] > 0) cover(coverage, `place/${place}`)
}

/** What one fact may and may not do to an order. */
function checkChange({ before, after, fact, events, isThere }: RecordedInMemory): string | null {
  const [was, is] = [statusName(before), statusName(after)]
  if (was !== is && !mayBecome[was]?.includes(is)) return `${was} became ${is} by ${fact.kind}`
  if (was === 'confirming' && is !== was && fact.kind === 'time_limit')
    return 'what is being confirmed has timed out'
  if (payingPayment(before) && after.paidBy !== before.paidBy) return 'another payment is kept'
  if (before.paidBy !== after.paidBy && fact.kind !== 'payment_authorised')
    return 'paid without money'
  const fell = before.attempts.some(
    ({ rung }, index) => rungs.indexOf(after.attempts[index]?.rung ?? 'open') < rungs.indexOf(rung),
  )
  if (fell) return `an attempt fell by ${fact.kind}`
  const refundFell = before.refunds.some(
    ({ rung }, index) =>
      refundRungs.indexOf(after.refunds[index]?.rung ?? 'requested') < refundRungs.indexOf(rung),
  )
  if (refundFell) return `a refund fell by ${fact.kind}`
  return checkStock(before, after, events, isThere)
}

function checkStock(
  before: Order,
  after: Order,
  events: RecordedInMemory['events'],
  isThere: boolean,
): string | null {
  const taken = events.filter(({ type }) => type === 'stock_taken').length
  const returned = events.filter(({ type }) => type === 'stock_returned').length
  if (Number(before.stockHeld) + taken - returned !== Number(after.stockHeld))
    return 'stock was taken or given back twice'
  const { status } = statusOf(after)
  // What was sent is not here, and what was given back is put back by a person.
  const isGone = unsentPieces(after.goods).length === 0
  const isPaid = status === 'paid' || (status === 'refunded' && !after.cancelledBy)
  if (after.stockHeld && !after.putsAside && !payingPayment(after) && !isGone)
    return 'unpaid goods are kept from others after their time'
  const waits = status === 'awaiting_payment' && after.attempts.length > 0
  const holds = isPaid || (waits && after.putsAside)
  // What is being confirmed holds what it could get when it came to be so.
  const mayHold = holds || isGone || status === 'confirming'
  if (after.stockHeld && !mayHold) return `${status} holds stock`
  if (!after.stockHeld && holds && !isGone) return `${status} holds no stock`
  const mustHold = status === 'confirming' && after.putsAside
  return mustHold && events.length > 0 && isThere && !after.stockHeld
    ? 'confirming holds no stock although there is some'
    : null
}
