import type { Rhythm } from '../core/calendar'
import type { Locale } from '../core/locale'
import type { SubscriptionEnd, SubscriptionLetter } from '../core/subscription'

type Words = {
  readonly subject: Record<SubscriptionLetter, (what: string) => string>
  readonly opening: Record<SubscriptionLetter, (facts: Facts) => string>
  readonly next: Record<SubscriptionLetter, string>
  readonly over: Record<SubscriptionEnd['why'], string>
  readonly rhythm: Record<Rhythm, string>
  readonly what: string
  readonly amount: string
  readonly newAmount: string
  readonly every: string
  readonly nextCharge: string
  readonly retry: string
  readonly toStop: string
  readonly howToStop: string
  readonly see: string
  readonly payNow: string
}

/** `day` is a date as people write it; amounts are with their sign. */
type Facts = {
  readonly what: string
  readonly amount: string
  readonly newAmount: string
  readonly day: string
}

/** What the letters about subscriptions say. Korean first; a missing sentence is a type error. */
export const subscriptionLetters: Record<Locale, Words> = {
  ko: {
    subject: {
      subscription_started: (what) => `[노랑] 정기 구독이 시작되었습니다: ${what}`,
      renewal_soon: (what) => `[노랑] 곧 정기 결제가 있습니다: ${what}`,
      renewal_refused: (what) => `[노랑] 정기 결제가 이루어지지 않았습니다: ${what}`,
      renewal_sold_out: (what) => `[노랑] 이번 배송을 건너뜁니다: ${what}`,
      price_question: (what) => `[노랑] 가격이 바뀝니다. 동의해 주세요: ${what}`,
      subscription_leaving: (what) => `[노랑] 구독 해지가 예약되었습니다: ${what}`,
      subscription_over: (what) => `[노랑] 구독이 끝났습니다: ${what}`,
    },
    opening: {
      subscription_started: ({ what }) => `${what} 구독을 시작했습니다. 고맙습니다.`,
      renewal_soon: ({ what, amount, day }) =>
        `${day}에 ${what}의 다음 배송 대금 ${amount}을 저장된 카카오페이로 결제합니다.`,
      renewal_refused: ({ what, amount }) =>
        `저장된 카카오페이로 ${what}의 대금 ${amount}을 결제하지 못했습니다. 청구된 금액은 없습니다.`,
      renewal_sold_out: ({ what }) =>
        `${what}이(가) 품절되어 이번에는 보내 드리지 못합니다. 청구된 금액은 없습니다.`,
      price_question: ({ what, amount, newAmount, day }) =>
        `${what}의 가격이 ${day} 결제부터 ${amount}에서 ${newAmount}으로 바뀝니다.`,
      subscription_leaving: ({ what, day }) =>
        `${what} 구독은 ${day}에 끝나며, 그날부터는 결제하지 않습니다.`,
      subscription_over: ({ what }) => `${what} 구독이 끝났습니다. 더는 결제하지 않습니다.`,
    },
    next: {
      subscription_started: '결제 3일 전마다 미리 메일로 알려 드립니다.',
      renewal_soon:
        '건너뛰거나 날짜를 바꾸거나 해지하려면 그 전에 아래 페이지에서 하실 수 있습니다.',
      renewal_refused:
        '아래에서 직접 결제하시면 구독이 그대로 이어집니다. 그렇지 않으면 아래 날짜에 다시 시도합니다.',
      renewal_sold_out: '다음 날짜에 다시 보내 드리겠습니다.',
      price_question:
        '아래 페이지에서 동의하시면 계속되고, 동의하지 않으시면 그날 구독이 끝납니다.',
      subscription_leaving: '그때까지는 아래 페이지에서 해지를 취소하실 수 있습니다.',
      subscription_over: '언제든 다시 구독하실 수 있습니다.',
    },
    over: {
      by_shopper: '해지하셔서 끝났습니다.',
      by_merchant: '판매자가 해지했습니다. 궁금한 점은 이 메일에 답장해 주세요.',
      completed: '약속한 횟수를 모두 보내 드렸습니다.',
      unpaid:
        '여러 번 시도했지만 결제가 이루어지지 않았습니다. 아래에서 결제하시면 다시 이어집니다.',
      refused:
        '카카오페이에서 자동 결제가 해지되어 더는 결제할 수 없습니다. 아래에서 결제하시면 다시 이어집니다.',
      token_lost: '저장된 카카오페이가 삭제되거나 연결이 끊어졌습니다.',
      price_not_agreed: '바뀐 가격에 동의하지 않으셔서 끝났습니다.',
    },
    rhythm: {
      weekly: '매주',
      two_weeks: '2주마다',
      monthly: '매월',
      three_months: '3개월마다',
    },
    what: '구독 상품',
    amount: '결제 금액',
    newAmount: '새 금액',
    every: '주기',
    nextCharge: '다음 결제일',
    retry: '다시 시도하는 날',
    toStop: '해지 방법',
    howToStop: '아래 페이지에서 언제든 바로 해지하실 수 있습니다.',
    see: '구독 보기',
    payNow: '지금 결제하기',
  },
  en: {
    subject: {
      subscription_started: (what) => `[Norang] Your subscription has begun: ${what}`,
      renewal_soon: (what) => `[Norang] A payment is coming up: ${what}`,
      renewal_refused: (what) => `[Norang] A payment did not go through: ${what}`,
      renewal_sold_out: (what) => `[Norang] This delivery is skipped: ${what}`,
      price_question: (what) => `[Norang] The price changes. Do you agree? ${what}`,
      subscription_leaving: (what) => `[Norang] Your subscription will end: ${what}`,
      subscription_over: (what) => `[Norang] Your subscription has ended: ${what}`,
    },
    opening: {
      subscription_started: ({ what }) => `You have subscribed to ${what}. Thank you.`,
      renewal_soon: ({ what, amount, day }) =>
        `On ${day} your saved KakaoPay is charged ${amount} for the next delivery of ${what}.`,
      renewal_refused: ({ what, amount }) =>
        `Your saved KakaoPay did not pay ${amount} for ${what}. Nothing was charged.`,
      renewal_sold_out: ({ what }) =>
        `${what} is sold out, so there is no delivery this time. Nothing was charged.`,
      price_question: ({ what, amount, newAmount, day }) =>
        `From the payment of ${day} on, ${what} costs ${newAmount} instead of ${amount}.`,
      subscription_leaving: ({ what, day }) =>
        `Your subscription to ${what} ends on ${day}; from then on nothing is charged.`,
      subscription_over: ({ what }) =>
        `Your subscription to ${what} has ended. Nothing more is charged.`,
    },
    next: {
      subscription_started: 'We mail you three days before each payment.',
      renewal_soon: 'Until then you can skip it, choose another day or cancel on the page below.',
      renewal_refused:
        'Pay it yourself below, and the subscription simply goes on. Otherwise we try again on the day below.',
      renewal_sold_out: 'We try again on the next date.',
      price_question:
        'Agree on the page below and it goes on; without your agreement it ends on that day.',
      subscription_leaving: 'Until then you can change your mind on the page below.',
      subscription_over: 'You are welcome to subscribe again at any time.',
    },
    over: {
      by_shopper: 'You cancelled it.',
      by_merchant: 'The shop cancelled it. If anything is unclear, please answer this mail.',
      completed: 'All deliveries that were agreed on have been made.',
      unpaid: 'We tried several times and were not paid. Pay below, and it goes on.',
      refused: 'KakaoPay has revoked the agreement to charge it. Pay below, and it goes on.',
      token_lost: 'The saved KakaoPay was removed or unlinked.',
      price_not_agreed: 'You did not agree to the new price.',
    },
    rhythm: {
      weekly: 'every week',
      two_weeks: 'every 2 weeks',
      monthly: 'every month',
      three_months: 'every 3 months',
    },
    what: 'Subscription',
    amount: 'Amount',
    newAmount: 'New amount',
    every: 'Rhythm',
    nextCharge: 'Next payment',
    retry: 'Next try',
    toStop: 'To stop it',
    howToStop: 'Cancel at any time on the page below.',
    see: 'View subscription',
    payNow: 'Pay now',
  },
}
