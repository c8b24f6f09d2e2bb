import { findMethod, wallet } from '../adyen/methods'
import { declineReasonOf } from '../adyen/refusals'
import { parseKeptAnswer } from '../adyen/wire'
import { type BrowserAsker, mayAct, seesAll } from '../core/asker'
import type { Attempt } from '../core/attempt'
import { booksOf } from '../core/books'
import { type Goods, isPending } from '../core/goods/goods'
import { type Standing, standingOf } from '../core/goods/standing'
import type { Instant, OrderId } from '../core/ids'
import type { Locale } from '../core/locale'
import { maskedAddress, maskedEmail, maskedName, maskedPhone, maskedPostcode } from '../core/masks'
import { formatMoney, krw, type Money, plus, times } from '../core/money'
import {
  isWanted,
  mayCancel,
  mayCancelOf,
  mayPay,
  maySend,
  neverCame,
  type Order,
  type OrderStatus,
  refundable,
  refundedOf,
  statusOf,
} from '../core/order'
import type { DeclineReason } from '../core/outcome'
import {
  advice,
  type NextStep,
  type OrderEnd,
  orderEndOf,
  type ShownOutcome,
  shownOutcomeOf,
} from '../core/shown-outcome'
import { type AttemptRow, findAttemptByNumber, isBeingCharged } from '../db/attempts'
import type { Db } from '../db/connection'
import { listDaysOff } from '../db/days-off'
import { type Customer, findSummary, findWholeOrder, type OrderRow } from '../db/orders'
import { claimDaysOf, type LastDays } from './claim-days'
import { type MethodView, methodView } from './methods'
import { namedPieces, type OrderGoodsView, orderGoodsView } from './order-goods'
import { type OrderMoneyView, orderMoneyView } from './order-money'
import { readableEmail } from './readable-email'
import { type TimelineView, timelineOf } from './timeline'

/** `GET /api/orders/[order]`, exactly as the contract names it. */
export type StatusView = {
  readonly order: string
  readonly status: string
  readonly why: string | null
  readonly resultCode: string | null
  readonly amount: { readonly currency: 'KRW'; readonly value: number }
  readonly refunded: number
  readonly updatedAt: string
}

export async function statusView(db: Db, id: OrderId): Promise<StatusView | null> {
  const found = await findSummary(db, id)
  if (!found) return null
  const { status, why, resultCode, amount, refunded, updatedAt } = found
  return {
    order: id,
    status,
    why,
    resultCode,
    amount: { currency: 'KRW', value: amount },
    refunded,
    updatedAt: updatedAt.toISOString(),
  }
}

/** While one of these, the page follows by itself also without JavaScript. */
const isOpen = (status: OrderStatus['status']) =>
  status === 'awaiting_payment' || status === 'confirming'

type PayAgain = {
  readonly attempt: number
  readonly method: MethodView
  /** What does not take this amount, as the last attempt showed, or null. */
  readonly unsuited: string | null
}

export type OrderView = {
  readonly id: OrderId
  readonly number: string
  readonly status: OrderStatus['status']
  /** Who or what ended it; null while it goes on, and once it is paid. */
  readonly end: OrderEnd | null
  readonly open: boolean
  readonly placedAt: number
  readonly updatedAt: string
  readonly lines: readonly { name: string; option: string; quantity: number; total: string }[]
  readonly deliveryFee: string
  readonly total: string
  /** For the question which payment methods there are. */
  readonly amount: Money
  /** What is back with the shopper, or null when nothing is. */
  readonly refunded: string | null
  /** Money as it came and went; null while there is no more to say than the status does. */
  readonly money: OrderMoneyView | null
  /** Why what is paid is not sent: somebody contests it, or nothing of it is with us any more. Null: it is. */
  readonly notSent: 'contested' | 'nothing_kept' | null
  readonly customer: Customer
  readonly customerMasked: boolean
  /** What "Try again" asks for; null when the order cannot be paid (again). */
  readonly payAgain: PayAgain | null
  readonly mayCancel: boolean
  /** Some of it can be cancelled by itself. */
  readonly mayCancelSome: boolean
  readonly mayClaim: boolean
  /** Some of it without a reason. */
  readonly mayChangeMind: boolean
  /** Until when. Null: nothing can be claimed, or its time has not begun. */
  readonly claimUntil: LastDays | null
  /** Some of what was claimed is here, and all of it. */
  readonly isClaimHere: boolean
  /** Some of it is claimed, and did not come back yet. */
  readonly mayWithdraw: boolean
  readonly parcel: Standing
  /** Carrier and tracking number, once it was sent. */
  readonly tracking: string | null
  /** Its parcels and what comes back, for its owner; else null. */
  readonly goods: OrderGoodsView | null
  readonly timeline: TimelineView
  /** The subscription that this is a period of, for its owner; else null. */
  readonly subscription: { id: string; period: number; what: string } | null
  /** Why the shop charged a saved wallet, for its owner; else null. */
  readonly reason: string | null
  /** The open redirect of the newest attempt, when the shopper never got to follow it. */
  readonly continueTo: Redirect | null
}

