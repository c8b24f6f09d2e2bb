import type { Person } from './asker'
import { type Attempt, type AttemptEvent, climb, decideReturn, type Return } from './attempt'
import {
  allBooks,
  booksOf,
  type Handback,
  leftThere,
  type ReceivedPayment,
  type Undoing,
} from './books'
import type { DayOff } from './days/day-off'
import {
  type Dispute,
  type DisputeEvent,
  decideDispute,
  evolveDisputes,
  isDisputed,
} from './dispute'
import { cancellablePieces } from './goods/cancel-lines'
import { claimableNow } from './goods/claim-days'
import { type GivenGround, type Goods, isOut, newGoods } from './goods/goods'
import { evolveGoods, type GoodsEvent, type GoodsFact, judge, moneyFor } from './goods/judge'
import { oneThing, type Pieces } from './goods/lines'
import { type Funds, type GoodsProblem, whyNothingLeaves } from './goods/means'
import { isDiminished, type LinePlaces, placesOf, type Unsent, unsentPieces } from './goods/places'
import {
  type AttemptId,
  type Instant,
  instant,
  type NoteId,
  type OrderId,
  type PaymentId,
  type RefundId,
  type WishId,
} from './ids'
import { krw, type Money, noMoney } from './money'
import { isDecline } from './outcome'
import {
  climbRefund,
  evolveRefunds,
  type OwnReason,
  type Refund,
  type RefundEvent,
  type RefundRung,
} from './refund'
import {
  adoption,
  evolveWishes,
  newWish,
  openFrom,
  openOf,
  servedByHand,
  tryWish,
  type Wish,
  waitingForMoney,
} from './wish'

/*
 * All that can happen to an order, in one file (a subscription, which makes orders, is the file beside it):
 * news comes in as a Fact, `decide` says what happened, `evolve` what the order is now; `owed`, in a file of its own,
 * says what has to be done about it. Nothing here waits or reads a clock. What is not wanted decides nothing (`[]`); news of
 * an attempt, payment or refund that the order has never heard of throws: whoever brings it keeps it until it is known.
 *
 * Where its money is, by whatever road it came or left, is read in books.ts; what can happen to its goods in
 * goods/judge.ts, and where they are in goods/places.ts.
 */

export type Order = {
  readonly id: OrderId
  readonly amount: Money
  readonly attempts: readonly Attempt[]
  readonly payments: readonly ReceivedPayment[]
  /** The one payment that pays this order. What is given back of it is seen in its books. */
  readonly paidBy: PaymentId | null
  /** What is to go back of its payments. */
  readonly wishes: readonly Wish[]
  readonly refunds: readonly Refund[]
  readonly handbacks: readonly Handback[]
  readonly disputes: readonly Dispute[]
  readonly cancelledBy: Person | null
  readonly stockHeld: boolean
  /** Are goods kept from others before the money comes? For a while at most, and by some orders never. */
  readonly putsAside: boolean
  /** Has an attempt begun the time that they are? There is one, whatever is tried meanwhile. */
  readonly holdBegun: boolean
  readonly goods: Goods
}

export type OrderStatus =
  | { readonly status: 'awaiting_payment' | 'confirming' | 'paid' | 'refunded'; readonly why: null }
  | {
      readonly status: 'cancelled'
      readonly why: 'payment_failed' | 'timed_out' | 'by_shopper' | 'by_merchant'
    }

/**
 * News, or a wish of somebody. Which of the provider's events is which: lib/adyen/meaning.ts. AUTHORISATION is
 * `payment_authorised` or `payment_failed`; REFUND is `refund_news` (`done`, or `failed`) if we asked for it, else
 * `refund_elsewhere`; REFUND_FAILED and REFUNDED_REVERSED are its rungs `failed` and `reversed`; CANCELLATION,
 * TECHNICAL_CANCEL and CANCEL_OR_REFUND without an amount are `payment_undone`, and so is CAPTURE_FAILED (`never_came`).
 */
