import { standingOf } from '@/lib/core/goods/standing'
import { mayCancel, type Order, statusOf } from '@/lib/core/order'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import {
  type Command,
  DONE,
  findTypedOrder,
  isAgreed,
  merchant,
  ONLY_SHOWN,
  REFUSED,
  refused,
  SHOP,
  type Till,
  type Typed,
} from './command'
import { previewOf } from './preview'

export const cancelCommand: Command = {
  usage: 'order <number> cancel',
  does: 'ends an order that was not sent yet: goods go back into stock, all that is left of its money to the shopper',
  options: ['yes'],
  run: cancel,
}

async function cancel(till: Till, typed: Typed): Promise<number> {
  const { db, clock } = till.shop
  const found = await findTypedOrder(till, typed.words[0])
  if (!found) return REFUSED
  const { id, number, order, row } = found
  if (order.cancelledBy !== null) {
    till.print(`Order ${number} is cancelled already.`)
    return DONE
  }
  if (!mayCancel(order, 'merchant')) return refused(till, whyTooLate(order, number))
  const fact = { kind: 'cancelled_by', who: 'merchant' } as const
  const lines = [
    `Cancel order ${number}:`,
    ...(await previewOf(db, { order, row, fact, now: await clock.now() })),
  ]
  const again = `order ${number} cancel`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const told = await cancelOrder(till.shop, merchant, id)
  if (told !== 'cancelled') return refused(till, `Order ${number} has meanwhile been sent.`)
  till.print(`Order ${number} is cancelled.\nSee: ${SHOP} order ${number} show`)
  return DONE
}

const whyTooLate = (order: Order, number: string): string =>
  standingOf(order.goods) === 'here'
    ? `Order ${number} cannot be cancelled: it is ${statusOf(order).status}.`
    : `Order ${number} cannot be cancelled: its parcel is ${standingOf(order.goods).replace('_', ' ')}. Money can be given back all the same:\n  ${SHOP} order ${number} refund <amount> "<reason>"`
