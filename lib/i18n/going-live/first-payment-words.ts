import type { Locale } from '../../core/locale'

/** What the first payment goes through, in its order. */
export const firstSteps = {
  asked: { ko: 'Adyen에 결제를 물었습니다', en: 'Adyen was asked' },
  came_back: { ko: '손님이 돌아왔습니다', en: 'The shopper came back' },
  webhook: { ko: '웹훅이 왔습니다', en: 'The webhook came' },
  paid: { ko: '결제되었습니다', en: 'It is paid' },
  mail: { ko: '영수증 메일을 보냈습니다', en: 'The receipt was mailed' },
  refund_asked: { ko: '환불을 시작했습니다', en: 'The refund is asked for' },
  refund_received: { ko: 'Adyen이 환불을 받았습니다', en: 'Adyen has received the refund' },
  refund_done: { ko: '환불이 끝났습니다', en: 'The refund is done' },
} as const satisfies Record<string, Record<Locale, string>>
export type FirstStep = keyof typeof firstSteps

/** What nobody knows of KakaoPay until it is seen. */
export const sightings = {
  smallest: { ko: '₩1,000이 받아들여졌는지', en: 'Whether ₩1,000 is taken' },
  return_code: { ko: '돌아올 때의 resultCode', en: 'resultCode on the way back' },
  refusal: { ko: '거절 이유(refusalReason)', en: 'Text of a refusal (refusalReason)' },
  events: { ko: '온 웹훅 이벤트, 차례대로', en: 'Events of the webhook, in their order' },
  webhook_after: { ko: '돌아온 뒤 AUTHORISATION까지', en: 'From the return to AUTHORISATION' },
  method: { ko: '웹훅의 paymentMethod', en: 'paymentMethod in the webhook' },
  additional_data: { ko: '웹훅의 additionalData 항목', en: 'Names in additionalData' },
  refund_after: { ko: '환불 신청부터 끝까지', en: 'From asking for the refund to its end' },
  dispute: { ko: '분쟁 이벤트', en: 'Events of a dispute' },
} as const satisfies Record<string, Record<Locale, string>>
export type SightingId = keyof typeof sightings
export const sightingIds = [
  'smallest',
  'return_code',
  'refusal',
  'events',
  'webhook_after',
  'method',
  'additional_data',
  'refund_after',
  'dispute',
] as const satisfies readonly SightingId[]

type Words = {
  readonly link: (url: string) => string
  readonly realMoney: string
  readonly playMoney: string
  readonly continues: (number: string) => string
  readonly wait: string
  readonly shopSilent: (url: string) => string
  readonly shopAnswers: string
  readonly failed: (number: string, why: string) => string
  readonly restarts: string
  readonly noGoods: string
  readonly noSchema: string
  readonly seen: string
  readonly notSeen: string
  readonly ask: string
  readonly kept: string
  readonly nothingKept: string
  readonly product: string
  readonly description: string
  readonly reason: string
  readonly stopped: string
  readonly noReceipt: string
}

/** What is said around the first payment. */
export const firstPaymentWords: Readonly<Record<Locale, Words>> = {
  ko: {
    link: (url) =>
      `휴대폰에서 이 주소를 열어 카카오페이로 결제하세요(아무 목록에도 나오지 않습니다):\n  ${url}`,
    realMoney:
      '실제 돈 ₩1,000이 나갔다가 환불됩니다. 카카오페이에 등록된 실제 휴대폰 번호가 필요합니다.',
    playMoney: '실제 돈은 이동하지 않습니다.',
    continues: (number) => `주문 ${number}을 이어서 봅니다.`,
    wait: '기다립니다. 그만하려면 Ctrl+C를 누르고, 다시 입력하면 이어서 봅니다.',
    shopSilent: (url) =>
      `? ${url}에서 상점이 답하지 않습니다. 다른 창에서 상점을 띄우세요(npm start). 기다리고 있습니다.`,
    shopAnswers: '✔ 상점이 답합니다.',
    failed: (number, why) => `주문 ${number}은 결제되지 않고 끝났습니다(${why}).`,
    restarts: '같은 주소에서 다시 주문할 수 있습니다.',
    noGoods: '상점에 상품이 없습니다. 먼저 상품을 올린 뒤 다시 실행하세요.',
    noSchema: '데이터베이스가 이 버전에 맞지 않습니다. npm run migrate를 실행하세요.',
    seen: '카카오페이에 관해 본 것:',
    notSeen: '아직 보지 못함',
    ask: '화면이 한국어였는지, 카카오페이 앱에 환불 알림이 왔는지도 적어 두세요.',
    kept: '이 내용은 상점에 남습니다. npm run doctor -- --what-was-seen로 다시 볼 수 있습니다.',
    nothingKept:
      '카카오페이에 관해 본 것이 아직 없습니다. npm run doctor -- --first-payment로 시작하세요.',
    product: '첫 결제 시험',
    description:
      '실제 결제가 되는지 보려고 파는 것입니다. 배송되지 않으며, 결제하면 바로 환불됩니다.',
    reason: '첫 결제 시험의 환불',
    noReceipt: '영수증 메일을 보내지 못했습니다. npm run doctor로 메일 서버를 확인하세요.',
    stopped: '여기까지 보았습니다. 다시 입력하면 이어서 봅니다.',
  },
  en: {
    link: (url) =>
      `Open this on a phone and pay with KakaoPay (it is in no list of the shop):\n  ${url}`,
    realMoney:
      'A real ₩1,000 leaves, and is given back; it takes a real mobile number that is registered with KakaoPay.',
    playMoney: 'No real money moves.',
    continues: (number) => `Goes on with order ${number}.`,
    wait: 'Waiting. Ctrl+C stops it, and the same line goes on where it was.',
    shopSilent: (url) =>
      `? No shop answers at ${url}: start it in another window (npm start). Waiting for it.`,
    shopAnswers: '✔ The shop answers.',
    failed: (number, why) => `Order ${number} ended without being paid (${why}).`,
    restarts: 'It can be ordered once more at the same address.',
    noGoods: 'The shop has no goods: add some, and run this again.',
    noSchema: 'The database is not that of this version: run npm run migrate.',
    seen: 'What was seen of KakaoPay:',
    notSeen: 'not seen yet',
    ask: 'Note as well whether its page was in Korean, and whether the KakaoPay app told of the refund.',
    kept: 'The shop keeps this: npm run doctor -- --what-was-seen prints it again.',
    nothingKept:
      'Nothing was seen of KakaoPay yet: npm run doctor -- --first-payment is the way to it.',
    product: 'First payment',
    description:
      'Sold to see that a real payment works. Nothing is delivered, and it is refunded as soon as it is paid.',
    reason: 'Refund of the first payment',
    noReceipt: 'The receipt was not mailed: npm run doctor looks at the mail server.',
    stopped: 'Seen so far. The same line goes on where it was.',
  },
}
