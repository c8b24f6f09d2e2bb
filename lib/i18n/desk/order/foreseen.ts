import type { GoodsForesight, SubscriptionForesight } from '../../../core/foresight'
import type { Locale } from '../../../core/locale'
import type { Letter } from '../../../core/owed'

type ForeseenWords = {
  readonly ifItComes: string
  readonly goods: Record<Exclude<GoodsForesight['kind'], 'moved'>, string>
  readonly subscription: Record<SubscriptionForesight, (plan: string) => string>
  readonly subscriptionLetter: string
  readonly noLetter: string
  /** Letters that an act of a person of the shop can owe. */
  readonly letter: Partial<Record<Letter, string>>
}

/** What an act will do, before its last button. Korean first. */
export const foreseenWords: Record<Locale, ForeseenWords> = {
  ko: {
    ifItComes: ' (나중에라도 돈이 들어오면 돌려줍니다)',
    goods: {
      back_in_stock: '재고로 돌아갑니다.',
      has_left: '이미 보낸 상자는 되부르지 않습니다.',
      not_sent: '보내지 않습니다.',
      out_of_stock:
        '더 보내지 않으며, 재고로도 돌아가지 않습니다. 재고에 넣으려면 주문을 취소해 주세요.',
      still_ordered: '그대로이며, 보낼 상품입니다.',
    },
    subscription: {
      over_already: () => '이미 끝났습니다.',
      goes_on_in_part: () => '계속됩니다. 일부만 환불합니다.',
      over_now: (plan) => `지금 끝납니다. 이 주문이 첫 배송입니다 (${plan}).`,
      over_once_back: (plan) =>
        `환불이 모두 끝나면 끝납니다. 대신 취소하면 바로 끝납니다. 이 주문이 첫 배송입니다 (${plan}).`,
      skips: () => '계속됩니다. 이번 배송만 빠집니다.',
      goes_on: () => '계속됩니다.',
    },
    subscriptionLetter: '구독이 끝나면 메일을 한 통 더 보냅니다.',
    noLetter: '보내지 않습니다.',
    letter: {
      sent: '지금, 배송을 시작했다는 메일을 보냅니다.',
      partly_sent: '지금, 일부를 보냈다는 메일을 보냅니다.',
      exchange_sent: '지금, 교환 상품을 보냈다는 메일을 보냅니다.',
      claim_opened: '지금, 반품이 접수되었다는 메일을 보냅니다.',
      claim_refused: '지금, 거절한 사유를 적은 메일을 보냅니다.',
      claim_settled: '지금, 정산 금액을 적은 메일을 보냅니다.',
      refund_requested: '지금, 환불을 시작했다는 메일을 보내고, 끝나면 한 통 더 보냅니다.',
      handed_back: '지금, 다른 방법으로 돌려주었다는 메일을 보냅니다.',
    },
  },
  en: {
    ifItComes: '; if money comes after all, it goes back',
    goods: {
      back_in_stock: 'go back into stock.',
      has_left: 'are not called back: the parcel has left.',
      not_sent: 'are not sent.',
      out_of_stock:
        'are not sent any more, and stay out of stock. To put them back, cancel the order instead.',
      still_ordered: 'stay ordered, and are still to be sent.',
    },
    subscription: {
      over_already: () => 'is over already.',
      goes_on_in_part: () => 'goes on: only a part is given back.',
      over_now: (plan) => `ends now: this is its first delivery (${plan}).`,
      over_once_back: (plan) =>
        `ends once all of it is back, and sooner where you cancel instead: this is its first delivery (${plan}).`,
      skips: () => 'goes on: this delivery is left out.',
      goes_on: () => 'goes on.',
    },
    subscriptionLetter: 'One when the subscription has ended.',
    noLetter: 'none.',
    letter: {
      sent: 'One now, that it is on its way.',
      partly_sent: 'One now, that a part is on its way.',
      exchange_sent: 'One now, that the exchange is on its way.',
      claim_opened: 'One now, that the request was received.',
      claim_refused: 'One now, with the reason.',
      claim_settled: 'One now, with the sum.',
      refund_requested: 'One now, that money is on its way back; another once it is there.',
      handed_back: 'One now, that money was given back by another road.',
    },
  },
}
