import type { ReceivedPayment } from '@/lib/core/books'
import { isMoneyStep, isOtherAmount } from '@/lib/core/dispute'
import { disputeId, storedRefundId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import type { Fact, Order } from '@/lib/core/order'
import { isDead, isDone, type Refund, type RefundRung } from '@/lib/core/refund'
import type { Notification } from './fake-adyen'
import type { MemoryRefund, MemoryShop } from './memory-shop'

/* Which order news of money is about, and what it says there, as find-money-target has it. */

export type Target = { readonly order: MemoryRefund['order']; readonly fact: Fact }

export function moneyNews(shop: MemoryShop, news: Notification): Target | string {
  const found = findPayment(shop, news)
  if (!found) return 'unknown_payment'
  const { order, received } = found
  if (news.amount !== null && news.amount > received.amount.minor) return 'wrong_amount'
  const fact = factOf(shop, order, received, news)
  return typeof fact === 'string' ? fact : { order: order.id, fact }
}

type Found = { readonly order: Order; readonly received: ReceivedPayment }

/** By the payment's own name, also in the dispute's place; else by the dispute's, or the attempt's, if that was paid once. */
function findPayment({ orders, attempts }: MemoryShop, news: Notification): Found | null {
  const attempt = attempts.find(({ reference }) => reference === news.reference)
  const all = [...orders.values()].flatMap((order) =>
    order.payments.map((received) => ({ order, received })),
  )
  const name = news.payment ?? news.psp
  const named = all.find(({ received }) => received.payment === name)
  if (named || news.payment) return named ?? null
  const mine = all.filter(({ received }) => received.attempt === attempt?.id)
  const disputed = mine[0]?.order.disputes.find(({ id }) => id === news.psp)?.payment
  if (disputed) return all.find(({ received }) => received.payment === disputed) ?? null
  const [found, other] = mine
  return found && !other ? found : null
}

function factOf(
  shop: MemoryShop,
  order: Order,
  received: ReceivedPayment,
  { event, step, success, psp, amount }: Notification,
): Fact | string {
  const { payment } = received
  const won = amount === null ? null : krw(amount)
  switch (event) {
    case 'DISPUTE': {
      if (step === null) return 'not_understood'
      const told = { dispute: disputeId(psp), payment, step, amount: won, deadline: null }
      if (isMoneyStep(step) && won === null) return 'wrong_amount'
      return isOtherAmount(order.disputes, told)
        ? 'wrong_amount'
        : { kind: 'dispute_news', ...told }
    }
    case 'CANCELLATION':
    case 'TECHNICAL_CANCEL':
    case 'CANCEL_OR_REFUND':
      return won === null || won.minor === received.amount.minor
        ? { kind: 'payment_undone', payment, how: 'cancelled' }
        : {
            kind: 'refund_elsewhere',
            refund: storedRefundId(psp),
            payment,
            amount: won,
            rung: 'done',
          }
    case 'CAPTURE_FAILED':
    case 'EXPIRE':
      return won === null || won.minor === received.amount.minor
        ? { kind: 'payment_undone', payment, how: 'never_came' }
        : 'wrong_amount'
    default:
      return refundNews(shop, order, {
        payment,
        psp,
        won: amount ?? 0,
        rung: rungOf(event, success),
      })
  }
}

function rungOf(event: Notification['event'], success: boolean): RefundRung {
  if (event === 'POSTPONED_REFUND') return 'received'
  if (event === 'REFUNDED_REVERSED') return 'reversed'
  return event === 'REFUND' && success ? 'done' : 'failed'
}

type RefundNews = {
  readonly payment: ReceivedPayment['payment']
  readonly psp: string
  readonly won: number
  readonly rung: RefundRung
}

/** A refund's news may overtake the answer that names it; a reversal may come under a name of its own. */
function refundNews(
  shop: MemoryShop,
  order: Order,
  { payment, psp, won, rung }: RefundNews,
): Fact | string {
  const rows = shop.refunds.filter((row) => row.payment === payment)
  const named = rows.find((row) => row.psp === psp)?.id ?? storedRefundId(psp)
  const ofPayment = order.refunds.filter((refund) => refund.payment === payment)
  const known = ofPayment.find(({ id }) => id === named)
  if (known)
    return known.amount.minor === won
      ? { kind: 'refund_news', refund: known.id, rung }
      : 'wrong_amount'
  const isAlike = ({ amount }: Refund) => amount.minor === won
  if (rung === 'reversed') {
    const [only, other] = ofPayment.filter(isAlike)
    return only && !other && isDone(only)
      ? { kind: 'refund_news', refund: only.id, rung }
      : 'unknown_refund'
  }
  const unanswered = rows.filter((row) => row.psp === null).map(({ id }) => id)
  const mayBeOurs = ofPayment.some(
    (refund) => unanswered.includes(refund.id) && !isDead(refund) && isAlike(refund),
  )
  if (mayBeOurs) return 'unknown_refund'
  const refund = storedRefundId(psp)
  return { kind: 'refund_elsewhere', refund, payment, amount: krw(won), rung }
}
