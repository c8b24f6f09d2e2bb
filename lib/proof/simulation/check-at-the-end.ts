import { evolve, newOrder, type Order, statusOf } from '@/lib/core/order'
import type { Letter } from '@/lib/core/owed'
import { statusName } from './check-promises'
import { refundedTo } from './fake-adyen'
import type { MemoryShop } from './memory-shop'
import { receiveNotificationInMemory } from './worker'
import type { World } from './world'

/** When all is delivered and nothing is owed any more: the first promise that was not kept, or null. */
export function checkAtTheEnd(world: World): string | null {
  for (const order of world.shop.orders.values()) {
    const broken =
      checkStatus(order) ??
      checkMoneyAtAdyen(world, order) ??
      checkMails(world, order) ??
      checkEvents(world, order)
    if (broken) return `${order.id}, at the end: ${broken}`
  }
  return checkInbox(world)
}

/** Every shopper knows where he stands. */
function checkStatus(order: Order): string | null {
  const { status } = statusOf(order)
  const isOpen = status === 'awaiting_payment' || status === 'confirming'
  return isOpen && order.attempts.length > 0 ? `still ${status}` : null
}

/** Adyen's books decide: the whole price stays with us for a paid order, and nothing for any other. */
function checkMoneyAtAdyen({ shop, adyen }: World, order: Order): string | null {
  const references = shop.attempts
    .filter((row) => row.order === order.id)
    .map(({ reference }) => reference)
  for (const { psp, reference, amount } of adyen.payments) {
    if (!references.includes(reference)) continue
    if (!order.payments.some(({ payment }) => payment === psp)) return `${psp} was never heard of`
    const isKept = psp === order.kept && statusOf(order).status === 'paid'
    const ours = amount - refundedTo(adyen, psp)
    if (ours !== (isKept ? amount : 0) && !isForPerson(shop, order, psp))
      return `${ours} of ${psp} is with the shop, and the order is ${statusName(order)}`
  }
  return null
}

// The first, and four more after ever longer waits.
const ASKED_AT_MOST = 5

/** Money that the shop owes and could not give back: it says so, and a person has to look. */
function isForPerson(shop: MemoryShop, order: Order, payment: string): boolean {
  const asked = order.refunds.filter((refund) => refund.payment === payment)
  const newest = asked.at(-1)?.rung
  const isExhausted =
    asked.length >= ASKED_AT_MOST && (newest === 'failed' || newest === 'reversed')
  // One question that nobody answered is not enough to give up.
  const isGivenUp = shop.refunds.some(
    (row) => row.payment === payment && row.givenUp && row.asked > 1,
  )
  const isParked = [...shop.inbox.values()].some(
    ({ notification, parked }) => notification.payment === payment && parked === 'unknown_refund',
  )
  return isExhausted || isGivenUp || isParked
}

/** Paid is told once, money that is back is told, and whose order died unpaid has heard of it. */
function checkMails({ shop }: World, order: Order): string | null {
  const written = [...shop.mails.values()].filter((mail) => mail.order === order.id)
  // Bad news can be dropped when it was written and a crash kept it from the post.
  if (written.some(({ sent, letter }) => !sent && !isBadNews(letter)))
    return 'a letter was written and not sent'
  const letters = written.filter(({ sent }) => sent)
  const count = (letter: string) => letters.filter((mail) => mail.letter === letter).length
  const wasPaid = order.kept !== null
  if (count('paid') !== Number(wasPaid)) return `${count('paid')} letters say that it is paid`
  if (order.refunds.some(({ rung }) => rung === 'done') && count('refunded') === 0)
    return 'nobody told that the money is back'
  const soldOut = new Set(order.refunds.filter(isSoldOut).map(({ payment }) => payment))
  if (count('sold_out') > soldOut.size || (soldOut.size > 0 && count('sold_out') === 0))
    return `${count('sold_out')} letters say that it is gone`
  const diedUnpaid = !order.cancelledBy && statusOf(order).status === 'cancelled'
  return diedUnpaid &&
    order.payments.length === 0 &&
    !letters.some(({ letter }) => isBadNews(letter))
    ? 'nobody told that it died'
    : null
}

const isSoldOut = ({ why }: Order['refunds'][number]) => why === 'sold_out'

const isBadNews = (letter: Letter) => letter === 'payment_failed' || letter === 'timed_out'

/** The events tell the whole order again. */
function checkEvents({ shop }: World, order: Order): string | null {
  const events = shop.events.get(order.id) ?? []
  // As it was placed: without its time in the history, an order puts aside as much as in the beginning.
  const isOver = events.some(({ type }) => type === 'stock_hold_over')
  const placed = { ...newOrder(order.id, order.amount), putsAside: isOver || order.putsAside }
  const told = events.reduce(evolve, placed)
  return JSON.stringify(told) === JSON.stringify(order) ? null : 'its events tell another story'
}

/** Nothing told is lost, what could not be applied is parked, and all of it again changes nothing. */
function checkInbox(world: World): string | null {
  for (const { notification, applied, parked } of world.shop.inbox.values()) {
    if (!applied && parked === null) return `${notification.id} was stored and never applied`
    if (applied) receiveNotificationInMemory(world, notification)
  }
  return world.shop.jobs.length > 0 ? 'a repeated notification makes work' : null
}
