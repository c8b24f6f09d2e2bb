import { type PaymentId, type RefundId, refundId, type WishId, wishId } from './ids'
import type { Money } from './money'

/*
 * Money on its way back. It is asked back by a wish; each try of a wish at the provider is one refund. What was
 * given back at the provider without a wish of ours is a refund too, with no wish.
 */

/** Lowest first, climbed like an attempt: only `done` money is back with the shopper. */
export const refundRungs = ['requested', 'received', 'done', 'failed', 'reversed'] as const
export type RefundRung = (typeof refundRungs)[number]

/** `elsewhere`: by somebody at the provider. `asked`: by a person of the shop. The others: by the order itself. */
type RefundReason = 'surplus' | 'sold_out' | 'order_cancelled' | 'asked' | 'elsewhere'
export type OwnReason = Exclude<RefundReason, 'elsewhere'>

export type Refund = {
  readonly id: RefundId
  readonly payment: PaymentId
  readonly amount: Money
  readonly why: RefundReason
  /** What it is a try of. Null: it was made elsewhere. */
  readonly wish: WishId | null
  /** What the shopper reads about why, in the words of who asked. */
  readonly reason: string | null
  readonly rung: RefundRung
  /** It was in vain, and when it was due again there was nothing to ask for: no time of its own is left to it. */
  readonly letBe: boolean
}

export type RefundEvent =
  | {
      type: 'refund_requested'
      refund: RefundId
      wish: WishId
      /** Counted from 1 within the wish. */
      number: number
      payment: PaymentId
      amount: Money
      why: OwnReason
      reason: string | null
    }
  | { type: 'refund_found'; refund: RefundId; payment: PaymentId; amount: Money; rung: RefundRung }
  /** `was`: where it stood; null for what was not written down then. `tries` of its wish, 0 without one. */
  | {
      type: 'refund_climbed'
      refund: RefundId
      was: RefundRung | null
      to: RefundRung
      tries: number
    }
  | { type: 'refund_let_be'; refund: RefundId }

/** It did not bring the money to the shopper, or not for good. */
export const isDead = ({ rung }: Pick<Refund, 'rung'>) => rung === 'failed' || rung === 'reversed'
export const isDone = ({ rung }: Pick<Refund, 'rung'>) => rung === 'done'
export const isOnItsWay = ({ rung }: Pick<Refund, 'rung'>) =>
  rung === 'requested' || rung === 'received'

type Wanted = {
  readonly payment: PaymentId
  readonly amount: Money
  readonly why: OwnReason
  readonly wish: WishId
  readonly reason: string | null
}

/** Asks for it once: under a name of its own, with a key of its own. */
export function request(refunds: readonly Refund[], wanted: Wanted): RefundEvent[] {
  if (wanted.amount.minor === 0) return []
  const { payment, wish } = wanted
  const ours = refunds.filter((each) => each.payment === payment && each.wish !== null)
  const refund = refundId(payment, ours.length + 1)
  return [{ type: 'refund_requested', refund, number: triesOf(refunds, wish) + 1, ...wanted }]
}

/** What an order asks back by itself has wishes that are named by payment and reason, and counted from 1. */
export const ownWish = (payment: PaymentId, why: OwnReason, number = 1): WishId =>
  wishId(`${payment} ${why} ${number}`)

/** The same that is not taken yet. */
export const newWish = (refunds: readonly Refund[], payment: PaymentId, why: OwnReason): WishId => {
  const known = refunds.filter((each) => each.payment === payment && each.why === why)
  return ownWish(payment, why, new Set(known.map(({ wish }) => wish)).size + 1)
}

/** Tries that were in vain and have no other after them, yet. */
export const inVain = (refunds: readonly Refund[], payment: PaymentId): readonly Refund[] =>
  refunds.filter((each) => each.payment === payment && !each.letBe && isToTryAgain(refunds, each))

const triesOf = (refunds: readonly Refund[], wish: WishId | null) =>
  wish === null ? 0 : refunds.filter((each) => each.wish === wish).length

export function climbRefund(
  refunds: readonly Refund[],
  { id, rung, wish }: Refund,
  to: RefundRung,
): RefundEvent[] {
  if (refundRungs.indexOf(to) <= refundRungs.indexOf(rung)) return []
  return [{ type: 'refund_climbed', refund: id, was: rung, to, tries: triesOf(refunds, wish) }]
}

/** Is it the newest try of its wish, and in vain? Then it is to be tried again. */
export const isToTryAgain = (refunds: readonly Refund[], { id, wish }: Refund): boolean => {
  const newest = refunds.filter((each) => each.wish === wish).at(-1)
  return wish !== null && newest !== undefined && newest.id === id && isDead(newest)
}

/**
 * Did somebody at the provider give back what our wish could not? A refund of just its amount, told after it was
 * asked for, stands in for one wish.
 */
export function isMadeElsewhere(refunds: readonly Refund[], tried: Refund): boolean {
  if (tried.wish === null) return false
  const alike = refunds.filter(
    ({ payment, amount }) => payment === tried.payment && amount.minor === tried.amount.minor,
  )
  const began = alike.findIndex(({ wish }) => wish === tried.wish)
  const made = alike.slice(began).filter((each) => each.wish === null && isDone(each)).length
  const wishes = [...new Set(alike.flatMap(({ wish }) => wish ?? []))]
  const failed = wishes.filter((wish) => isInVain(alike, wish))
  return failed.indexOf(tried.wish) < made
}

const isInVain = (refunds: readonly Refund[], wish: WishId) =>
  refunds.filter((each) => each.wish === wish).every(isDead)

export function evolveRefunds(refunds: readonly Refund[], event: RefundEvent): readonly Refund[] {
  switch (event.type) {
    case 'refund_requested': {
      const { refund: id, payment, amount, why, wish, reason } = event
      return [
        ...refunds,
        { id, payment, amount, why, wish, reason, rung: 'requested', letBe: false },
      ]
    }
    case 'refund_found': {
      const { refund: id, payment, amount, rung } = event
      const found = { id, payment, amount, rung, letBe: false } as const
      return [...refunds, { ...found, why: 'elsewhere', wish: null, reason: null }]
    }
    case 'refund_climbed':
      return changeRefund(refunds, event.refund, { rung: event.to })
    case 'refund_let_be':
      return changeRefund(refunds, event.refund, { letBe: true })
  }
}

const changeRefund = (refunds: readonly Refund[], id: RefundId, change: Partial<Refund>) =>
  refunds.map((each) => (each.id === id ? { ...each, ...change } : each))