export type Fact =
  | {
      kind: 'attempt_started'
      attempt: AttemptId
      number: number
      expiresAt: Instant
      /** How long goods are put aside when none before it said so. Null: as long as it may take. */
      holdUntil: Instant | null
    }
  | ({ kind: 'returned'; attempt: AttemptId } & Return)
  | { kind: 'offer_closed'; attempt: AttemptId }
  | { kind: 'payment_failed'; attempt: AttemptId; payment: PaymentId }
  | { kind: 'payment_authorised'; attempt: AttemptId; payment: PaymentId; amount: Money }
  | { kind: 'time_limit'; attempt: AttemptId }
  | { kind: 'stock_hold_over' }
  /** A person wants so much of the kept money given back. The id makes it once-only. */
  | { kind: 'refund_wished'; wish: WishId; amount: Money; reason: string }
  | { kind: 'refund_news'; refund: RefundId; rung: RefundRung }
  | { kind: 'refund_due_again'; refund: RefundId }
  /** A person has what was in vain too often tried once more. */
  | { kind: 'wish_tried_again'; wish: WishId }
  /** Of a refund that was made at the provider, without us. */
  | {
      kind: 'refund_elsewhere'
      refund: RefundId
      payment: PaymentId
      amount: Money
      rung: RefundRung
    }
  /** A person gave money back by a road that the provider knows nothing of. */
  | { kind: 'handed_back'; note: NoteId; amount: Money; reason: string }
  /** The provider has called off a payment as a whole, or could not collect it. */
  | { kind: 'payment_undone'; payment: PaymentId; how: Undoing }
  | ({ kind: 'dispute_news' } & Omit<DisputeEvent, 'type'>)
  | { kind: 'cancelled_by'; who: Person }
  | GoodsFact

export type OrderEvent = { readonly at: Instant } & (
  | {
      type: 'attempt_started'
      attempt: AttemptId
      number: number
      expiresAt: Instant
      holdUntil: Instant | null
    }
  | AttemptEvent
  | { type: 'charged'; attempt: AttemptId; payment: PaymentId; amount: Money }
  | { type: 'kept'; payment: PaymentId }
  | RefundEvent
  | {
      type: 'handed_back'
      note: NoteId
      payment: PaymentId
      amount: Money
      reason: string
      wish: WishId | null
    }
  /** `amount`: how much of it was still with the provider. */
  | { type: 'payment_undone'; payment: PaymentId; how: Undoing; amount: Money }
  | DisputeEvent
  | { type: 'cancelled_by'; who: Person }
  | GoodsEvent
  | { type: 'stock_taken' }
  | { type: 'stock_returned' }
  | { type: 'stock_hold_over' }
  | ({ type: 'became'; was: OrderStatus['status'] } & OrderStatus)
)

type Unstamped<E> = E extends OrderEvent ? Omit<E, 'at'> : never
type Happened = Unstamped<OrderEvent>

/** `stock: 'there'` means: if this decision takes stock or counts on it, it can be had in the same transaction. */
export type Circumstances = { readonly now: Instant; readonly stock: 'there' | 'gone' }

export function newOrder(
  id: OrderId,
  amount: Money,
  goods: Goods = newGoods(oneThing(amount), noMoney),
): Order {
  return {
    id,
    amount,
    attempts: [],
    payments: [],
    paidBy: null,
    wishes: [],
    refunds: [],
    handbacks: [],
    disputes: [],
    cancelledBy: null,
    stockHeld: false,
    putsAside: true,
    holdBegun: false,
    goods,
  }
}

/**
 * The first that matches. Only `paid` may be fulfilled, and it is not enough (`maySend`): a dispute that holds all the
 * money changes no status. An order whose money went back because its goods were gone reads as if none had come.
 */
export function statusOf(order: Order): OrderStatus {
  const kept = payingPayment(order)
  if (kept && booksOf(order, kept).givenBack.minor >= kept.amount.minor)
    return { status: 'refunded', why: null }
  if (order.cancelledBy) return { status: 'cancelled', why: `by_${order.cancelledBy}` }
  if (kept) return { status: 'paid', why: null }

  const rungsReached = order.attempts.map((attempt) => attempt.rung)
  if (rungsReached.some((rung) => rung === 'waiting' || rung === 'said_authorised'))
    return { status: 'confirming', why: null }
  const newest = rungsReached.at(-1) ?? 'open'
  if (rungsReached.includes('open') || newest === 'open' || newest === 'declined')
    return { status: 'awaiting_payment', why: null }
  const failed = rungsReached.includes('failed') || order.payments.some(neverCame)
  return { status: 'cancelled', why: failed ? 'payment_failed' : 'timed_out' }
}

