import type { BrowserAsker } from '../core/asker'
import type { ReceivedPayment } from '../core/books'
import type { Pieces } from '../core/goods/lines'
import type { LineId, OrderId, WishId } from '../core/ids'
import type { Locale } from '../core/locale'
import { formatMoney, type Money, noMoney } from '../core/money'
import {
  decide,
  mayCancel,
  mayCancelOf,
  type Order,
  payingPayment,
  problemWith,
  refundable,
  statusOf,
} from '../core/order'
import type { Db } from '../db/connection'
import type { OrderRow } from '../db/orders'
import { findSubscription } from '../db/subscriptions'
import { type About, type AskedAct, aboutOf, foundOrder, nameOf } from './order-acts'
import { namedPieces } from './order-goods'

export type CancelView = About & {
  /** `back`: all that was paid. `rest`: what of it did not leave yet. `gone`: nothing of it is with us. */
  readonly money: 'none' | 'perhaps' | 'back' | 'rest' | 'gone'
  /** What goes back, when it is known; else null. */
  readonly amount: string | null
  /** Nothing of it has left: it can be cancelled as a whole. */
  readonly whole: boolean
  /** What can be cancelled by itself, and how many of it. Empty: only all of it at once. */
  readonly lines: readonly {
    readonly line: LineId
    readonly name: string
    readonly quantity: number
  }[]
  /** What cancelling the pieces that were asked for does, or what is wrong with them. Null: none were asked for. */
  readonly some: SomeView | null
  /** What becomes of the subscription that this is a part of. Null: there is none. */
  readonly subscription: { readonly becomes: 'over' | 'skipped'; readonly what: string } | null
}

type AskedPieces = {
  readonly pieces: Pieces
  /** Drawn when they were chosen. */
  readonly wish: WishId
}

type SomeView =
  | { readonly problem: 'no_pieces' | 'more_than_there_are' | 'all_of_it' }
  /** Amount null: nothing of what was paid goes back. `wayThere`: what is kept of it for delivery; null: nothing. */
  | {
      readonly problem: null
      readonly pieces: string
      readonly amount: string | null
      readonly wayThere: string | null
    }

/** What cancelling an order does. `done` and `too_late`: there is nothing to be asked any more. */
export async function cancelView(
  db: Db,
  id: OrderId,
  asker: BrowserAsker,
  asked: AskedAct & { readonly some: AskedPieces | null },
): Promise<CancelView | 'done' | 'too_late' | null> {
  const found = await foundOrder(db, id)
  if (!found) return null
  const { order, row } = found
  if (order.cancelledBy !== null) return 'done'
  const whole = mayCancel(order)
  const lines = mayCancelOf(order)
  if (!whole && lines.length === 0) return 'too_late'
  const some = asked.some && someView(order, row, { ...asked, ...asked.some })
  if (some === 'done' || some === 'too_late') return some
  const kept = payingPayment(order)
  const isOpen = statusOf(order).status === 'confirming'
  return {
    ...(await aboutOf(db, row, asker, { kind: 'cancel', ...asked })),
    money: kept ? whatGoesBack(order, kept) : isOpen ? 'perhaps' : 'none',
    amount: kept ? formatMoney(refundable(order)) : null,
    whole,
    lines: lines.map(({ line, quantity }) => ({
      line,
      name: nameOf(row, line, asked.locale),
      quantity,
    })),
    some,
    subscription: await subscriptionOf(db, row, asked.locale),
  }
}

function whatGoesBack(order: Order, kept: ReceivedPayment) {
  const left = refundable(order).minor
  if (left === 0) return 'gone'
  return left < kept.amount.minor ? 'rest' : 'back'
}

function someView(
  order: Order,
  row: OrderRow,
  { pieces, wish, locale, now }: AskedAct & AskedPieces,
): SomeView | 'done' | 'too_late' {
  const asked = {
    kind: 'lines_cancelled',
    wish,
    who: 'shopper',
    pieces,
    reason: null,
    agreed: null,
  } as const
  const circumstances = { now, stock: 'there' } as const
  const problem = problemWith(order, asked, circumstances)
  switch (problem) {
    case null: {
      const done = decide(order, asked, circumstances).find(({ type }) => type === asked.kind)
      const { amount, wayThere } =
        done?.type === asked.kind ? done : { amount: noMoney, wayThere: noMoney }
      return {
        problem,
        pieces: namedPieces(row, pieces, locale),
        amount: amountOrNull(amount),
        wayThere: amountOrNull(wayThere),
      }
    }
    case 'more_than_there_are':
    case 'all_of_it':
      return { problem }
    case 'no_pieces':
    case 'line_twice':
      return { problem: 'no_pieces' }
    case 'known':
      return 'done'
    default:
      return 'too_late'
  }
}

const amountOrNull = (money: Money) => (money.minor > 0 ? formatMoney(money) : null)

/** Cancelling the first delivery, which began it all, ends it all; cancelling a later one skips it. */
async function subscriptionOf(db: Db, row: OrderRow, locale: Locale) {
  const { subscriptionId, period, lines } = row
  const found = subscriptionId && (await findSubscription(db, subscriptionId))
  if (!found || found.sub.over !== null) return null
  const what = (locale === 'ko' ? lines[0]?.nameKo : lines[0]?.nameEn) ?? ''
  return { becomes: period === 1 ? 'over' : 'skipped', what } as const
}
