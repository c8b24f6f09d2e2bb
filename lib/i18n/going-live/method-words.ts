import type { CheckWords } from './check-names'

const ASK = {
  test: {
    ko: '테스트 Customer Area에서 카카오페이(KakaoPay)를 추가하세요.',
    en: 'Add KakaoPay in your test Customer Area.',
  },
  live: {
    ko: '라이브 Customer Area에서 카카오페이(KakaoPay) 신청(request)을 내세요. 며칠이 걸립니다.',
    en: 'Submit a request for KakaoPay in your live Customer Area; it takes days.',
  },
} as const
type Area = keyof typeof ASK

/** What the checks of the payment methods say. */
export const methodWords = {
  asked: { ko: ['신청되어 있습니다.'], en: ['It was asked for.'] },
  not_asked: (area: Area) => ({
    ko: ['아직 신청되지 않았습니다.', ASK[area].ko],
    en: ['Nobody has asked for it yet.', ASK[area].en],
  }),
  offered_but_unlisted: (area: Area) => ({
    ko: ['결제 화면에는 나오지만 계정 목록에는 없습니다.', ASK[area].ko],
    en: ['It is offered, and not in the list of the account.', ASK[area].en],
  }),
  allowed: { ko: ['켜져 있고 허용되었습니다.'], en: ['It is switched on, and Adyen allows it.'] },
  disabled: {
    ko: ['꺼져 있습니다.', 'Customer Area의 결제 수단(Payment methods)에서 켜세요.'],
    en: ['It is switched off.', 'Switch it on among the Payment methods in the Customer Area.'],
  },
  not_allowed: {
    ko: [
      'Adyen이 아직 허용하지 않았습니다.',
      '심사가 끝나기를 기다리고, 며칠이 지나면 Adyen에 물으세요.',
    ],
    en: ['Adyen does not allow it yet.', 'Wait for its screening, and ask Adyen after some days.'],
  },
  verified: { ko: ['심사가 끝났습니다(valid).'], en: ['It is valid.'] },
  pending: {
    ko: ['심사 중입니다(pending).', '며칠이 지나도 그대로면 Adyen에 물으세요.'],
    en: [
      'Adyen is still verifying it (pending).',
      'Ask Adyen if that lasts for more than some days.',
    ],
  },
  not_verified: (status: string) => ({
    ko: [`심사 결과가 ${status}입니다.`, 'Adyen 지원팀에 이유를 묻고 다시 신청하세요.'],
    en: [`Its verification ended as ${status}.`, 'Ask Adyen’s support why, and submit it again.'],
  }),
  not_there: {
    ko: ['계정 목록에 없어 볼 것이 없습니다.', '먼저 카카오페이를 신청하세요.'],
    en: ['There is nothing to be seen before it is asked for.', 'Ask for KakaoPay first.'],
  },
  offered: {
    ko: ['한국에서 ₩1,000을 낼 때 나옵니다.'],
    en: ['A shopper in Korea is offered it for ₩1,000.'],
  },
  not_offered: (area: Area) => ({
    ko: ['한국에서 ₩1,000을 낼 때 나오지 않습니다.', ASK[area].ko],
    en: ['A shopper in Korea is not offered it for ₩1,000.', ASK[area].en],
  }),
  second: (types: readonly string[]) => ({
    ko: [`${types.join(', ')}이(가) 있습니다.`],
    en: [`There is ${types.join(', ')}.`],
  }),
  no_second: (types: readonly string[]) => ({
    ko: [
      '카카오페이뿐이라, 거절된 손님이 “다른 결제 수단 선택”을 눌러도 고를 것이 없습니다.',
      `Adyen에 ${types.join(', ')} 가운데 하나를 더 신청하세요.`,
    ],
    en: [
      'KakaoPay is all there is, so “Choose another payment method” leads a refused shopper nowhere.',
      `Ask Adyen for one of these as well: ${types.join(', ')}.`,
    ],
  }),
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
