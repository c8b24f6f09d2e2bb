import {
  type AttemptId,
  HOUR,
  type Instant,
  laterBy,
  MINUTE,
  type OrderId,
  type PaymentId,
  type RefundId,
  refundId,
  SECOND,
} from './ids'
import { type Money, minus, sum } from './money'
import { isDecline, type Outcome } from './outcome'

/*
 * All that can happen to an order, in one file (a subscription, which makes orders, is the file beside it):
 * news comes in as a Fact, `decide` says what happened, `evolve` what the order is now, `owed` what has to
 * be done about it. Nothing here waits, reads a clock or fails.
 */

/** Lowest first. An attempt's state is the highest rung that any news about it has reached. */
export const rungs = [
  'open', // stored, perhaps sent
  'declined', // the shopper came back without having paid
  'expired', // our own time limit
  'waiting', // came back, and the result is not known
  'closed', // the provider gave up waiting for the shopper
  'said_authorised', // the shopper's browser brought a success: for the screen only
  'failed', // the provider says that this payment failed
  'authorised', // the provider says that the money is ours
] as const
export type Rung = (typeof rungs)[number]

export type Attempt = {
  readonly id: AttemptId
  readonly number: number
  readonly amount: Money
  readonly rung: Rung
  /** The most hopeful thing that the shopper came back with, for the screen only. */
  readonly outcome: Outcome | null
  /** Our own time limit; counted anew from a decline. */
  readonly expiresAt: Instant
}

/** Money that arrived. One reference can be paid twice, so an attempt can have several. */
export type ReceivedPayment = {
  readonly payment: PaymentId
  readonly attempt: AttemptId
  readonly amount: Money
}

/** Lowest first, climbed like an attempt: only `done` money is back with the shopper. */
export const refundRungs = ['requested', 'received', 'done', 'failed', 'reversed'] as const
export type RefundRung = (typeof refundRungs)[number]
type RefundReason = 'surplus' | 'sold_out' | 'order_cancelled'

export type Refund = {
  readonly id: RefundId
  readonly payment: PaymentId
  readonly amount: Money
  readonly why: RefundReason
  readonly rung: RefundRung
}

export type Person = 'shopper' | 'merchant'

/** Lowest first. Goods that are with the carrier are not called back by a cancellation. */
export const parcelRungs = ['here', 'sent', 'delivered', 'claimed'] as const
export type ParcelRung = (typeof parcelRungs)[number]

export type Order = {
  readonly id: OrderId
  readonly amount: Money
  readonly attempts: readonly Attempt[]
  readonly payments: readonly ReceivedPayment[]
  /** The one payment that pays this order. Never unset: what is given back is seen in the refunds. */
  readonly kept: PaymentId | null
  readonly refunds: readonly Refund[]
  readonly cancelledBy: Person | null
  readonly stockHeld: boolean
  /** Are goods kept from others before the money comes? For a while at most, and by some orders never. */
  readonly putsAside: boolean
  readonly parcel: ParcelRung
  /** Until when the shopper may ask for a return: seven days from delivery, as the law has it. */
  readonly claimableUntil: Instant | null
}

export type OrderStatus =
  | { readonly status: 'awaiting_payment' | 'confirming' | 'paid' | 'refunded'; readonly why: null }
  | {
      readonly status: 'cancelled'
      readonly why: 'payment_failed' | 'timed_out' | 'by_shopper' | 'by_merchant'
    }

export type Fact =
  | {
      kind: 'attempt_started'
      attempt: AttemptId
      number: number
      expiresAt: Instant
      /** How long goods are put aside when it is the first. Null: as long as it may take. */
      holdUntil: Instant | null
    }
  /** An answer to a question of ours. Outcome null: we asked and do not know. */
  | { kind: 'returned'; attempt: AttemptId; outcome: Outcome | null; expiresAt: Instant }
  | { kind: 'offer_closed'; attempt: AttemptId }
  | { kind: 'payment_failed'; attempt: AttemptId; payment: PaymentId }
  | { kind: 'payment_authorised'; attempt: AttemptId; payment: PaymentId; amount: Money }
  | { kind: 'time_limit'; attempt: AttemptId }
  | { kind: 'stock_hold_over' }
  | { kind: 'refund_news'; refund: RefundId; rung: RefundRung }
  | { kind: 'refund_due_again'; refund: RefundId }
  | { kind: 'cancelled_by'; who: Person }
  | { kind: 'sent' }
  | { kind: 'delivered' }
  | { kind: 'claim_opened' }

