import type { Handback } from './books'
import { HOUR, type PaymentId, refundId, type WishId, wishId } from './ids'
import { krw, type Money } from './money'
import { isDead, type OwnReason, type Refund, type RefundEvent } from './refund'

/*
 * Money that is to go back: how much of which payment, and why. A wish is tried, as refunds, until all of it is back,
 * or on its way, or was given back by another road; whatever of it is not is open.
 */

export type Wish = {
  readonly id: WishId
  readonly payment: PaymentId
  readonly amount: Money
  readonly why: OwnReason
  /** What the shopper reads about why, in the words of who asked. */
  readonly reason: string | null
  /** A try was in vain, and a time is set for the next. */
  readonly isScheduled: boolean
  /** How many refunds the order knew when it was made: those are none of its tries. */
  readonly since: number
}

/** What there is to try, whether the order knows of it already or not. */
type Wanted = Omit<Wish, 'isScheduled' | 'since'>

export type Wishes = {
  readonly wishes: readonly Wish[]
  readonly refunds: readonly Refund[]
  readonly handbacks: readonly Handback[]
}

const REFUND_ASKED_AGAIN_AFTER = [1 * HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR]

/** How long to wait after so many tries in vain, in milliseconds; null when a person has to look. */
export const waitAfter = (tries: number): number | null =>
  REFUND_ASKED_AGAIN_AFTER[tries - 1] ?? null

export const triesOf = ({ refunds }: Pick<Wishes, 'refunds'>, wish: WishId): readonly Refund[] =>
  refunds.filter((each) => each.wish === wish)

/** What of it is neither back nor on its way, in won. */
export function openOf(order: Wishes, { id, amount }: Wanted): number {
  const alive = triesOf(order, id).filter((refund) => !isDead(refund))
  const byHand = order.handbacks.filter((handback) => handback.wish === id)
  const served = [...alive, ...byHand].reduce((sum, each) => sum + each.amount.minor, 0)
  return Math.max(0, amount.minor - served)
}

const isTriedOut = (order: Wishes, wish: WishId) => {
  const inVain = triesOf(order, wish).filter(isDead).length
  return inVain > 0 && waitAfter(inVain) === null
}

/** It was tried often enough: nothing happens to it by itself any more. */
export const isStuck = (order: Wishes, wish: Wish): boolean =>
  openOf(order, wish) > 0 && !wish.isScheduled && isTriedOut(order, wish.id)

/** What wishes still want of a payment, in won: nobody can have it for anything else. */
export const openFrom = (order: Wishes, payment: PaymentId): number =>
  order.wishes
    .filter((wish) => wish.payment === payment)
    .reduce((sum, wish) => sum + openOf(order, wish), 0)

/** The next try, under a name of its own, of as much as is open and there. `left` is what is ours of the payment, in won. */
export function tryWish(order: Wishes, wish: Wanted, left: number): RefundEvent[] {
  const won = Math.min(openOf(order, wish), left)
  if (won <= 0) return []
  const { id, payment, why, reason } = wish
  const ours = order.refunds.filter((each) => each.payment === payment && each.why !== 'elsewhere')
  return [
    {
      type: 'refund_requested',
      refund: refundId(payment, ours.length + 1),
      wish: id,
      number: triesOf(order, id).length + 1,
      payment,
      amount: krw(won),
      why,
      reason,
    },
  ]
}

/** What an order asks back by itself has wishes that are named by payment and reason, and counted from 1. */
export const ownWish = (payment: PaymentId, why: OwnReason, number = 1): WishId =>
  wishId(`${payment} ${why} ${number}`)

export function newWish(
  { wishes }: Pick<Wishes, 'wishes'>,
  payment: PaymentId,
  amount: Money,
  why: OwnReason,
): Wanted {
  const known = wishes.filter((wish) => wish.payment === payment && wish.why === why)
  return { id: ownWish(payment, why, known.length + 1), payment, amount, why, reason: null }
}

/** Wishes that may be tried at any time. Whatever of them is open waits for its money alone. */
export const waitingForMoney = (order: Wishes): readonly Wish[] =>
  order.wishes.filter((wish) => !wish.isScheduled && !isTriedOut(order, wish.id))

/**
 * Somebody at the provider gave back just what a wish could not: then that is one of its tries. It counts only if it
 * was told after the wish was asked for, and the oldest of either kind go together, whichever was heard first.
 */
export function adoption(order: Wishes): RefundEvent[] {
  for (const wish of order.wishes) {
    const found = order.refunds.find(
      (refund, index) =>
        index >= wish.since &&
        refund.wish === null &&
        !isDead(refund) &&
        refund.payment === wish.payment &&
        refund.amount.minor === openOf(order, wish),
    )
    if (found) return [{ type: 'refund_adopted', refund: found.id, wish: wish.id }]
  }
  return []
}

/** Which of these money given back by hand serves: one of just that amount, else one that it is a part of. */
export function servedByHand(order: Wishes, among: readonly Wish[], amount: Money): Wish | null {
  const fits = (is: (open: number) => boolean) => among.find((wish) => is(openOf(order, wish)))
  return fits((open) => open === amount.minor) ?? fits((open) => open > amount.minor) ?? null
}

/** After an event about one of its tries. */
export function evolveWishes({ wishes, refunds }: Wishes, event: RefundEvent): readonly Wish[] {
  const before = refunds.find(({ id }) => id === event.refund)
  switch (event.type) {
    case 'refund_requested': {
      const { wish: id, payment, amount, why, reason } = event
      if (wishes.some((wish) => wish.id === id)) return changeWish(wishes, id, false)
      const about = { reason, isScheduled: false, since: refunds.length }
      return [...wishes, { id, payment, amount, why, ...about }]
    }
    case 'refund_climbed':
      return before &&
        !isDead(before) &&
        isDead({ rung: event.to }) &&
        waitAfter(event.tries) !== null
        ? changeWish(wishes, before.wish, true)
        : wishes
    case 'refund_let_be':
      return before ? changeWish(wishes, before.wish, false) : wishes
    case 'refund_found':
    case 'refund_adopted':
      return wishes
  }
}

const changeWish = (wishes: readonly Wish[], id: WishId | null, isScheduled: boolean) =>
  wishes.map((wish) => (wish.id === id ? { ...wish, isScheduled } : wish))
