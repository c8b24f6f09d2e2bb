import { evolve, type Order, statusOf } from '@/lib/core/order'
import { checkBooksAtTheEnd } from './check-books'
import { checkLetters } from './check-letters'
import { placedInMemory } from './memory-shop'
import { receiveNotificationInMemory } from './worker'
import type { World } from './world'

/** When all is delivered and nothing is owed any more: the first promise that was not kept, or null. */
export function checkAtTheEnd(world: World): string | null {
  for (const order of world.shop.orders.values()) {
    const broken =
      checkStatus(order) ??
      checkBooksAtTheEnd(world, order) ??
      checkLetters(world, order) ??
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

/** The events tell the whole order again. */
function checkEvents({ shop }: World, order: Order): string | null {
  const events = shop.events.get(order.id) ?? []
  // As it was placed: without its time in the history, an order puts aside as much as in the beginning.
  const isOver = events.some(({ type }) => type === 'stock_hold_over')
  const placed = placedInMemory(order.id, isOver || order.putsAside)
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
