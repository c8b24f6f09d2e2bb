import type { Rung } from '../../../core/attempt'
import type { Books } from '../../../core/books'
import type { DisputeStep } from '../../../core/dispute'
import type { Locale } from '../../../core/locale'
import type { OrderStatus } from '../../../core/order'
import type { OwnReason, RefundRung } from '../../../core/refund'

type MoneyTerms = {
  readonly status: Record<OrderStatus['status'], string>
  readonly why: Record<NonNullable<OrderStatus['why']>, string>
  readonly books: Record<keyof Books, string>
  readonly noMoney: string
  /** Where a payment stands that brought no money. */
  readonly attempt: Record<Exclude<Rung, 'authorised'>, string>
  /** Why money goes back. */
  readonly reason: Record<OwnReason, string>
  /** Where one try stands. */
  readonly refund: Record<RefundRung, string>
  /** What was told of a dispute. */
  readonly dispute: Record<DisputeStep, string>
}

/** What money is called by people of the shop. Korean first; a missing word is a type error. */
export const moneyTerms: Record<Locale, MoneyTerms> = {
  ko: {
    status: {
      awaiting_payment: '결제 대기',
      confirming: '결제 확인 중',
      paid: '결제 완료',
      refunded: '환불 완료',
      cancelled: '취소',
    },
    why: {
      payment_failed: '결제 실패',
      timed_out: '시간 초과',
      by_shopper: '고객이 취소',
      by_merchant: '판매자가 취소',
    },
    books: {
      came: '받은 금액',
      kept: '남은 금액',
      onItsWay: '환불 중',
      givenBack: '환불 완료',
      taken: '이의 제기로 빠진 금액',
      added: '판매자가 채운 금액',
    },
    noMoney: '받은 돈 없음',
    attempt: {
      open: '고객이 아직 돌아오지 않았습니다',
      declined: '고객이 결제하지 않고 돌아왔습니다',
      expired: '결제 시간이 지났습니다',
      waiting: '카카오페이도 아직 결과를 모릅니다',
      closed: 'Adyen이 더 기다리지 않습니다',
      said_authorised: '카카오페이는 결제되었다고 합니다. Adyen의 확인이 남았습니다',
      failed: 'Adyen이 결제 실패를 알렸습니다',
    },
    reason: {
      asked: '판매자가 요청',
      order_cancelled: '주문 취소',
      sold_out: '품절',
      surplus: '이미 결제된 주문',
      lines_cancelled: '주문 일부 취소',
      parcel_lost: '배송 중 분실',
      claim_settled: '반품',
    },
    refund: {
      requested: 'Adyen에 요청하는 중',
      received: 'Adyen이 처리하는 중',
      done: '환불 완료',
      failed: '실패',
      reversed: '되돌아옴',
    },
    dispute: {
      fraud_reported: '은행이 부정 결제를 경고했습니다',
      information_asked: '고객이 결제 내용을 물었습니다',
      announced: '지불 거절이 예고되었습니다',
      taken: '돈이 빠져나갔습니다',
      undefended: '소명 기한이 지났습니다',
      unanswered: '소명에 상대가 답하지 않았습니다',
      returned: '돈이 돌아왔습니다',
      taken_again: '돈이 다시 빠져나갔습니다',
      arbitration: '제삼자가 판단하고 있습니다',
      arbitration_won: '판매자의 손을 들어 주었습니다',
      arbitration_lost: '고객의 손을 들어 주었습니다',
    },
  },
  en: {
    status: {
      awaiting_payment: 'awaiting payment',
      confirming: 'confirming',
      paid: 'paid',
      refunded: 'refunded',
      cancelled: 'cancelled',
    },
    why: {
      payment_failed: 'payment failed',
      timed_out: 'timed out',
      by_shopper: 'by shopper',
      by_merchant: 'by merchant',
    },
    books: {
      came: 'came',
      kept: 'kept',
      onItsWay: 'on its way back',
      givenBack: 'given back',
      taken: 'taken by disputes',
      added: 'added by the shop',
    },
    noMoney: 'no money has come',
    attempt: {
      open: 'the shopper has not come back yet',
      declined: 'the shopper came back without having paid',
      expired: 'the time to pay ran out',
      waiting: 'the wallet does not know yet',
      closed: 'Adyen gave up waiting for the shopper',
      said_authorised: 'the wallet says that it is paid; Adyen has to say so too',
      failed: 'Adyen says that the payment failed',
    },
    reason: {
      asked: 'by a person of the shop',
      order_cancelled: 'because the order was cancelled',
      sold_out: 'because its goods were sold out',
      surplus: 'because it was paid already',
      lines_cancelled: 'because a part of the order was cancelled',
      parcel_lost: 'because a parcel was lost',
      claim_settled: 'for goods that came back',
    },
    refund: {
      requested: 'Adyen is asked',
      received: 'Adyen has it',
      done: 'given back',
      failed: 'failed',
      reversed: 'it came back to the shop',
    },
    dispute: {
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
    },
  },
}
