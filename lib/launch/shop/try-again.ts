import { formatMoney, krw } from '@/lib/core/money'
import { openOf } from '@/lib/core/wish'
import { tryRefundAgain } from '@/lib/flows/order/refund-order'
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
import { typedWish } from './wish'

export const tryAgainCommand: Command = {
  usage: 'order <number> try-again',
  does: 'asks Adyen once more for money that it could not give back so far; its wish stands in: order <number> show',
  options: ['wish', 'yes'],
  run: tryAgain,
}

async function tryAgain(till: Till, typed: Typed): Promise<number> {
  const { db, clock } = till.shop
  const found = await findTypedOrder(till, typed.words[0])
  if (!found) return REFUSED
  const { id, number, order, row } = found
  if (typed.options.wish === undefined)
    return refused(till, `Say which: --wish <id>. ${shown(number)}`)
  const asked = typedWish(till, typed)
  if (!asked) return REFUSED
  const wish = order.wishes.find((each) => each.id === asked)
  if (!wish) return refused(till, `Order ${number} has no such wish. ${shown(number)}`)
  const open = krw(openOf(order, wish))
  if (open.minor === 0)
    return refused(till, `All of it is back, or on its way: nothing was changed. ${shown(number)}`)
  const fact = { kind: 'wish_tried_again', wish: asked } as const
  const lines = [
    `Ask Adyen once more for ${formatMoney(open)} of order ${number}:`,
    ...(await previewOf(db, { order, row, fact, now: await clock.now() })),
  ]
  const again = `order ${number} try-again --wish ${asked}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const told = await tryRefundAgain(till.shop, merchant, id, asked)
  if (told !== 'asked')
    return refused(till, `Its money is not with Adyen now: nothing was changed. ${shown(number)}`)
  till.print(`The running shop asks Adyen once more. ${shown(number)}`)
  return DONE
}

const shown = (number: string) => `See: ${SHOP} order ${number} show`
