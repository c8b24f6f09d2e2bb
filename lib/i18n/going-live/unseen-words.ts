import type { CheckWords } from './check-names'

/** Adyen's names of what a key may, as its Customer Area lists them. */
export type ManagementRole =
  | 'Management API—Account read'
  | 'Management API—Payment methods read'
  | 'Management API—Webhooks read'
  | 'Management API—Webhooks read and write'

/** Why something at Adyen could not be seen. `code` is what it answered, if it did. */
export const unseenWords = {
  forbidden: (role: ManagementRole) => ({
    ko: [
      '이 API 키로는 볼 수 없습니다.',
      `Customer Area > Developers > API credentials에서 이 키에 “${role}” 권한을 주거나, Customer Area에서 직접 확인하세요.`,
    ],
    en: [
      'This API key may not see it.',
      `Give it the role “${role}” in Customer Area > Developers > API credentials, or look it up in the Customer Area.`,
    ],
  }),
  unauthorised: {
    ko: ['Adyen이 API 키를 받지 않아 볼 수 없습니다.', '먼저 API 키를 고치세요.'],
    en: ['Adyen does not take the API key, so it could not be seen.', 'Mend the API key first.'],
  },
  account: {
    ko: ['가맹점 계정이 맞지 않아 볼 수 없습니다.', '먼저 위의 가맹점 계정을 고치세요.'],
    en: [
      'The merchant account is not right, so it could not be seen.',
      'Mend the merchant account first, as said above.',
    ],
  },
  checkout_role: {
    ko: ['API 키에 결제 권한이 없어 볼 수 없습니다.', '먼저 위의 API 키 권한을 고치세요.'],
    en: [
      'The API key may not take payments, so it could not be seen.',
      'Mend the roles of the API key first, as said above.',
    ],
  },
  invalid: (code: string) => ({
    ko: [`Adyen이 거절했습니다(${code}).`, 'ADYEN_MERCHANT_ACCOUNT가 맞는지 확인하세요.'],
    en: [`Adyen refuses to say (${code}).`, 'Look whether ADYEN_MERCHANT_ACCOUNT is right.'],
  }),
  down: (code: string) => ({
    ko: [`Adyen에 문제가 있습니다(${code}).`, '잠시 뒤에 다시 실행하세요.'],
    en: [`Adyen has trouble of its own (${code}).`, 'Run this again in a while.'],
  }),
  silent: {
    ko: [
      'Adyen이 답하지 않았습니다.',
      '잠시 뒤에 다시 실행하고, 이 컴퓨터에서 adyen.com으로 나가는 연결이 막혀 있지 않은지 보세요.',
    ],
    en: [
      'Adyen did not answer.',
      'Run this again in a while, and look whether anything keeps this machine from reaching adyen.com.',
    ],
  },
  stand_in: {
    ko: [
      'Adyen을 대신하는 것(상점 옆의 모의 결제, 또는 ADYEN_API_ORIGIN)이 답하지 않았습니다.',
      '그것을 띄운 뒤(npm run dev, 또는 npm run simulator) 다시 실행하세요.',
    ],
    en: [
      'What stands in Adyen’s place, the simulator beside the shop or ADYEN_API_ORIGIN, did not answer.',
      'Start it (npm run dev, or npm run simulator), and run this again.',
    ],
  },
  garbled: {
    ko: ['Adyen의 답을 읽을 수 없었습니다.', '잠시 뒤에 다시 실행하세요.'],
    en: ['Adyen’s answer could not be read.', 'Run this again in a while.'],
  },
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
