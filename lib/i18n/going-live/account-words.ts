import type { CheckWords } from './check-names'

/** What the checks of the merchant's account at Adyen say. `area`: test or live, as in "the test Customer Area". */
export const accountWords = {
  key_right: (name: string) => ({
    ko: [`Adyen이 받습니다${name && ` (${name})`}.`],
    en: [`Adyen takes it${name && ` (${name})`}.`],
  }),
  key_unknown: (area: string) => ({
    ko: [
      `Adyen의 ${area} 환경은 이 키를 모릅니다. 라이브 키는 테스트에서, 테스트 키는 라이브에서 쓸 수 없습니다.`,
      `${area} Customer Area > Developers > API credentials에서 API key를 새로 만들어(Generate API key) 전체를 ADYEN_API_KEY에 복사하세요.`,
    ],
    en: [
      `Adyen’s ${area} environment does not know it; a key of live is unknown to test, and the reverse.`,
      `In the ${area} Customer Area > Developers > API credentials, press Generate API key and copy all of it into ADYEN_API_KEY.`,
    ],
  }),
  key_inactive: {
    ko: [
      'API credential이 꺼져 있습니다.',
      'Customer Area > Developers > API credentials에서 Active로 바꾸세요.',
    ],
    en: [
      'Its API credential is switched off.',
      'Set it to Active in Customer Area > Developers > API credentials.',
    ],
  },
  key_addresses: (addresses: readonly string[]) => ({
    ko: [
      `${addresses.join(', ')}에서만 쓸 수 있습니다.`,
      '상점이 나가는 IP 주소가 그 안에 있는지 호스트에 확인하세요(함수로 도는 호스트에서는 바뀝니다).',
    ],
    en: [
      `It may be used from ${addresses.join(', ')} only.`,
      'Ask your host whether the shop always calls from there; where it runs as functions it does not.',
    ],
  }),
  roles_right: {
    ko: ['결제, 저장된 결제 수단, 환불을 할 수 있습니다.'],
    en: ['It may take payments, save wallets and give money back.'],
  },
  roles_missing: (roles: readonly string[]) => ({
    ko: [
      `${roles.join(', ')}이(가) 없습니다.`,
      'Customer Area > Developers > API credentials > Roles에서 켜세요.',
    ],
    en: [
      `${roles.join(', ')}: missing.`,
      'Tick them in Customer Area > Developers > API credentials > Roles.',
    ],
  }),
  account_active: { ko: ['사용 중(Active)입니다.'], en: ['It is Active.'] },
  account_status: (status: string) => ({
    ko: [
      `상태가 ${status}이라 결제를 받을 수 없습니다.`,
      'Adyen 담당자에게 Active로 바꾸어 달라고 하세요.',
    ],
    en: [
      `Its status is ${status}, and payments are not processed.`,
      'Ask your contact at Adyen to make it Active.',
    ],
  }),
  account_company: (name: string) => ({
    ko: [
      `${name}은(는) 회사 계정(company account)입니다.`,
      'Customer Area 위쪽의 계정 선택에서 그 아래의 가맹점 계정(merchant account) 이름을 ADYEN_MERCHANT_ACCOUNT에 적으세요.',
    ],
    en: [
      `${name} is the company account.`,
      'Set ADYEN_MERCHANT_ACCOUNT to the merchant account below it, as the choice of accounts in the Customer Area names it.',
    ],
  }),
  account_unknown: (name: string, code: string) => ({
    ko: [
      `이 키로는 ${name}을(를) 쓸 수 없습니다(${code}).`,
      'Customer Area에 적힌 가맹점 계정 이름을 대소문자까지 그대로 ADYEN_MERCHANT_ACCOUNT에 적고, (회사 계정에 속한) API credential이 그 계정을 쓰게 하세요.',
    ],
    en: [
      `This key may not use ${name} (${code}).`,
      'Copy the merchant account from the Customer Area into ADYEN_MERCHANT_ACCOUNT, capitals as they are, and give the API credential, which belongs to the company account, access to it.',
    ],
  }),
  capture_immediate: { ko: ['바로 매입됩니다(Immediate).'], en: ['It captures immediately.'] },
  capture_late: (delay: string) => ({
    ko: [
      `매입 지연(Capture delay)이 ${delay}입니다. 카카오페이는 수동 매입을 지원하지 않습니다.`,
      'Customer Area의 가맹점 계정 설정에서 Capture delay를 Immediate로 바꾸세요.',
    ],
    en: [
      `Its capture delay is ${delay}, and KakaoPay knows no capture by hand.`,
      'Set Capture delay to Immediate in the settings of the merchant account in the Customer Area.',
    ],
  }),
  prefix_found: (host: string) => ({ ko: [`${host}가 있습니다.`], en: [`${host} is there.`] }),
  prefix_missing: (host: string) => ({
    ko: [
      `${host}라는 주소가 없습니다.`,
      '라이브 Customer Area > Developers > API URLs에 적힌 접두어를 ADYEN_LIVE_URL_PREFIX에 그대로 적으세요.',
    ],
    en: [
      `There is no ${host}.`,
      'Copy the prefix from the live Customer Area > Developers > API URLs into ADYEN_LIVE_URL_PREFIX.',
    ],
  }),
  prefix_unseen: (host: string) => ({
    ko: [`${host}를 DNS에 물을 수 없었습니다.`, '잠시 뒤에 다시 실행하세요.'],
    en: [`DNS did not say whether there is ${host}.`, 'Run this again in a while.'],
  }),
  prefix_only_live: {
    ko: [
      '라이브에만 있습니다.',
      '라이브로 갈 때 라이브 Customer Area > Developers > API URLs에서 복사하세요.',
    ],
    en: [
      'Only live has one.',
      'When you go live, copy it from the live Customer Area > Developers > API URLs.',
    ],
  },
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