export type OrderEvent = { readonly at: Instant } & (
  | {
      type: 'attempt_started'
      attempt: AttemptId
      number: number
      expiresAt: Instant
      holdUntil: Instant | null
    }
  | { type: 'climbed'; attempt: AttemptId; to: Exclude<Rung, 'open' | 'authorised'> }
  | { type: 'returned'; attempt: AttemptId; outcome: Outcome | null; expiresAt: Instant }
  | { type: 'charged'; attempt: AttemptId; payment: PaymentId; amount: Money }
  | { type: 'kept'; payment: PaymentId }
  | {
      type: 'refund_requested'
      refund: RefundId
      payment: PaymentId
      amount: Money
      why: RefundReason
    }
  | { type: 'refund_climbed'; refund: RefundId; to: RefundRung; tries: number }
  | { type: 'cancelled_by'; who: Person }
  | { type: 'parcel_climbed'; to: Exclude<ParcelRung, 'here'> }
  | { type: 'stock_taken' }
  | { type: 'stock_returned' }
  | { type: 'stock_hold_over' }
  | ({ type: 'became'; was: OrderStatus['status'] } & OrderStatus)
)

type Unstamped<E> = E extends OrderEvent ? Omit<E, 'at'> : never
type Happened = Unstamped<OrderEvent>

/** `stock: 'there'` means: if this decision takes stock or counts on it, it can be had in the same transaction. */
export type Circumstances = { readonly now: Instant; readonly stock: 'there' | 'gone' }

export function newOrder(id: OrderId, amount: Money): Order {
  return {
    id,
    amount,
    attempts: [],
    payments: [],
    kept: null,
    refunds: [],
    cancelledBy: null,
    stockHeld: false,
    putsAside: true,
    parcel: 'here',
    claimableUntil: null,
  }
}

/** The first that matches. Only `paid` may be fulfilled. */
export function statusOf(order: Order): OrderStatus {
  const kept = keptOf(order)
  if (kept && refundedOf(order, kept.payment).minor >= kept.amount.minor)
    return { status: 'refunded', why: null }
  if (order.cancelledBy) return { status: 'cancelled', why: `by_${order.cancelledBy}` }
  if (kept) return { status: 'paid', why: null }

  const rungsReached = order.attempts.map((attempt) => attempt.rung)
  if (rungsReached.some((rung) => rung === 'waiting' || rung === 'said_authorised'))
    return { status: 'confirming', why: null }
  const newest = rungsReached.at(-1) ?? 'open'
  if (rungsReached.includes('open') || newest === 'open' || newest === 'declined')
    return { status: 'awaiting_payment', why: null }
  return {
    status: 'cancelled',
    why: rungsReached.includes('failed') ? 'payment_failed' : 'timed_out',
  }
}

/** The money that pays it, or null. */
export const keptOf = (order: Order) => order.payments.find(({ payment }) => payment === order.kept)

/** What is back with the shopper, surplus money included. */
export const refundedOf = (order: Order, payment?: PaymentId): Money =>
  sum(
    order.refunds
      .filter((refund) => refund.rung === 'done' && (payment ?? refund.payment) === refund.payment)
      .map((refund) => refund.amount),
  )

/** What can still be asked back: money on its way back counts as gone. */
export function refundable(order: Order, received: ReceivedPayment): Money {
  const promised = order.refunds
    .filter((refund) => refund.payment === received.payment)
    .filter((refund) => refund.rung !== 'failed' && refund.rung !== 'reversed')
  return minus(received.amount, sum(promised.map((refund) => refund.amount)))
}

