import {
  type Foresight,
  foresee,
  foreseeSubscription,
  type GoodsForesight,
} from '@/lib/core/foresight'
import type { Instant } from '@/lib/core/ids'
import type { Fact, Order } from '@/lib/core/order'
import type { Letter } from '@/lib/core/owed'
import type { Db } from '@/lib/db/connection'
import type { OrderRow } from '@/lib/db/orders'
import { findSubscription } from '@/lib/db/subscriptions'
import { foreseenWords } from '@/lib/i18n/desk/order/foreseen'
import { booksText } from './books-text'
import { placesText } from './goods/goods-text'

type Planned = {
  readonly order: Order
  readonly row: OrderRow
  readonly fact: Fact
  readonly now: Instant
}

const words = foreseenWords.en

/** What an act does to goods, money, subscription and mailbox, before it is done. */
export async function previewOf(db: Db, { order, row, fact, now }: Planned): Promise<string[]> {
  const { money, goods, letters, after } = foresee(order, fact, now)
  const becomes = await subscriptionText(db, row, after)
  return [
    `  Money         now:  ${booksText(money.before)}`,
    `                then: ${booksText(money.afterwards)}${money.ifItComes ? words.ifItComes : ''}`,
    `  Goods         ${goodsLine(goods)}`,
    ...(becomes === null ? [] : [`  Subscription  ${becomes.text}`]),
    `  Letters       ${[...lettersText(letters), ...(becomes?.letters ?? [])].join(' ') || words.noLetter}`,
  ]
}

const lettersText = (letters: Foresight['letters']): string[] =>
  letters.flatMap((letter: Letter) => words.letter[letter] ?? [])

const goodsLine = (goods: GoodsForesight): string =>
  goods.kind === 'moved'
    ? `now:  ${placesText(goods.before)}\n                then: ${placesText(goods.afterwards)}`
    : words.goods[goods.kind]

async function subscriptionText(db: Db, { subscriptionId, period }: OrderRow, after: Order) {
  const found = subscriptionId && (await findSubscription(db, subscriptionId))
  if (!found) return null
  const becomes = foreseeSubscription(found.sub, period, after)
  const ends = becomes === 'over_now' || becomes === 'over_once_back'
  return {
    text: words.subscription[becomes](found.row.planId),
    letters: ends ? [words.subscriptionLetter] : [],
  }
}