export const neverCame = ({ undone }: ReceivedPayment) => undone === 'never_came'

/** The payment that pays it, or undefined. It may have been given back since. */
export const payingPayment = (order: Order) =>
  order.payments.find((received) => received.payment === order.paidBy && !neverCame(received))

/** What is back with the shopper by any road, surplus money included. */
export const refundedOf = (order: Order): Money => allBooks(order).givenBack

/** What can still be asked back of the money that pays it: what is on its way, or to be tried again, counts as gone. */
export function refundable(order: Order): Money {
  const kept = payingPayment(order)
  return kept ? krw(Math.max(0, freeOf(order, kept))) : noMoney
}

/** What is ours of a payment and wanted by no wish, in won. */
const freeOf = (order: Order, received: ReceivedPayment) =>
  booksOf(order, received).kept.minor - openFrom(order, received.payment)

/** May the shopper pay (again)? Not while we believe that money is on its way, nor for what was ended, or a part of it. */
export function mayPay(order: Order): boolean {
  if (order.cancelledBy || isDiminished(order.goods)) return false
  const { status } = statusOf(order)
  if (status === 'confirming')
    return order.attempts.every(
      ({ rung, outcome }) =>
        (rung !== 'waiting' && rung !== 'said_authorised') || isDecline(outcome),
    )
  return status === 'awaiting_payment' || status === 'cancelled'
}

/** Is the shopper still to be sent to the wallet for it, or the saved wallet to be charged? */
export const isWanted = (order: Order, id: AttemptId): boolean =>
  attemptOf(order, id).rung === 'open' && !payingPayment(order) && !order.cancelledBy

/**
 * A person may end the order until it is on its way: afterwards it can only be returned. One that was given back in full
 * is over for its shopper; the shop may end it still, and has its goods again.
 */
export const mayCancel = (order: Order, who: Person = 'shopper'): boolean =>
  !order.cancelledBy &&
  !order.goods.parcels.some(isOut) &&
  (statusOf(order).status !== 'refunded' || (who === 'merchant' && order.stockHeld))

/** What a shopper may cancel of it by itself, so that the rest is kept. */
export const mayCancelOf = (order: Order): Pieces =>
  statusOf(order).status === 'paid'
    ? cancellablePieces(order.goods, { unsent: unsentAt(order) })
    : []

/** Is somebody disputing the money that pays it, with the end open? */
export const isContested = ({ disputes, paidBy }: Order): boolean =>
  paidBy !== null && isDisputed(disputes, paidBy)

/** Where each piece is. */
export const whereIs = (order: Order): readonly LinePlaces[] =>
  placesOf(order.goods, unsentAt(order))

function unsentAt(order: Order): Unsent {
  if (order.stockHeld) return payingPayment(order) ? 'to_be_sent' : 'reserved'
  return order.cancelledBy ? 'given_back_unsent' : 'on_the_shelf'
}

/** Is there something to be sent, and may it leave? */
export const maySend = (order: Order, despite: string | null): boolean =>
  unsentPieces(order.goods).length > 0 && whyNothingLeaves(fundsOf(order), despite) === null

/** Is there something that can be claimed now? */
export const mayClaim = (
  order: Order,
  ground: GivenGround,
  { now, daysOff }: { readonly now: Instant; readonly daysOff: readonly DayOff[] },
): boolean =>
  statusOf(order).status === 'paid' && claimableNow(order.goods, ground, daysOff, now).length > 0

/** What speaks against a fact about goods; null: it would make something happen. */
export function problemWith(
  order: Order,
  fact: GoodsFact,
  circumstances: Circumstances,
): GoodsProblem | null {
  const judged = judge(order.goods, fact, { ...fundsOf(order), ...circumstances })
  return typeof judged === 'string' ? judged : null
}

/** What its goods have to know of its money. */
function fundsOf(order: Order): Funds {
  const isOpen = isContested(order)
  return {
    isPaid: statusOf(order).status === 'paid',
    isContested: isOpen,
    kept: refundable(order),
    left: refundable(isOpen ? { ...order, disputes: [] } : order),
    unsent: unsentAt(order),
  }
}

