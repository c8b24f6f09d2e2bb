import type { CheckWords } from './check-names'

const AGAIN = {
  ko: '상점을 멈추고 다시 띄우세요. 호스트에 올린 상점이라면 그곳의 설정을 고치고 다시 배포하세요.',
  en: 'Stop the shop and start it again; where a host runs it, set it there and deploy again.',
}

/** What is said of the settings that a running shop goes by. */
export const runningWords = {
  same: { ko: ['여기에 적힌 것과 같습니다.'], en: ['They are those that are set here.'] },
  other: (names: readonly string[]) => ({
    ko: [`실행 중인 상점은 아직 다른 값을 씁니다: ${names.join(', ')}.`, AGAIN.ko],
    en: [`The running shop still goes by other values: ${names.join(', ')}.`, AGAIN.en],
  }),
  other_database: {
    ko: [
      '실행 중인 상점은 여기에 적힌 DATABASE_URL이나 SESSION_SECRET과 다른 것을 씁니다.',
      AGAIN.ko,
    ],
    en: [
      'The running shop goes by another DATABASE_URL or SESSION_SECRET than is set here.',
      AGAIN.en,
    ],
  },
  not_answered: {
    ko: ['상점이 답하지 않아 볼 수 없었습니다.', '상점을 띄운 뒤 다시 실행하세요.'],
    en: [
      'The shop does not answer, so it could not be seen.',
      'Start the shop, and run this again.',
    ],
  },
  unsaid: {
    ko: ['그 주소에 있는 것이 말해 주지 않습니다.', '이 버전의 상점을 띄운 뒤 다시 실행하세요.'],
    en: [
      'What answers there does not say.',
      'Start the shop of this version there, and run this again.',
    ],
  },
  no_key: {
    ko: ['데이터베이스 없이는 비교할 수 없습니다.', '먼저 위의 데이터베이스를 고치세요.'],
    en: ['Without its database they cannot be compared.', 'Mend the database above first.'],
  },
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
