import type { CheckWords } from './check-names'

/** What the law asks, and nobody but the merchant can see. To be checked by somebody who knows it. */
export const lawWords = {
  escrow: {
    ko: [
      '선불로 파는 통신판매업자는 구매안전서비스(에스크로, 소비자피해보상보험)를 갖추고 표시해야 하며, 통신판매업 신고에도 확인증이 듭니다. 카카오페이 결제가 예외인지는 Adyen이 알려 주지 않습니다.',
      'Adyen에 “Do you issue a 구매안전서비스 confirmation for KakaoPay, and is a payment from KakaoPay money covered?”라고 묻고, 아니면 은행이나 보험사와 계약해 약관의 “판매자가 채울 곳”을 채우세요.',
    ],
    en: [
      'Who takes money before the goods are sent has to offer and name a purchase safety service (escrow or insurance), and the mail-order report wants its certificate; whether KakaoPay is exempt is not said by Adyen.',
      'Ask Adyen “Do you issue a 구매안전서비스 confirmation for KakaoPay, and is a payment from KakaoPay money covered?”, else contract one with a bank or insurer, and fill it in where the terms say “For the seller to fill in”.',
    ],
  },
  cash_receipt: {
    ko: [
      '카카오페이머니로 낸 돈은 현금으로 보아 현금영수증을 발급해야 할 수 있고, 카드로 낸 돈은 아닙니다. 어느 쪽인지 Adyen의 알림에는 없습니다.',
      'Adyen에 “Who issues the 현금영수증 for payments from KakaoPay money, and how do we see which payments those are?”라고 묻고 세무사와 정하세요.',
    ],
    en: [
      'What was paid from KakaoPay money may count as cash and want a receipt (현금영수증), what was paid by a card behind it does not; Adyen’s notifications do not say which it was.',
      'Ask Adyen “Who issues the 현금영수증 for payments from KakaoPay money, and how do we see which payments those are?”, and settle it with your tax adviser.',
    ],
  },
} as const satisfies Record<string, CheckWords>