/** What happened, given what we know. Repeats and old news decide nothing. */
export function decide(order: Order, fact: Fact, { now, stock }: Circumstances): OrderEvent[] {
  const decided = decideFact(order, fact, now, stock)
  if (decided.length === 0) return []
  const stamp = (event: Happened): OrderEvent => ({ ...event, at: now })
  const happened = decided.map(stamp)
  const events = [...happened, ...followingFrom(happened.reduce(evolve, order)).map(stamp)]

  const after = events.reduce(evolve, order)
  const before = statusOf(order)
  const status = statusOf(after)
  if (status.status !== before.status || status.why !== before.why)
    events.push({ type: 'became', ...status, was: before.status, at: now })
  const isHere = after.stockHeld && unsentPieces(after.goods).length > 0
  const isOver = status.status === 'cancelled' || after.cancelledBy !== null
  if (isHere && (isOver || isHeldInVain(after))) events.push({ type: 'stock_returned', at: now })
  // Money may be on its way after all: what it will buy is put aside again, where it still can be.
  if (!after.stockHeld && after.putsAside && status.status === 'confirming' && stock === 'there')
    events.push({ type: 'stock_taken', at: now })
  return events
}

/** From then on only money takes goods, however hopeful the news: nobody keeps from others what is not paid. */
const isHeldInVain = (order: Order) => !order.putsAside && !payingPayment(order)

function decideFact(order: Order, fact: Fact, now: Instant, stock: 'there' | 'gone'): Happened[] {
  switch (fact.kind) {
    case 'attempt_started':
      return decideAttempt(order, fact, stock)
    case 'returned':
      return decideReturn(attemptOf(order, fact.attempt), fact)
    case 'offer_closed':
      return climb(attemptOf(order, fact.attempt), 'closed')
    case 'payment_failed':
      // News of one payment says nothing about another under the same reference.
      return order.payments.some((received) => received.payment === fact.payment)
        ? []
        : climb(attemptOf(order, fact.attempt), 'failed')
    case 'payment_authorised':
      return decideMoney(order, fact, stock)
    case 'time_limit': {
      const attempt = attemptOf(order, fact.attempt)
      return attempt.expiresAt > now ? [] : climb(attempt, 'expired')
    }
    case 'stock_hold_over':
      return order.putsAside && !payingPayment(order) && !order.cancelledBy
        ? [{ type: 'stock_hold_over' }]
        : []
    case 'refund_wished':
      return decideWish(order, fact)
    case 'refund_news':
      return climbRefund(order.refunds, refundOf(order, fact.refund), fact.rung)
    case 'refund_due_again':
      return refundAgain(order, refundOf(order, fact.refund))
    case 'wish_tried_again': {
      const wish = order.wishes.find(({ id }) => id === fact.wish)
      return wish ? tryWish(order, wish, oursFor(order, wish)) : []
    }
    case 'refund_elsewhere':
      return decideElsewhere(order, fact)
    case 'handed_back':
      return decideHandback(order, fact)
    case 'payment_undone':
      return decideUndone(order, fact.payment, fact.how)
    case 'dispute_news': {
      const { kind: _, ...told } = fact
      paymentOf(order, told.payment)
      return decideDispute(order.disputes, told)
    }
    case 'cancelled_by':
      return decideCancellation(order, fact.who)
    case 'lines_cancelled':
    case 'parcel_sent':
    case 'parcel_moved':
    case 'parcel_lost':
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled': {
      const judged = judge(order.goods, fact, { ...fundsOf(order), now, stock })
      return typeof judged === 'string' ? [] : [judged]
    }
  }
}

/** Nobody is sent to pay for what is gone. The time that goods are put aside for begins once. */
function decideAttempt(
  order: Order,
  { attempt, number, expiresAt, ...fact }: Extract<Fact, { kind: 'attempt_started' }>,
  stock: 'there' | 'gone',
): Happened[] {
  if (!mayPay(order) || number !== order.attempts.length + 1) return []
  if (!order.stockHeld && stock === 'gone') return []
  const holdUntil = order.putsAside && !order.holdBegun ? fact.holdUntil : null
  const started = { type: 'attempt_started', attempt, number, expiresAt, holdUntil } as const
  return order.stockHeld || !order.putsAside ? [started] : [{ type: 'stock_taken' }, started]
}

