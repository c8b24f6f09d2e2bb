import type { Rung } from '@/lib/core/attempt'
import type { DisputeStep } from '@/lib/core/dispute'
import { formatMoney, type Money } from '@/lib/core/money'
import type { OrderEvent } from '@/lib/core/order'
import type { OwnReason, RefundRung } from '@/lib/core/refund'
import { goodsSentence } from './goods/goods-history'

/** What happened to an order, oldest first, for a person of the shop. */
export const historyOf = (events: readonly OrderEvent[]) =>
  events.map((event) => ({ at: new Date(event.at), what: sentenceFor(event) }))

function sentenceFor(event: OrderEvent): string {
  switch (event.type) {
    case 'attempt_started':
      return `payment ${event.number} was begun`
    case 'returned':
      return `the shopper came back from the wallet: ${event.outcome ?? 'nobody knows yet'}`
    case 'climbed':
      return attemptWords[event.to]
    case 'charged':
      return `${formatMoney(event.amount)} came, as ${event.payment}`
    case 'kept':
      return `${event.payment} pays the order`
    case 'refund_requested':
      return `${formatMoney(event.amount)} are to go back, ${reasonWords[event.why]}${saying(event.reason)}${again(event.number)}`
    case 'refund_found':
      return `${formatMoney(event.amount)} were given back at Adyen, as ${event.refund}: ${refundWords[event.rung]}`
    case 'refund_climbed':
      return `refund ${event.refund}: ${refundWords[event.to]}`
    case 'refund_let_be':
      return `refund ${event.refund} was due again, and there was nothing to ask for`
    case 'refund_adopted':
      return `refund ${event.refund}, made at Adyen, is what was asked for here`
    case 'handed_back':
      return `${formatMoney(event.amount)} were given back by another road${saying(event.reason)}`
    case 'payment_undone':
      return event.how === 'cancelled'
        ? `${event.payment} was cancelled at Adyen: ${formatMoney(event.amount)} went back`
        : `${event.payment} was not to be had: ${formatMoney(event.amount)} never came`
    case 'dispute_told':
      return `dispute ${event.dispute}: ${disputeWords[event.step]}${about(event.amount)}`
    case 'cancelled_by':
      return `cancelled by ${event.who === 'merchant' ? 'the shop' : 'the shopper'}`
    case 'lines_cancelled':
    case 'parcel_sent':
    case 'parcel_moved':
    case 'parcel_lost':
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return goodsSentence(event)
    case 'stock_taken':
      return 'its goods were taken out of stock'
    case 'stock_returned':
      return 'its goods went back into stock'
    case 'stock_hold_over':
      return 'its goods are kept from nobody any more until it is paid'
    case 'became':
      return `the order is ${event.status.replace('_', ' ')}${event.why === null ? '' : ` (${event.why.replaceAll('_', ' ')})`}`
  }
}

const saying = (words: string | null) => (words === null ? '' : `: "${words}"`)
const again = (number: number) => (number > 1 ? ` (try ${number})` : '')
const about = (amount: Money | null) => (amount === null ? '' : `, ${formatMoney(amount)}`)

/** Where a payment stands that brought no money. */
export const attemptWords = {
  open: 'the shopper has not come back yet',
  declined: 'the shopper came back without having paid',
  expired: 'the time to pay ran out',
  waiting: 'the wallet does not know yet',
  closed: 'Adyen gave up waiting for the shopper',
  said_authorised: 'the wallet says that it is paid; Adyen has to say so too',
  failed: 'Adyen says that the payment failed',
} as const satisfies Record<Exclude<Rung, 'authorised'>, string>

/** Why money goes back. */
export const reasonWords = {
  asked: 'by a person of the shop',
  order_cancelled: 'because the order was cancelled',
  sold_out: 'because its goods were sold out',
  surplus: 'because it was paid already',
  lines_cancelled: 'because a part of the order was cancelled',
  parcel_lost: 'because a parcel was lost',
  claim_settled: 'for goods that came back',
} as const satisfies Record<OwnReason, string>

/** Where one try stands. */
export const refundWords = {
  requested: 'Adyen is asked',
  received: 'Adyen has it',
  done: 'given back',
  failed: 'failed',
  reversed: 'it came back to the shop',
} as const satisfies Record<RefundRung, string>

/** What was told of a dispute. */
export const disputeWords = {
  fraud_reported: 'a bank warns of fraud',
  information_asked: 'the shopper wants to know what it was',
  announced: 'a chargeback is announced',
  taken: 'the money was taken',
  undefended: 'the time to defend it is over',
  unanswered: 'the other side did not answer the defence',
  returned: 'the money came back',
  taken_again: 'the money was taken a second time',
  arbitration: 'somebody else decides',
  arbitration_won: 'decided for the shop',
  arbitration_lost: 'decided against the shop',
} as const satisfies Record<DisputeStep, string>
