import { type Account, allBooks, booksOf, type ReceivedPayment } from '@/lib/core/books'
import type { Order } from '@/lib/core/order'
import { refundable } from '@/lib/core/order'
import { isDead } from '@/lib/core/refund'
import { openOf, triesOf } from '@/lib/core/wish'
import { statusName } from './check-promises'
import type { ProviderPayment } from './fake-adyen'
import { leftOf, takenFromPayment, undoneOf } from './fake-money'
import type { MemoryShop } from './memory-shop'
import { cover, type World } from './world'

/** When all is told and done: the shop's books are Adyen's, won by won, and what may not stay is back. */
export function checkBooksAtTheEnd(world: World, order: Order): string | null {
  const { shop, adyen, coverage } = world
  for (const paid of adyen.payments) {
    const attempt = shop.attempts.find(({ reference }) => reference === paid.reference)
    if (attempt?.order !== order.id) continue
    const received = order.payments.find(({ payment }) => payment === paid.psp)
    if (!received) return `${paid.psp} was never heard of`
    if (isForPerson(shop, paid) || isGuessed(world, paid)) {
      cover(coverage, 'end/left to a person')
      continue
    }
    cover(coverage, 'end/books agree')
    const broken = compare(world, order, received, paid) ?? checkStays(order, received)
    if (broken) return `${paid.psp} of an order that is ${statusName(order)}: ${broken}`
  }
  return checkLedger(shop, order)
}

function compare(
  { adyen }: World,
  order: Order,
  received: ReceivedPayment,
  paid: ProviderPayment,
): string | null {
  const { psp, amount, undone } = paid
  const hand = order.handbacks
    .filter(({ payment }) => payment === psp)
    .reduce((sum, each) => sum + each.amount.minor, 0)
  const of = adyen.refunds.filter((each) => each.payment === psp)
  const won = (state: string) =>
    of.filter((each) => each.state === state).reduce((sum, each) => sum + each.amount, 0)
  const left = leftOf(adyen, paid)
  const calledOff = undoneOf(adyen, paid)
  const theirs = {
    came: amount - (undone === 'never_came' ? calledOff : 0),
    kept: Math.max(0, left - hand),
    onItsWay: won('pending'),
    givenBack: won('done') + hand + (undone === 'cancelled' ? calledOff : 0),
    taken: takenFromPayment(adyen, psp),
    added: Math.max(0, hand - left),
  }
  const books = booksOf(order, received)
  for (const part of ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const)
    if (books[part].minor !== theirs[part])
      return `${part} is ${books[part].minor}, and with Adyen ${theirs[part]}`
  return null
}

// The first, and four more after ever longer waits.
const ASKED_AT_MOST = 5

/** Only what pays a living order stays, and what was asked back so often in vain that a person has to look. */
function checkStays(order: Order, received: ReceivedPayment): string | null {
  if (received.payment === order.paidBy && order.cancelledBy === null) return null
  const { kept } = booksOf(order, received)
  const inVain = order.wishes
    .filter(
      ({ id, payment }) =>
        payment === received.payment && triesOf(order, id).filter(isDead).length >= ASKED_AT_MOST,
    )
    .reduce((sum, wish) => sum + openOf(order, wish), 0)
  return kept.minor > inVain ? `${kept.minor} stays with the shop` : null
}

/** One question that nobody answered is not enough to give up; what cannot be told apart is looked at. */
export function isForPerson(shop: MemoryShop, { psp }: ProviderPayment): boolean {
  const isGivenUp = shop.refunds.some((row) => row.payment === psp && row.givenUp && row.asked > 1)
  const isParked = [...shop.inbox.values()].some(
    ({ notification, parked }) =>
      notification.meant === psp && (parked === 'unknown_refund' || parked === 'unknown_payment'),
  )
  return isGivenUp || isParked
}

/**
 * What nobody could tell apart was taken for one of two: news of a dispute that named neither payment of its attempt,
 * or a reversal that came before anybody had heard of its refund, when another of that amount came back as well.
 */
function isGuessed({ shop, adyen }: World, { psp: payment, reference }: ProviderPayment): boolean {
  const alike = adyen.payments.filter((each) => each.reference === reference)
  const refunds = adyen.refunds.filter((each) => each.payment === payment)
  return [...shop.inbox.values()].some(({ notification: { event, payment: named, ...news } }) => {
    if (event === 'DISPUTE')
      return alike.length > 1 && named === null && alike.some(({ psp }) => psp === news.meant)
    const bounced = refunds.filter(
      ({ state, amount }) => state === 'bounced' && amount === news.amount,
    )
    return event === 'REFUNDED_REVERSED' && named === payment && bounced.length > 1
  })
}

/** What was written event by event is what the books say. */
function checkLedger(shop: MemoryShop, order: Order): string | null {
  const ledger = shop.ledger.get(order.id)
  const balance = (account: Account) => ledger?.get(account) ?? 0
  const { came, onItsWay, givenBack, taken } = allBooks(order)
  const isRight =
    balance('shopper_paid') === -came.minor &&
    balance('on_its_way') === onItsWay.minor &&
    balance('given_back') === givenBack.minor &&
    balance('taken') === taken.minor
  if (!isRight) return 'the ledger says something else than the books'
  return refundable(order).minor > balance('with_provider')
    ? 'more can be asked back than Adyen owes us'
    : null
}
