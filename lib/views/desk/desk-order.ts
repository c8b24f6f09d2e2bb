import { customerAreaPage } from '@/lib/adyen/customer-area'
import { maskedJson } from '@/lib/adyen/masked'
import type { Rung } from '@/lib/core/attempt'
import { allBooks, type Books, type Handback, type ReceivedPayment } from '@/lib/core/books'
import { type Dispute, endOfDispute } from '@/lib/core/dispute'
import { trackingPage } from '@/lib/core/goods/carriers'
import type { Claim, Parcel } from '@/lib/core/goods/goods'
import { paidFor } from '@/lib/core/goods/lines'
import type { LinePlaces } from '@/lib/core/goods/places'
import { type Standing, standingOf } from '@/lib/core/goods/standing'
import type { AttemptId, OrderId, PaymentId, SubscriptionId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import type { Money } from '@/lib/core/money'
import {
  isContested,
  type Order,
  type OrderStatus,
  refundable,
  statusOf,
  whereIs,
} from '@/lib/core/order'
import type { Refund } from '@/lib/core/refund'
import type { Db } from '@/lib/db/connection'
import {
  type AttemptFact,
  findOrderInFull,
  type LetterFact,
  type OrderInFull,
} from '@/lib/db/desk/order-in-full'
import type { Customer, OrderRow } from '@/lib/db/orders'
import { nameOf } from '../order-acts'
import { type AskedOf, textForSupport } from './for-support'
import { type DeskSight, type HistoryEntry, historyEntries } from './order-history'
import { type WishView, wishViews } from './order-money-back'

export type AttemptView = {
  readonly number: number
  readonly method: string
  readonly rung: Rung
  readonly isCharge: boolean
  readonly at: number
  readonly amount: Money
  readonly reference: string
  readonly resultCode: string | null
  readonly refusal: string | null
  readonly payments: readonly {
    readonly id: PaymentId
    readonly amount: Money
    readonly paysTheOrder: boolean
    readonly undone: ReceivedPayment['undone']
    /** In Adyen's Customer Area; null on the simulator. */
    readonly page: string | null
  }[]
  /** What Adyen answered, masked; null: nothing so far. */
  readonly answer: string | null
  readonly forSupport: string
}

export type DeskOrder = {
  readonly id: OrderId
  readonly number: string
  /** How many events it had when this was read: a form carries it. */
  readonly seen: number
  readonly order: Order
  readonly row: OrderRow
  readonly status: OrderStatus
  readonly standing: Standing
  readonly placedAt: number
  /** Null for who may not know whose it is. */
  readonly customer: Customer | null
  readonly subscription: { readonly id: SubscriptionId; readonly period: number | null } | null
  readonly goods: {
    readonly lines: readonly {
      readonly name: string
      readonly quantity: number
      readonly paid: Money
      readonly at: LinePlaces['at']
    }[]
    readonly parcels: readonly (Parcel & {
      readonly tracking: string | null
      readonly page: string | null
    })[]
    readonly claims: readonly { readonly claim: Claim; readonly words: string }[]
  } | null
  /** Null for who may not see it. */
  readonly money: {
    readonly total: Money
    readonly deliveryFee: Money
    readonly books: Books
    readonly refundable: Money
    readonly wishes: readonly WishView[]
    /** Made at Adyen, and wanted by no wish of ours. */
    readonly elsewhere: readonly Refund[]
    readonly handbacks: readonly Handback[]
    readonly disputes: readonly (Dispute & {
      readonly end: 'won' | 'lost' | null
      readonly page: string | null
    })[]
    readonly isContested: boolean
    readonly attempts: readonly AttemptView[]
  } | null
  readonly history: readonly HistoryEntry[]
  readonly letters: readonly LetterFact[]
  readonly sees: DeskSight
}

export type DeskReading = AskedOf & { readonly locale: Locale; readonly sees: DeskSight }

/** All that is known of an order, for a person of the shop, as far as they may see it; null: there is none. */
export async function deskOrder(
  db: Db,
  number: string,
  reading: DeskReading,
): Promise<DeskOrder | null> {
  const whole = await findOrderInFull(db, number)
  if (!whole) return null
  const { order, row } = whole
  const { sees } = reading
  return {
    id: order.id,
    number: row.number,
    seen: whole.events.length,
    order,
    row,
    status: statusOf(order),
    standing: standingOf(order.goods),
    placedAt: new Date(row.createdAt).getTime(),
    customer: sees.shopper || sees.goods ? row.customer : null,
    subscription: row.subscriptionId && { id: row.subscriptionId, period: row.period },
    goods: sees.goods ? goodsOf(whole, reading.locale) : null,
    money: sees.money ? moneyOf(whole, reading) : null,
    history: historyEntries(whole, sees),
    letters: sees.shopper ? whole.letters : [],
    sees,
  }
}

function goodsOf({ order, row, parcels, claimWords }: OrderInFull, locale: Locale) {
  return {
    lines: whereIs(order).map(({ line, at }) => ({
      name: nameOf(row, line.id, locale),
      quantity: line.quantity,
      paid: paidFor(line, 0, line.quantity),
      at,
    })),
    parcels: order.goods.parcels.map((parcel) => {
      const sent = parcels.find(({ id }) => id === parcel.id)
      return {
        ...parcel,
        tracking: sent ? `${sent.carrier} ${sent.tracking}` : null,
        page: sent ? trackingPage({ carrier: sent.carrier, number: sent.tracking }) : null,
      }
    }),
    claims: order.goods.claims.map((claim) => ({ claim, words: claimWords.get(claim.id) ?? '' })),
  }
}

function moneyOf(whole: OrderInFull, reading: DeskReading) {
  const { order, attempts } = whole
  return {
    total: order.amount,
    deliveryFee: order.goods.delivery,
    books: allBooks(order),
    refundable: refundable(order),
    wishes: wishViews(whole),
    elsewhere: order.refunds.filter(({ wish }) => wish === null),
    handbacks: order.handbacks,
    disputes: order.disputes.map((dispute) => ({
      ...dispute,
      end: endOfDispute(dispute),
      page: pageOf(reading, dispute.payment),
    })),
    isContested: isContested(order),
    attempts: attempts.map((attempt) => attemptView(whole, attempt, reading)),
  }
}

const pageOf = ({ environment }: AskedOf, payment: PaymentId): string | null =>
  environment === 'simulator'
    ? null
    : customerAreaPage(environment === 'LIVE' ? 'live' : 'test', payment)

function attemptView(whole: OrderInFull, attempt: AttemptFact, reading: DeskReading): AttemptView {
  const { order, news, refunds } = whole
  const received = order.payments.filter((each) => each.attempt === attempt.id)
  const references = [attempt.reference, ...received.map(({ payment }) => payment)]
  const asked = refunds.filter(({ payment }) => received.some((each) => each.payment === payment))
  const names = [...references, ...asked.flatMap(({ pspReference }) => pspReference ?? [])]
  const about = {
    attempt,
    pspReferences: received.map(({ payment }) => payment),
    news: news.filter(({ item }) => names.some((name) => item.includes(name))),
    refunds: asked,
  }
  return {
    number: attempt.number,
    method: attempt.method,
    rung: rungOf(order, attempt.id),
    isCharge: attempt.isCharge,
    at: Date.parse(attempt.createdAt),
    amount: order.amount,
    reference: attempt.reference,
    resultCode: attempt.resultCode,
    refusal: [attempt.refusalCode, attempt.refusalReason].filter(Boolean).join(' ') || null,
    payments: received.map(({ payment: id, amount, undone }) => ({
      id,
      amount,
      paysTheOrder: id === order.paidBy,
      undone,
      page: pageOf(reading, id),
    })),
    answer: attempt.answer && maskedJson(attempt.answer),
    forSupport: textForSupport(reading, about),
  }
}

const rungOf = (order: Order, id: AttemptId): Rung =>
  order.attempts.find((each) => each.id === id)?.rung ?? 'open'
