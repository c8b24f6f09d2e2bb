import { allBooks, booksOf } from '@/lib/core/books'
import { isOut } from '@/lib/core/goods/goods'
import type { Instant } from '@/lib/core/ids'
import { decide, evolve, type Fact, type Order, payingPayment } from '@/lib/core/order'
import { type Letter, owed } from '@/lib/core/owed'
import type { Db } from '@/lib/db/connection'
import type { OrderRow } from '@/lib/db/orders'
import { findSubscription } from '@/lib/db/subscriptions'
import { booksText } from './books-text'
import { placesText } from './goods/goods-words'

type Planned = {
  readonly order: Order
  readonly row: OrderRow
  readonly fact: Fact
  readonly now: Instant
}

/** What an act does to goods, money, subscription and mailbox, before it is done: the pure order says it. */
export async function previewOf(db: Db, { order, row, fact, now }: Planned): Promise<string[]> {
  const events = decide(order, fact, { now, stock: 'there' })
  const after = events.reduce(evolve, order)
  const letters = events
    .flatMap(owed)
    .flatMap((debt) => (debt.job === 'mail' ? letterWords[debt.letter] : []))
  const isBackInStock = events.some(({ type }) => type === 'stock_returned')
  const becomes = await subscriptionText(db, row, after)
  return [
    `  Money         now:  ${booksText(allBooks(order))}`,
    `                then: ${booksText(allBooks(after))}${perhaps(order, fact)}`,
    `  Goods         ${goodsLine(order, after, fact, isBackInStock)}`,
    ...(becomes === null ? [] : [`  Subscription  ${becomes.text}`]),
    `  Letters       ${[...letters, ...(becomes?.letters ?? [])].join(' ') || 'none.'}`,
  ]
}

/** All that paid it is with the shopper, or will be once what is on its way has arrived. */
function isAllBack(order: Order): boolean {
  const kept = payingPayment(order)
  if (!kept) return false
  const { onItsWay, givenBack } = booksOf(order, kept)
  return onItsWay.minor + givenBack.minor >= kept.amount.minor
}

const perhaps = (order: Order, fact: Fact) =>
  fact.kind === 'cancelled_by' && !payingPayment(order)
    ? '; if money comes after all, it goes back'
    : ''

function goodsLine(order: Order, after: Order, fact: Fact, isBackInStock: boolean): string {
  if (isBackInStock) return 'go back into stock.'
  const [was, is] = [placesText(order), placesText(after)]
  return was === is && !fact.kind.startsWith('claim')
    ? goodsText(after)
    : `now:  ${was}\n                then: ${is}`
}

function goodsText(after: Order): string {
  if (after.goods.parcels.some(isOut)) return 'are not called back: the parcel has left.'
  if (after.cancelledBy !== null) return 'are not sent.'
  return isAllBack(after)
    ? 'are not sent any more, and stay out of stock. To put them back, cancel the order instead.'
    : 'stay ordered, and are still to be sent.'
}

/** A first delivery that is ended ends it all; a later one is left out. */
async function subscriptionText(db: Db, { subscriptionId, period }: OrderRow, after: Order) {
  const found = subscriptionId && (await findSubscription(db, subscriptionId))
  if (!found) return null
  if (found.sub.over !== null) return { text: 'is over already.', letters: [] }
  if (after.cancelledBy === null && !isAllBack(after))
    return { text: 'goes on: only a part is given back.', letters: [] }
  if (period === 1)
    return {
      text: `ends ${endsWhen(after)}: this is its first delivery (${found.row.planId}).`,
      letters: ['One when the subscription has ended.'],
    }
  const isLeftOut = !after.goods.parcels.some(isOut)
  return { text: `goes on${isLeftOut ? ': this delivery is left out' : ''}.`, letters: [] }
}

/** A refund can fail, so asking for it ends nothing yet; a delivery that falls due before is still charged. */
const endsWhen = ({ cancelledBy }: Order): string =>
  cancelledBy === null ? 'once all of it is back, and sooner where you cancel instead' : 'now'

const letterWords: Partial<Record<Letter, string>> = {
  sent: 'One now, that it is on its way.',
  partly_sent: 'One now, that a part is on its way.',
  exchange_sent: 'One now, that the exchange is on its way.',
  claim_opened: 'One now, that the request was received.',
  claim_refused: 'One now, with the reason.',
  claim_settled: 'One now, with the sum.',
  refund_requested: 'One now, that money is on its way back; another once it is there.',
  handed_back: 'One now, that money was given back by another road.',
}