/** The first money that arrives for a living order is kept; all other money goes back in full. */
function decideMoney(
  order: Order,
  { attempt, payment, amount }: Extract<Fact, { kind: 'payment_authorised' }>,
  stock: 'there' | 'gone',
): Happened[] {
  attemptOf(order, attempt)
  if (order.payments.some((received) => received.payment === payment)) return []
  const charged = { type: 'charged', attempt, payment, amount } as const
  const goesBack = (why: OwnReason) => [charged, ...giveBack(order, payment, amount, why)]
  if (payingPayment(order)) return goesBack('surplus')
  if (order.cancelledBy || isDiminished(order.goods)) return goesBack('order_cancelled')
  if (order.stockHeld) return [charged, { type: 'kept', payment }]
  if (stock === 'gone') return goesBack('sold_out')
  return [charged, { type: 'stock_taken' }, { type: 'kept', payment }]
}

const giveBack = (order: Order, payment: PaymentId, amount: Money, why: OwnReason): Happened[] =>
  tryWish(order, newWish(order, payment, amount, why), amount.minor)

const oursFor = (order: Order, { payment }: Wish) =>
  booksOf(order, paymentOf(order, payment)).kept.minor

/** What happened can serve a wish, or bring money that wishes wait for, or that may not stay with us. */
function followingFrom(order: Order): Happened[] {
  const events: Happened[] = []
  let after = order
  for (let more = nextFrom(after); more.length > 0; more = nextFrom(after)) {
    events.push(...more)
    // Wishes and refunds do not look at the time.
    after = more.reduce((before, event) => evolve(before, { ...event, at: NEVER }), after)
  }
  return events
}

const NEVER = instant(0)

function nextFrom(order: Order): Happened[] {
  const served = adoption(order)
  if (served.length > 0) return served
  for (const wish of waitingForMoney(order)) {
    const tried = tryWish(order, wish, oursFor(order, wish))
    if (tried.length > 0) return tried
  }
  // Of money that does not pay the order all is wanted back since it came.
  const kept = payingPayment(order)
  return order.cancelledBy && kept
    ? giveBack(order, kept.payment, refundable(order), 'order_cancelled')
    : []
}

/** More than there is, nothing at all, or the same wish again: nothing happens. */
function decideWish(
  order: Order,
  { wish, amount, reason }: Extract<Fact, { kind: 'refund_wished' }>,
): Happened[] {
  const kept = payingPayment(order)
  if (!kept || amount.minor > refundable(order).minor) return []
  if (order.wishes.some(({ id }) => id === wish)) return []
  const { payment } = kept
  return tryWish(order, { id: wish, payment, amount, why: 'asked', reason }, amount.minor)
}

/** A wish that was tried in vain is tried anew, as far as its money is still with us; else it waits for that. */
function refundAgain(order: Order, tried: Refund): Happened[] {
  const wish = order.wishes.find(({ id }) => id === tried.wish)
  if (!wish?.isScheduled) return []
  const again = tryWish(order, wish, oursFor(order, wish))
  return again.length > 0 ? again : [{ type: 'refund_let_be', refund: tried.id }]
}

/** What happened at the provider without us enters the same books, once, by the provider's name of it. */
function decideElsewhere(
  order: Order,
  { refund, payment, amount, rung }: Extract<Fact, { kind: 'refund_elsewhere' }>,
): Happened[] {
  paymentOf(order, payment)
  const known = order.refunds.find(({ id }) => id === refund)
  if (known) return climbRefund(order.refunds, known, rung)
  return [{ type: 'refund_found', refund, payment, amount, rung }]
}

function decideHandback(
  order: Order,
  { note, amount, reason }: Extract<Fact, { kind: 'handed_back' }>,
): Happened[] {
  if (amount.minor === 0 || order.handbacks.some(({ id }) => id === note)) return []
  const among = order.wishes.filter((each) => amount.minor <= oursFor(order, each))
  const wish = servedByHand(order, among, amount)
  const isExact = wish !== null && openOf(order, wish) === amount.minor
  const kept = payingPayment(order)
  const isFree = amount.minor <= refundable(order).minor
  const given = { type: 'handed_back', note, amount, reason } as const
  if (wish && (isExact || !isFree)) return [{ ...given, payment: wish.payment, wish: wish.id }]
  return kept && isFree ? [{ ...given, payment: kept.payment, wish: null }] : []
}