type Redirect = {
  /** Of the wallet that it leads to. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly data: Readonly<Record<string, string>>
}

type Seen = { readonly locale: Locale; readonly now: Instant }

/** The order page. Personal data is masked unless this browser or this shopper placed the order. */
export async function orderView(
  db: Db,
  id: OrderId,
  asker: BrowserAsker,
  { locale, now }: Seen,
): Promise<OrderView | null> {
  const whole = await findWholeOrder(db, id)
  if (!whole) return null
  const { order, row, events, updatedAt } = whole
  const { status } = statusOf(order)
  const refunded = refundedOf(order)
  const owner = { ...row, orders: [id] }
  const own = seesAll(asker, owner)
  const newest = await newestOf(db, order)
  const wayOn = wayOnOf(order, newest, locale, mayAct(asker, owner))
  const claim = await claimDays(db, order, now)
  const goods = own ? await orderGoodsView(db, order, row, locale) : null
  return {
    id,
    number: row.number,
    status,
    end: orderEndOf(order),
    open: isOpen(status),
    placedAt: row.createdAt.getTime(),
    updatedAt: updatedAt.toISOString(),
    lines: row.lines.map((line) => ({
      name: locale === 'ko' ? line.nameKo : line.nameEn,
      option: locale === 'ko' ? line.optionKo : line.optionEn,
      quantity: line.quantity,
      total: formatMoney(times(krw(line.price), line.quantity)),
    })),
    deliveryFee: formatMoney(krw(row.deliveryFee)),
    total: formatMoney(krw(row.amount)),
    amount: krw(row.amount),
    refunded: refunded.minor > 0 ? formatMoney(refunded) : null,
    money: orderMoneyView(order, events, { own }),
    notSent: notSentOf(order),
    customer: readable(own ? row.customer : masked(row)),
    customerMasked: !own,
    payAgain: payAgainOf(order, newest, locale),
    mayCancel: mayCancel(order) && (isOpen(status) || status === 'paid'),
    mayCancelSome: mayCancelOf(order).length > 0,
    mayClaim: claim.lines.length > 0,
    mayChangeMind: claim.ifChangedMind.length > 0,
    claimUntil: claim.lastDays,
    isClaimHere: isClaimHere(order.goods),
    mayWithdraw: order.goods.claims.some(({ state }) => state === 'open'),
    parcel: standingOf(order.goods),
    tracking: own && (goods?.parcels.length ?? 0) === 0 ? row.parcel : null,
    goods,
    timeline: timelineOf(order, events, (pieces) => namedPieces(row, pieces, locale)),
    subscription: own ? subscriptionOf(row, locale) : null,
    reason: own ? row.reason : null,
    continueTo: wayOn?.kind === 'ready' ? wayOn.to : null,
  }
}

/** What was not sent cannot come back, and needs no look at the calendar. */
const claimDays = async (db: Db, order: Order, now: Instant) =>
  claimDaysOf(order, {
    now,
    daysOff: order.goods.parcels.length === 0 ? [] : await listDaysOff(db),
  })

function isClaimHere({ claims }: Goods): boolean {
  const pending = claims.filter(isPending)
  return pending.length > 0 && pending.every(({ state }) => state === 'arrived')
}

function notSentOf(order: Order): OrderView['notSent'] {
  if (standingOf(order.goods) !== 'here' || statusOf(order).status !== 'paid') return null
  if (refundable(order).minor === 0) return 'nothing_kept'
  return maySend(order, null) ? null : 'contested'
}

function subscriptionOf({ subscriptionId: id, period, lines }: OrderRow, locale: Locale) {
  const what = (locale === 'ko' ? lines[0]?.nameKo : lines[0]?.nameEn) ?? ''
  return id === null || period === null ? null : { id, period, what }
}

type Newest = { readonly last: AttemptRow | null; readonly isBeingCharged: boolean }

/** Asked only of what may still be paid: what becomes of its newest attempt. */
async function newestOf(db: Db, order: Order): Promise<Newest> {
  const newest = order.attempts.at(-1)
  if (!newest || !(mayPay(order) || isWanted(order, newest.id)))
    return { last: null, isBeingCharged: false }
  const [last, charged] = await Promise.all([
    findAttemptByNumber(db, order.id, newest.number),
    isBeingCharged(db, order),
  ])
  return { last, isBeingCharged: charged }
}

function payAgainOf(
  order: Order,
  { last, isBeingCharged }: Newest,
  locale: Locale,
): PayAgain | null {
  if (!mayPay(order) || isBeingCharged) return null
  const unsuited =
    last !== null && declineReasonOf(last.refusalCode) === 'amount' ? last.method : null
  return { attempt: order.attempts.length + 1, method: methodOf(last, locale), unsuited }
}

/** How an attempt pays. What is not sold here any more is not what we advise. */
const methodOf = (attempt: Pick<AttemptRow, 'method'> | null, locale: Locale) =>
  methodView((attempt && findMethod(attempt.method)) ?? wallet, locale)

/** Where the newest attempt stands that nobody has come back from. */
type WayOn =
  | { readonly kind: 'ready'; readonly to: Redirect }
  /** Its owner has begun it: whoever comes back from it may act, so nobody else is sent there. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'no_answer' }

function wayOnOf(
  order: Order,
  { last: row }: Newest,
  locale: Locale,
  mayAct: boolean,
): WayOn | null {
  const newest = order.attempts.at(-1)
  if (!newest || !isWanted(order, newest.id)) return null
  if (!row?.answer) return { kind: 'no_answer' }
  const answer = parseKeptAnswer(row.answer)
  if (answer.kind !== 'redirect') return null
  if (row.byOwner && !mayAct) return { kind: 'elsewhere' }
  return { kind: 'ready', to: { ...answer, name: methodOf(row, locale).name } }
}

const readable = (customer: Customer): Customer => ({
  ...customer,
  email: readableEmail(customer.email),
})

const masked = ({ customer }: OrderRow): Customer => ({
  name: maskedName(customer.name),
  email: maskedEmail(customer.email),
  phone: maskedPhone(customer.phone),
  postcode: maskedPostcode(customer.postcode),
  address: maskedAddress(customer.address),
  addressDetail: '***',
  deliveryNote: '',
})

export type ResultView = {
  readonly id: string
  readonly number: string
  readonly total: string
  readonly verdict: ShownOutcome
  /** What is said about it: of a no of the wallet, what the shopper can do about that. */
  readonly explanation: Exclude<ShownOutcome, 'broken'> | DeclineReason
  /** What was paid with, by its name. */
  readonly method: string
  readonly tone: 'good' | 'wait' | 'bad'
  readonly next: readonly NextStep[]
  readonly payAgain: PayAgain | null
  /** What nobody was sent to the wallet for yet: can it be gone on with here? Null: somebody was. */
  readonly unsent: WayOn | null
  /** Its money arrived, and all of it is given back. */
  readonly goesBack: boolean
  /** So much of it is back, or on its way, while the rest is kept; else null. */
  readonly partBack: string | null
  readonly open: boolean
  readonly updatedAt: string
}

