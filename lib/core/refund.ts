import type { PaymentId, RefundId, WishId } from './ids'
import type { Money } from './money'

/*
 * Money on its way back. It is asked back by a wish (wish.ts); each try of a wish at the provider is one refund. What was
 * given back at the provider without us is a refund too.
 */

/** Lowest first, climbed like an attempt: only `done` money is back with the shopper. */
export const refundRungs = ['requested', 'received', 'done', 'failed', 'reversed'] as const
export type RefundRung = (typeof refundRungs)[number]

/** `elsewhere`: by somebody at the provider. `asked`: by a person of the shop. The others: by the order itself, or its goods. */
export const ownReasons = [
  'surplus',
  'sold_out',
  'order_cancelled',
  'asked',
  'lines_cancelled',
  'parcel_lost',
  'claim_settled',
] as const
export type OwnReason = (typeof ownReasons)[number]
type RefundReason = OwnReason | 'elsewhere'

export type Refund = {
  readonly id: RefundId
  readonly payment: PaymentId
  readonly amount: Money
  readonly why: RefundReason
  /** What it is a try of. Null: it was made elsewhere, and no wish wanted it. */
  readonly wish: WishId | null
  /** What the shopper reads about why, in the words of who asked. */
  readonly reason: string | null
  readonly rung: RefundRung
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
  /** `was`: where it stood; null for what was not written down then. `tries`: how many of its wish were in vain, this one among them, 0 without a wish. */
  | {
      type: 'refund_climbed'
      refund: RefundId
      was: RefundRung | null
      to: RefundRung
      tries: number
    }
  /** When its wish was due again there was nothing to ask for. */
  | { type: 'refund_let_be'; refund: RefundId }
  /** Made elsewhere, it gave back what this wish wanted. */
  | { type: 'refund_adopted'; refund: RefundId; wish: WishId }

/** It did not bring the money to the shopper, or not for good. */
export const isDead = ({ rung }: { readonly rung: RefundRung | null }) =>
  rung === 'failed' || rung === 'reversed'
export const isDone = ({ rung }: Pick<Refund, 'rung'>) => rung === 'done'
export const isOnItsWay = ({ rung }: Pick<Refund, 'rung'>) =>
  rung === 'requested' || rung === 'received'

export function climbRefund(
  refunds: readonly Refund[],
  { id, rung, wish }: Refund,
  to: RefundRung,
): RefundEvent[] {
  if (refundRungs.indexOf(to) <= refundRungs.indexOf(rung)) return []
  const inVain = refunds.filter((each) => each.wish === wish && each.id !== id && isDead(each))
  const tries = wish === null ? 0 : inVain.length + 1
  return [{ type: 'refund_climbed', refund: id, was: rung, to, tries }]
}

export function evolveRefunds(refunds: readonly Refund[], event: RefundEvent): readonly Refund[] {
  switch (event.type) {
    case 'refund_requested': {
      const { refund: id, payment, amount, why, wish, reason } = event
      return [...refunds, { id, payment, amount, why, wish, reason, rung: 'requested' }]
    }
    case 'refund_found': {
      const { refund: id, payment, amount, rung } = event
      const found = { id, payment, amount, rung } as const
      return [...refunds, { ...found, why: 'elsewhere', wish: null, reason: null }]
    }
    case 'refund_climbed':
      return changeRefund(refunds, event.refund, { rung: event.to })
    case 'refund_adopted':
      return changeRefund(refunds, event.refund, { wish: event.wish })
    case 'refund_let_be':
      return refunds
  }
}

const changeRefund = (refunds: readonly Refund[], id: RefundId, change: Partial<Refund>) =>
  refunds.map((each) => (each.id === id ? { ...each, ...change } : each))