/** That it never came outranks that it was cancelled, whichever is heard first. */
function decideUndone(order: Order, payment: PaymentId, how: Undoing): Happened[] {
  const received = paymentOf(order, payment)
  if (received.undone === how || received.undone === 'never_came') return []
  const amount = krw(Math.max(0, leftThere(order, received)))
  return [{ type: 'payment_undone', payment, how, amount }]
}

/** A person's word ends the order: stock goes back, and so does all money that came or still comes. */
const decideCancellation = (order: Order, who: Person): Happened[] =>
  mayCancel(order, who) ? [{ type: 'cancelled_by', who }] : []

function attemptOf(order: Order, id: AttemptId): Attempt {
  const attempt = order.attempts.find((candidate) => candidate.id === id)
  if (!attempt) throw new Error(`order ${order.id} has no attempt ${id}`)
  return attempt
}

function paymentOf(order: Order, id: PaymentId): ReceivedPayment {
  const received = order.payments.find(({ payment }) => payment === id)
  if (!received) throw new Error(`order ${order.id} has no payment ${id}`)
  return received
}

function refundOf(order: Order, id: RefundId): Refund {
  const refund = order.refunds.find((candidate) => candidate.id === id)
  if (!refund) throw new Error(`order ${order.id} has no refund ${id}`)
  return refund
}

/** What the order is after an event. Total: an event is history and cannot be refused. */
export function evolve(order: Order, event: OrderEvent): Order {
  switch (event.type) {
    case 'attempt_started': {
      const { attempt: id, number, expiresAt } = event
      const { amount } = order
      const fresh: Attempt = { id, number, amount, rung: 'open', outcome: null, expiresAt }
      const holdBegun = order.holdBegun || event.holdUntil !== null
      return { ...order, holdBegun, attempts: [...order.attempts, fresh] }
    }
    case 'climbed':
      return changeAttempt(order, event.attempt, { rung: event.to })
    case 'returned': {
      const { outcome, expiresAt } = event
      return changeAttempt(order, event.attempt, { outcome, expiresAt })
    }
    case 'charged': {
      const { attempt, payment, amount } = event
      const payments = [...order.payments, { attempt, payment, amount, undone: null }]
      return changeAttempt({ ...order, payments }, attempt, { rung: 'authorised' })
    }
    case 'kept':
      return { ...order, paidBy: event.payment }
    case 'refund_requested':
    case 'refund_found':
    case 'refund_climbed':
    case 'refund_adopted':
    case 'refund_let_be': {
      const refunds = evolveRefunds(order.refunds, event)
      return { ...order, wishes: evolveWishes(order, event), refunds }
    }
    case 'handed_back': {
      const { note: id, payment, amount, reason, wish } = event
      return { ...order, handbacks: [...order.handbacks, { id, payment, amount, reason, wish }] }
    }
    case 'payment_undone': {
      const undone = (received: ReceivedPayment) =>
        received.payment === event.payment ? { ...received, undone: event.how } : received
      return { ...order, payments: order.payments.map(undone) }
    }
    case 'dispute_told':
      return { ...order, disputes: evolveDisputes(order.disputes, event) }
    case 'cancelled_by':
      return { ...order, cancelledBy: event.who }
    case 'lines_cancelled':
    case 'parcel_sent':
    case 'parcel_moved':
    case 'parcel_lost':
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return afterGoods(order, event)
    case 'stock_taken':
      return { ...order, stockHeld: true }
    case 'stock_returned':
      return { ...order, stockHeld: false }
    case 'stock_hold_over':
      return { ...order, putsAside: false }
    case 'became':
      return order
  }
}

/** What goods want to have given back is a wish from then on, and tried as soon as its money is there. */
function afterGoods(order: Order, event: GoodsEvent & { readonly at: Instant }): Order {
  const goods = evolveGoods(order.goods, event, event.at)
  const wanted = moneyFor(event)
  if (!wanted || wanted.amount.minor === 0 || order.paidBy === null) return { ...order, goods }
  const about = { payment: order.paidBy, isScheduled: false, since: order.refunds.length }
  return { ...order, goods, wishes: [...order.wishes, { ...wanted, ...about }] }
}

const changeAttempt = (order: Order, id: AttemptId, change: Partial<Attempt>): Order => ({
  ...order,
  attempts: order.attempts.map((attempt) =>
    attempt.id === id ? { ...attempt, ...change } : attempt,
  ),
})