type Asked = {
  readonly locale: Locale
  /** Null or unknown: the newest. */
  readonly attempt: number | null
}

/** The result page of one attempt. A read only. */
export async function resultView(
  db: Db,
  id: OrderId,
  asker: BrowserAsker,
  { locale, attempt }: Asked,
): Promise<ResultView | null> {
  const whole = await findWholeOrder(db, id)
  if (!whole) return null
  const { order, row, updatedAt } = whole
  const spokenOf = order.attempts.find(({ number }) => number === attempt) ?? order.attempts.at(-1)
  const verdict = spokenOf ? shownOutcomeOf(spokenOf, order) : 'unknown'
  const back = spokenOf ? backOf(order, spokenOf) : nothingBack
  const asked = spokenOf ? await findAttemptByNumber(db, id, spokenOf.number) : null
  const explanation =
    verdict === 'refused' || verdict === 'broken'
      ? declineReasonOf(asked?.refusalCode ?? null)
      : verdict
  const newest = await newestOf(db, order)
  const payAgain = payAgainOf(order, newest, locale)
  const wayOn = wayOnOf(order, newest, locale, mayAct(asker, { ...row, orders: [id] }))
  return {
    id,
    number: row.number,
    total: formatMoney(krw(row.amount)),
    verdict,
    explanation,
    method: methodOf(asked, locale).name,
    tone: advice[verdict].tone,
    next: stepsFor(verdict, explanation, payAgain !== null),
    payAgain,
    // Not known, and yet it may be paid: then the shopper was never sent to the wallet.
    unsent: verdict === 'unknown' && payAgain !== null ? (wayOn ?? { kind: 'no_answer' }) : null,
    goesBack: back.all,
    partBack: back.part === null ? null : formatMoney(back.part),
    open: isOpen(statusOf(order).status),
    updatedAt: updatedAt.toISOString(),
  }
}

const nothingBack = { all: false, part: null } as const

/** What of an attempt's money is back, or on its way. */
function backOf(order: Order, { id }: Attempt): { all: boolean; part: Money | null } {
  const own = order.payments.filter((each) => each.attempt === id && !neverCame(each))
  if (own.length === 0) return nothingBack
  const paying = own.find(({ payment }) => payment === order.paidBy)
  if (!paying || order.cancelledBy !== null) return { all: true, part: null }
  const { kept, givenBack, onItsWay } = booksOf(order, paying)
  const part = plus(givenBack, onItsWay)
  if (part.minor === 0) return nothingBack
  return kept.minor === 0 ? { all: true, part: null } : { all: false, part }
}

/** The steps of the verdict that make sense and the order still allows; a look at the order is always one. */
function stepsFor(
  verdict: ShownOutcome,
  explanation: ResultView['explanation'],
  payable: boolean,
): NextStep[] {
  const allowed = advice[verdict].next
    // The same amount would be refused again.
    .filter((step) => step !== 'try_again' || explanation !== 'amount')
    .filter((step) => payable || step === 'view_order' || step === 'continue_shopping')
  return allowed.includes('view_order') ? allowed : [...allowed, 'view_order']
}
