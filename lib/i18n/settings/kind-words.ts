import type { SettingWords } from './setting-words'

/** What a setting by itself may be. Each sentence goes on after the setting's name. */
export const kindWords = {
  quoted: {
    ko: '따옴표까지 값으로 읽힙니다. 따옴표를 지우세요.',
    en: 'stands in quotes, which are taken for a part of it: remove them.',
  },
  not_a_key: {
    ko: '빈칸이나 줄바꿈처럼 API 키에 없는 글자가 들어 있습니다. 다시 복사하세요.',
    en: 'holds something that no API key has, such as a blank or the end of a line: copy it once more.',
  },
  not_a_juso_key: {
    ko: '빈칸처럼 주소 검색 키에 없는 글자가 들어 있습니다. business.juso.go.kr에서 다시 복사하세요.',
    en: 'holds something that no key of the address search has, such as a blank: copy it once more from business.juso.go.kr.',
  },
  not_an_account: {
    ko: '빈칸처럼 가맹점 계정(merchant account)에 없는 글자가 들어 있습니다. Customer Area 위쪽에서 복사하세요.',
    en: 'holds something that no merchant account has, such as a blank: copy it from the top of your Customer Area.',
  },
  not_an_address: (example: string) => ({
    ko: `쓸 수 있는 주소가 아닙니다. ${example} 같은 주소로 하세요.`,
    en: `is not a usable address: set it to something like ${example}.`,
  }),
  not_a_host: {
    ko: '호스트의 이름이 아닙니다. 지우세요. Vercel이 스스로 정합니다.',
    en: 'is not the name of a host: remove it, Vercel sets its own.',
  },
  not_an_environment: {
    ko: '모르는 값입니다. simulator, test, live 가운데 하나로 하거나 지우세요.',
    en: 'is unknown: set it to simulator, test or live, or leave it out.',
  },
  not_copy: {
    ko: '모르는 값입니다. copy로 하거나 지우세요.',
    en: 'is unknown: set it to copy, or leave it out.',
  },
  not_on_or_off: {
    ko: '모르는 값입니다. on이나 off로 하거나 지우세요.',
    en: 'is unknown: set it to on or off, or leave it out.',
  },
  not_a_port: (usual: number) => ({
    ko: `포트 번호가 아닙니다. ${usual} 같은 수로 하세요.`,
    en: `is not a port number: set it to a number such as ${usual}.`,
  }),
  not_won: (usual: number) => ({
    ko: `원 금액이 아닙니다. ${usual} 같은 정수로 하세요.`,
    en: `is not an amount in won: set it to a whole number such as ${usual}.`,
  }),
  not_above_zero: (usual: number) => ({
    ko: `0보다 큰 정수가 아닙니다. ${usual} 같은 수로 하세요.`,
    en: `is not a whole number above 0: set it to one such as ${usual}.`,
  }),
  not_minutes: (usual: number) => ({
    ko: `분을 나타내는 수가 아닙니다. ${usual} 같은 정수로 하세요.`,
    en: `is not a number of minutes: set it to a whole number such as ${usual}.`,
  }),
  not_days: (usual: readonly number[]) => ({
    ko: `날짜 수의 목록이 아닙니다. ${usual}처럼 수를 쉼표로 나누어 적으세요.`,
    en: `is not a list of days: set it to numbers with commas between them, such as ${usual}.`,
  }),
  not_hex_keys: (webhook: 'standard' | 'tokens') => ({
    ko: `16진수 64자리가 아닌 것이 들어 있습니다. Customer Area에서 ${webhook === 'tokens' ? '토큰 웹훅(Recurring tokens life cycle events)' : '표준 웹훅(Standard webhook)'}의 키를 복사하고, 여럿이면 쉼표로 나누세요.`,
    en: `holds something that is not a key of 64 hexadecimal digits: copy the key from the ${webhook === 'tokens' ? 'recurring-token webhook' : 'webhook'} in your Customer Area, several keys with commas between them.`,
  }),
  not_origins: {
    ko: '경로가 없는 주소가 아닌 것이 들어 있습니다. https://shop.example처럼 적고, 여럿이면 쉼표로 나누세요.',
    en: 'holds something that is not an origin: set it to addresses without a path, such as https://shop.example, with commas between them.',
  },
  not_a_prefix: {
    ko: '접두어가 아닙니다. 라이브 Customer Area > Developers > API URLs에서 https://와 -checkout-live 사이만 복사하세요. 예: 1797a841fbb37ca7-AdyenDemo.',
    en: 'is not a prefix: in your live Customer Area, Developers > API URLs, copy only what stands between https:// and -checkout-live, such as 1797a841fbb37ca7-AdyenDemo.',
  },
  not_mailboxes: {
    ko: '이메일 주소가 아닌 것이 들어 있습니다. owner@shop.example처럼 적고, 여럿이면 쉼표로 나누세요.',
    en: 'holds something that is not an e-mail address: set it to addresses with commas between them, such as owner@shop.example.',
  },
  not_a_sender: {
    ko: '보내는 사람이 아닙니다. Norang <hello@shop.example>처럼 적으세요.',
    en: 'is not a sender: set it to something like Norang <hello@shop.example>.',
  },
  too_short: {
    ko: '너무 짧습니다. 무작위 문자 32자 이상으로 하거나 지우세요.',
    en: 'is too short: set it to at least 32 random characters, or leave it out.',
  },
  not_a_header: {
    ko: '헤더의 이름이 아닙니다. 자신의 프록시가 쓰는 x-real-ip 같은 이름이나 none으로 하세요.',
    en: 'is not the name of a header: set it to one that your own proxy writes, such as x-real-ip, or to none.',
  },
} as const satisfies Record<string, SettingWords | ((...facts: never[]) => SettingWords)>