/** May the shopper pay (again)? Not while we believe that money is on its way, nor after a person ended it. */
export function mayPay(order: Order): boolean {
  if (order.cancelledBy) return false
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
  attemptOf(order, id).rung === 'open' && order.kept === null && !order.cancelledBy

/** A person may end the order until it is on its way: afterwards it can only be returned. */
export const mayCancel = (order: Order): boolean =>
  !order.cancelledBy && order.parcel === 'here' && statusOf(order).status !== 'refunded'

export const mayClaim = (order: Order, now: Instant): boolean =>
  order.parcel === 'delivered' &&
  statusOf(order).status === 'paid' &&
  now <= (order.claimableUntil ?? now)

/** What happened, given what we know. Repeats and old news decide nothing. */
export function decide(order: Order, fact: Fact, { now, stock }: Circumstances): OrderEvent[] {
  const happened = decideFact(order, fact, now, stock)
  if (happened.length === 0) return []

  const events = happened.map((event): OrderEvent => ({ ...event, at: now }))
  const after = events.reduce(evolve, order)
  const before = statusOf(order)
  const status = statusOf(after)
  if (status.status !== before.status || status.why !== before.why)
    events.push({ type: 'became', ...status, was: before.status, at: now })
  if (after.stockHeld && (status.status === 'cancelled' || isHeldInVain(after)))
    events.push({ type: 'stock_returned', at: now })
  // Money may be on its way after all: what it will buy is put aside again, where it still can be.
  if (!after.stockHeld && after.putsAside && status.status === 'confirming' && stock === 'there')
    events.push({ type: 'stock_taken', at: now })
  return events
}

/** From then on only money takes goods, however hopeful the news: nobody keeps from others what is not paid. */
const isHeldInVain = ({ putsAside, kept }: Order) => !putsAside && kept === null

function decideFact(order: Order, fact: Fact, now: Instant, stock: 'there' | 'gone'): Happened[] {
  switch (fact.kind) {
    case 'attempt_started':
      return decideAttempt(order, fact, stock)
    case 'returned':
      return decideReturn(order, fact)
    case 'offer_closed':
      return climb(order, fact.attempt, 'closed')
    case 'payment_failed':
      // News of one payment says nothing about another under the same reference.
      return order.payments.some((received) => received.payment === fact.payment)
        ? []
        : climb(order, fact.attempt, 'failed')
    case 'payment_authorised':
      return decideMoney(order, fact, stock)
    case 'time_limit':
      return attemptOf(order, fact.attempt).expiresAt > now
        ? []
        : climb(order, fact.attempt, 'expired')
    case 'stock_hold_over':
      return order.putsAside && order.kept === null && !order.cancelledBy
        ? [{ type: 'stock_hold_over' }]
        : []
    case 'refund_news':
      return decideRefund(order, fact.refund, fact.rung)
    case 'refund_due_again':
      return refundAgain(order, fact.refund)
    case 'cancelled_by':
      return decideCancellation(order, fact.who)
    case 'sent':
      // Only what is paid leaves the house.
      return statusOf(order).status === 'paid' ? climbParcel(order, 'sent') : []
    case 'delivered':
      return order.parcel === 'sent' ? climbParcel(order, 'delivered') : []
    case 'claim_opened':
      return mayClaim(order, now) ? climbParcel(order, 'claimed') : []
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
  const holdUntil = order.putsAside && number === 1 ? fact.holdUntil : null
  const started = { type: 'attempt_started', attempt, number, expiresAt, holdUntil } as const
  return order.stockHeld || !order.putsAside ? [started] : [{ type: 'stock_taken' }, started]
}

/** Least hopeful first, so that two returns of one attempt are remembered alike in either order. */
const outcomes: readonly (Outcome | null)[] = [
  null,
  'left',
  'refused',
  'broken',
  'waiting',
  'approved',
]

const rungOf = (outcome: Outcome | null) =>
  outcome === 'approved' ? 'said_authorised' : isDecline(outcome) ? 'declined' : 'waiting'

function decideReturn(order: Order, fact: Extract<Fact, { kind: 'returned' }>): Happened[] {
  const { outcome, expiresAt } = attemptOf(order, fact.attempt)
  const to = rungOf(fact.outcome)
  const climbed = climb(order, fact.attempt, to)
  const recounted = climbed.length > 0 && to === 'declined'
  if (!recounted && outcomes.indexOf(fact.outcome) <= outcomes.indexOf(outcome)) return climbed
  const returned = {
    type: 'returned',
    attempt: fact.attempt,
    outcome: fact.outcome,
    expiresAt: recounted ? fact.expiresAt : expiresAt,
  } as const
  return [...climbed, returned]
}

function climb(order: Order, id: AttemptId, to: Exclude<Rung, 'open' | 'authorised'>): Happened[] {
  const { rung } = attemptOf(order, id)
  return rungs.indexOf(to) > rungs.indexOf(rung) ? [{ type: 'climbed', attempt: id, to }] : []
}

/** The first money that arrives for a living order is kept; all other money goes back in full. */
function decideMoney(
  order: Order,
  { attempt, payment, amount }: Extract<Fact, { kind: 'payment_authorised' }>,
  stock: 'there' | 'gone',
): Happened[] {
  attemptOf(order, attempt)
  if (order.payments.some((received) => received.payment === payment)) return []
  const received = { attempt, payment, amount }
  const charged = { type: 'charged', ...received } as const
  const goesBack = (why: RefundReason) => [charged, ...giveBack(order, received, why)]
  if (order.kept) return goesBack('surplus')
  if (order.cancelledBy) return goesBack('order_cancelled')
  if (order.stockHeld) return [charged, { type: 'kept', payment }]
  if (stock === 'gone') return goesBack('sold_out')
  return [charged, { type: 'stock_taken' }, { type: 'kept', payment }]
}

function decideRefund(order: Order, id: RefundId, to: RefundRung): Happened[] {
  const refund = refundOf(order, id)
  if (refundRungs.indexOf(to) <= refundRungs.indexOf(refund.rung)) return []
  const tries = order.refunds.filter((other) => other.payment === refund.payment).length
  return [{ type: 'refund_climbed', refund: id, to, tries }]
}

/** A refund that did not succeed is asked for anew, as long as its money is still with us. */
function refundAgain(order: Order, id: RefundId): Happened[] {
  const { payment, why } = refundOf(order, id)
  const received = order.payments.find((candidate) => candidate.payment === payment)
  if (!received) throw new Error(`refund ${id} gives back money that never came`)
  return giveBack(order, received, why)
}

/** Asks for all of a payment that is not on its way back already. */
function giveBack(order: Order, received: ReceivedPayment, why: RefundReason): Happened[] {
  const { payment } = received
  const amount = refundable(order, received)
  if (amount.minor === 0) return []
  const number = order.refunds.filter((refund) => refund.payment === payment).length + 1
  return [{ type: 'refund_requested', refund: refundId(payment, number), payment, amount, why }]
}

const climbParcel = (order: Order, to: Exclude<ParcelRung, 'here'>): Happened[] =>
  parcelRungs.indexOf(to) > parcelRungs.indexOf(order.parcel)
    ? [{ type: 'parcel_climbed', to }]
    : []

/** A person's word ends the order: stock goes back, and so does all money that came or still comes. */
function decideCancellation(order: Order, who: Person): Happened[] {
  if (!mayCancel(order)) return []
  const kept = keptOf(order)
  const back = kept ? giveBack(order, kept, 'order_cancelled') : []
  return [{ type: 'cancelled_by', who }, ...back]
}

function attemptOf(order: Order, id: AttemptId): Attempt {
  const attempt = order.attempts.find((candidate) => candidate.id === id)
  if (!attempt) throw new Error(`order ${order.id} has no attempt ${id}`)
  return attempt
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
      return { ...order, attempts: [...order.attempts, fresh] }
    }
    case 'climbed':
      return changeAttempt(order, event.attempt, { rung: event.to })
    case 'returned': {
      const { outcome, expiresAt } = event
      return changeAttempt(order, event.attempt, { outcome, expiresAt })
    }
    case 'charged': {
      const { attempt, payment, amount } = event
      const payments = [...order.payments, { attempt, payment, amount }]
      return changeAttempt({ ...order, payments }, attempt, { rung: 'authorised' })
    }
    case 'kept':
      return { ...order, kept: event.payment }
    case 'refund_requested': {
      const { refund: id, payment, amount, why } = event
      const asked: Refund = { id, payment, amount, why, rung: 'requested' }
      return { ...order, refunds: [...order.refunds, asked] }
    }
    case 'refund_climbed': {
      const climbed = (refund: Refund) =>
        refund.id === event.refund ? { ...refund, rung: event.to } : refund
      return { ...order, refunds: order.refunds.map(climbed) }
    }
    case 'cancelled_by':
      return { ...order, cancelledBy: event.who }
    case 'parcel_climbed': {
      const claimableUntil =
        event.to === 'delivered' ? laterBy(event.at, MAY_BE_CLAIMED_FOR) : order.claimableUntil
      return { ...order, parcel: event.to, claimableUntil }
    }
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

const changeAttempt = (order: Order, id: AttemptId, change: Partial<Attempt>): Order => ({
  ...order,
  attempts: order.attempts.map((attempt) =>
    attempt.id === id ? { ...attempt, ...change } : attempt,
  ),
})

/** A thing to do, now or at `due`. It is stored in the transaction of the event that owes it. */
export type Owed = { readonly due: Instant } & (
  | { job: 'expire_attempt'; attempt: AttemptId }
  | { job: 'resume_payment'; attempt: AttemptId }
  | { job: 'end_stock_hold' }
  | { job: 'ask_refund'; refund: RefundId }
  | { job: 'refund_again'; refund: RefundId }
  /** `event` is when it happened: the same letter again is another one only for another event. */
  | { job: 'mail'; letter: Letter; event: Instant }
)
export type Letter =
  | 'paid'
  | 'payment_failed'
  | 'timed_out'
  | 'sold_out'
  | 'refunded'
  | 'sent'
  | 'claim_opened'

// Long enough for the shopper who cancelled by mistake to pay with a second attempt.
const BAD_NEWS_WAITS = 10 * MINUTE
// The request itself gives up after two calls of ten seconds.
const ANSWER_OVERDUE = 30 * SECOND
const MAY_BE_CLAIMED_FOR = 7 * 24 * HOUR
const REFUND_ASKED_AGAIN_AFTER = [1 * HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR]

/** What an event makes us do. */
export function owed(event: OrderEvent): Owed[] {
  const { at } = event
  switch (event.type) {
    case 'attempt_started': {
      const { attempt, expiresAt, holdUntil } = event
      return [
        { job: 'expire_attempt', attempt, due: expiresAt },
        { job: 'resume_payment', attempt, due: laterBy(at, ANSWER_OVERDUE) },
        ...(holdUntil === null ? [] : [{ job: 'end_stock_hold', due: holdUntil } as const]),
      ]
    }
    case 'returned':
      return [{ job: 'expire_attempt', attempt: event.attempt, due: event.expiresAt }]
    case 'refund_requested': {
      const ask = { job: 'ask_refund', refund: event.refund, due: at } as const
      // Told once for each payment: what is asked for anew is no other news.
      const isTold = event.why === 'sold_out' && event.refund === refundId(event.payment, 1)
      return isTold ? [ask, { job: 'mail', letter: 'sold_out', event: at, due: at }] : [ask]
    }
    case 'refund_climbed': {
      if (event.to === 'done') return [{ job: 'mail', letter: 'refunded', event: at, due: at }]
      const wait = REFUND_ASKED_AGAIN_AFTER[event.tries - 1]
      const lost = event.to === 'failed' || event.to === 'reversed'
      return lost && wait !== undefined
        ? [{ job: 'refund_again', refund: event.refund, due: laterBy(at, wait) }]
        : []
    }
    case 'became':
      return lettersFor(event)
    case 'parcel_climbed': {
      if (event.to === 'delivered') return []
      const letter = event.to === 'claimed' ? 'claim_opened' : 'sent'
      return [{ job: 'mail', letter, event: at, due: at }]
    }
    case 'climbed':
    case 'charged':
    case 'kept':
    case 'cancelled_by':
    case 'stock_taken':
    case 'stock_returned':
    case 'stock_hold_over':
      return []
  }
}

function lettersFor({ status, why, was, at }: Extract<OrderEvent, { type: 'became' }>): Owed[] {
  // Back from `refunded` means that a refund bounced: no news for the shopper.
  if (status === 'paid' && was !== 'refunded')
    return [{ job: 'mail', letter: 'paid', event: at, due: at }]
  if (was !== 'cancelled' && (why === 'payment_failed' || why === 'timed_out'))
    return [{ job: 'mail', letter: why, event: at, due: laterBy(at, BAD_NEWS_WAITS) }]
  return []
}

/**
 * Is a letter still to be sent when its time has come? Bad news is dropped when the shopper has begun to
 * pay again or has paid. It says that nothing was charged, so also when money came: that has letters of its own.
 */
export function stillTrue(letter: Letter, order: Order): boolean {
  if (letter !== 'payment_failed' && letter !== 'timed_out') return true
  const { why } = statusOf(order)
  return (why === 'payment_failed' || why === 'timed_out') && order.payments.length === 0
}
