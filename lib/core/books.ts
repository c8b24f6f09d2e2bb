import type { Dispute } from './dispute'
import { takenFrom } from './dispute'
import type { AttemptId, NoteId, PaymentId, WishId } from './ids'
import { krw, type Money } from './money'
import { isDone, isOnItsWay, type Refund } from './refund'

/*
 * Where the money of a payment is. It is a function of what happened to it and not of the order in which that was
 * heard; the ledger is what each event changes about it. Twelve cases, with what becomes of the money: docs/a-refund.md.
 */

/** `cancelled`: given back as a whole, elsewhere. `never_came`: it was authorised, and then not to be had. */
export type Undoing = 'cancelled' | 'never_came'

/** Money that arrived. One reference can be paid twice, so an attempt can have several. */
export type ReceivedPayment = {
  readonly payment: PaymentId
  readonly attempt: AttemptId
  readonly amount: Money
  readonly undone: Undoing | null
}

/** What a person gave back by another road, such as a bank transfer. */
export type Handback = {
  readonly id: NoteId
  readonly payment: PaymentId
  readonly amount: Money
  readonly reason: string
  /** What it serves, if a wish was open that could not be had otherwise. */
  readonly wish: WishId | null
}

type MoneyFacts = {
  readonly payments: readonly ReceivedPayment[]
  readonly refunds: readonly Refund[]
  readonly disputes: readonly Dispute[]
  readonly handbacks: readonly Handback[]
}

/** Always kept + onItsWay + givenBack + taken = came + added. */
export type Books = {
  /** What the shopper paid, less what turned out never to have come. */
  readonly came: Money
  /** What is ours: it can be asked back, and no more than it. */
  readonly kept: Money
  /** Asked back, by whomever, and not there yet. What is tried again after a failure is kept until then. */
  readonly onItsWay: Money
  /** With the shopper: by refunds that are done, by hand, and by a payment that was called off as a whole. */
  readonly givenBack: Money
  /** What disputes hold. */
  readonly taken: Money
  /** What the shop had to add of its own, because more left by several roads than came. */
  readonly added: Money
}

const won = (amounts: readonly { readonly amount: Money }[]) =>
  amounts.reduce((sum, { amount }) => sum + amount.minor, 0)

export function booksOf(order: MoneyFacts, received: ReceivedPayment): Books {
  const { payment, amount, undone } = received
  const refunds = order.refunds.filter((refund) => refund.payment === payment)
  const left = leftThere(order, received)
  const calledOff = undone === null ? 0 : Math.max(0, left)
  const byHand = handedBack(order, payment)
  const ours = left - calledOff - byHand
  return {
    came: krw(undone === 'never_came' ? amount.minor - calledOff : amount.minor),
    kept: krw(Math.max(0, ours)),
    onItsWay: krw(won(refunds.filter(isOnItsWay))),
    givenBack: krw(won(refunds.filter(isDone)) + byHand + (undone === 'cancelled' ? calledOff : 0)),
    taken: krw(takenFrom(order.disputes, payment)),
    added: krw(Math.max(0, -ours)),
  }
}

/** What the provider would have of it, had it not been called off, in won: less than nothing where more left. */
export function leftThere(order: MoneyFacts, { payment, amount }: ReceivedPayment): number {
  const refunds = order.refunds.filter((refund) => refund.payment === payment)
  const gone = won(refunds.filter((refund) => isOnItsWay(refund) || isDone(refund)))
  return amount.minor - gone - takenFrom(order.disputes, payment)
}

const handedBack = ({ handbacks }: MoneyFacts, payment: PaymentId) =>
  won(handbacks.filter((each) => each.payment === payment))

/** The same for all payments of an order together. */
export function allBooks(order: MoneyFacts): Books {
  const all = order.payments.map((received) => booksOf(order, received))
  const sum = (part: keyof Books) => krw(all.reduce((total, books) => total + books[part].minor, 0))
  return {
    came: sum('came'),
    kept: sum('kept'),
    onItsWay: sum('onItsWay'),
    givenBack: sum('givenBack'),
    taken: sum('taken'),
    added: sum('added'),
  }
}

/**
 * Where a won can be. `shopper_paid` is what came, from the shopper's side; `with_provider` is owed to us by the
 * provider; `by_hand` left our own hands, and `added` is owed to the provider, where more left there than came.
 */
const accounts = [
  'shopper_paid',
  'with_provider',
  'by_hand',
  'on_its_way',
  'given_back',
  'taken',
  'added',
] as const
export type Account = (typeof accounts)[number]

/** `won` is signed: what the account has more, or less. Those of one event add up to zero. */
export type Entry = {
  readonly payment: PaymentId
  readonly account: Account
  readonly won: number
}

function balancesOf(order: MoneyFacts, received: ReceivedPayment): Record<Account, number> {
  const { came, kept, onItsWay, givenBack, taken, added } = booksOf(order, received)
  const byHand = handedBack(order, received.payment)
  const addedByHand = Math.min(byHand, added.minor)
  return {
    shopper_paid: -came.minor,
    with_provider: kept.minor + byHand - addedByHand,
    by_hand: -byHand,
    on_its_way: onItsWay.minor,
    given_back: givenBack.minor,
    taken: taken.minor,
    added: addedByHand - added.minor,
  }
}

/** What an event wrote into the ledger: the order before it, and after. */
export function entriesBetween(before: MoneyFacts, after: MoneyFacts): Entry[] {
  return after.payments.flatMap((received) => {
    const { payment } = received
    const known = before.payments.find((each) => each.payment === payment)
    const was = known && balancesOf(before, known)
    const is = balancesOf(after, received)
    return accounts.flatMap((account) => {
      const moved = is[account] - (was?.[account] ?? 0)
      return moved === 0 ? [] : [{ payment, account, won: moved }]
    })
  })
}
