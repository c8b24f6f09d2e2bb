import type { Meaning } from '@/lib/adyen/meaning'
import type { ReceivedPayment } from '@/lib/core/books'
import { isMoneyStep, isOtherAmount } from '@/lib/core/dispute'
import { type OrderId, paymentId, storedRefundId } from '@/lib/core/ids'
import { krw, type Money, sameMoney } from '@/lib/core/money'
import type { Fact, Order } from '@/lib/core/order'
import { isDead, isDone, type Refund } from '@/lib/core/refund'
import { findAttemptByPayment, findAttemptByReference } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { lockOrder } from '@/lib/db/orders'
import { listRefundsOf } from '@/lib/db/refunds'

/** News of money that left, or came back, by whatever road. */
export type MoneyNews = Extract<Meaning, { kind: 'refund' | 'undone' | 'dispute' }>
type RefundNews = Extract<Meaning, { kind: 'refund' }>

/** Why such news waits for a person, or for other news. */
export type MoneyParkedWhy = 'unknown_payment' | 'unknown_refund' | 'wrong_amount'

type Target = { readonly order: OrderId; readonly fact: Fact }

/** A person has looked at it: what fits nothing is taken at its word, or for so much as the person says. */
export type Word = { readonly amount: Money | null } | null

/** Which order it is about and what it says there. Amounts are compared, never guessed. */
export async function findMoneyTarget(
  tx: Tx,
  news: MoneyNews,
  word: Word,
): Promise<Target | MoneyParkedWhy> {
  const found = await findPayment(tx, news)
  if (!found) return 'unknown_payment'
  const { order, received } = found
  const amount = word?.amount ?? fitting(news, received)
  const fact = await factOf(tx, order, received, { ...news, amount }, word)
  return typeof fact === 'string' ? fact : { order: order.id, fact }
}

type Told<N> = N extends MoneyNews ? Omit<N, 'amount'> & { amount: Fitting } : never
/** Won, no more than came. Null: none is named. */
type Fitting = Money | null | 'wrong'

function fitting({ amount }: MoneyNews, received: ReceivedPayment): Fitting {
  if (amount === null) return null
  const isWon = amount.currency === 'KRW' && Number.isSafeInteger(amount.minor) && amount.minor >= 0
  return isWon && amount.minor <= received.amount.minor ? krw(amount.minor) : 'wrong'
}

type Found = { readonly order: Order; readonly received: ReceivedPayment }

/**
 * By the payment's own name. News of disputes may bring it in the place of the dispute's, or not at all: then it is
 * about the payment that the dispute is known to be about, or about that of its attempt, if that was paid once.
 */
async function findPayment(tx: Tx, news: MoneyNews): Promise<Found | null> {
  const { payment, reference } = news.about
  const name = payment ?? (news.kind === 'dispute' ? paymentId(news.dispute) : null)
  const named = name && (await findAttemptByPayment(tx, name))
  const attempt = named || payment ? named : await findAttemptByReference(tx, reference)
  if (!attempt) return null
  const { order } = await lockOrder(tx, attempt.orderId)
  const disputed =
    news.kind === 'dispute' && order.disputes.find(({ id }) => id === news.dispute)?.payment
  const known = named ? name : disputed
  const meant = order.payments.filter((each) =>
    known ? each.payment === known : each.attempt === attempt.id,
  )
  const [received, other] = meant
  return received && !other ? { order, received } : null
}

async function factOf(
  tx: Tx,
  order: Order,
  received: ReceivedPayment,
  news: Told<MoneyNews>,
  word: Word,
): Promise<Fact | MoneyParkedWhy> {
  const { payment } = received
  switch (news.kind) {
    case 'refund':
      return refundFact(tx, order, received, news, word)
    case 'undone': {
      const { how, amount, psp } = news
      if (amount === 'wrong') return 'wrong_amount'
      if (amount === null || sameMoney(amount, received.amount))
        return { kind: 'payment_undone', payment, how }
      if (how === 'never_came') return 'wrong_amount'
      // A part that was cancelled is a part that was given back.
      const refund = storedRefundId(psp)
      return { kind: 'refund_elsewhere', refund, payment, amount, rung: 'done' }
    }
    case 'dispute': {
      const { dispute, step, deadline } = news
      const amount = news.amount === 'wrong' ? null : news.amount
      const told = { dispute, payment, step, amount, deadline }
      if (isMoneyStep(step) && amount === null) return 'wrong_amount'
      if (isOtherAmount(order.disputes, told)) return 'wrong_amount'
      return { kind: 'dispute_news', ...told }
    }
  }
}

/**
 * A refund is found by the reference that Adyen gave it, which its notification may overtake: while one of ours of
 * this amount has no answer, it may be meant. What is none of ours was made at Adyen, by somebody else.
 */
async function refundFact(
  tx: Tx,
  order: Order,
  { payment }: ReceivedPayment,
  { refundPsp, rung, amount }: Told<RefundNews>,
  word: Word,
): Promise<Fact | MoneyParkedWhy> {
  const rows = await listRefundsOf(tx, payment)
  const named = rows.find((row) => row.pspReference === refundPsp)?.id ?? storedRefundId(refundPsp)
  const ofPayment = order.refunds.filter((refund) => refund.payment === payment)
  const known = ofPayment.find(({ id }) => id === named)
  if (known) {
    const fits = amount === null || (amount !== 'wrong' && sameMoney(known.amount, amount))
    return fits ? { kind: 'refund_news', refund: known.id, rung } : 'wrong_amount'
  }
  const isAlike = (refund: Refund) =>
    amount === null || (amount !== 'wrong' && sameMoney(refund.amount, amount))
  if (rung === 'reversed') {
    const meant = unnamed(ofPayment.filter(isAlike), word)
    return meant ? { kind: 'refund_news', refund: meant.id, rung } : 'unknown_refund'
  }
  const unanswered = rows.filter(({ pspReference }) => pspReference === null).map(({ id }) => id)
  const mayBeOurs = ofPayment.some(
    (refund) => unanswered.includes(refund.id) && !isDead(refund) && isAlike(refund),
  )
  if (mayBeOurs && !word) return 'unknown_refund'
  if (amount === 'wrong' || amount === null) return 'wrong_amount'
  return { kind: 'refund_elsewhere', refund: storedRefundId(refundPsp), payment, amount, rung }
}

/**
 * A reversal can come under a reference of its own: then it is about the only refund of its amount, once that is done.
 * Before, it may be meant, or one that we have not heard of. Of several, one that failed may be meant, which is no
 * news, or one that was done, whose money is to be given back anew: a person says.
 */
function unnamed(alike: readonly Refund[], word: Word): Refund | null {
  const [only, other] = alike
  if (only && !other) return isDone(only) ? only : null
  return (word && alike.findLast(isDone)) ?? null
}
