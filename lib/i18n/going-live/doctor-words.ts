import type { Locale } from '../../core/locale'
import type { CheckWords } from './check-names'

type Words = {
  readonly summary: (right: number, wrong: number, unknown: number) => string
  readonly request: string
  readonly onlySettings: string
}

/** What is said around the checks. */
export const doctorWords: Readonly<Record<Locale, Words>> = {
  ko: {
    summary: (right, wrong, unknown) =>
      `정상 ${right}개, 잘못됨 ${wrong}개, 확인하지 못함 ${unknown}개.`,
    request: 'Adyen의 Management API로는 이렇게 합니다(직접 실행하세요):',
    onlySettings: '설정을 고치기 전에는 나머지를 확인하지 않습니다.',
  },
  en: {
    summary: (right, wrong, unknown) => `${right} right, ${wrong} wrong, ${unknown} not seen.`,
    request: 'By Adyen’s Management API, for you to run:',
    onlySettings: 'Nothing else was looked at until the settings can be read.',
  },
}

/** Of what a person has looked at. */
export const seenByPerson = {
  ko: ['직접 확인했다고 알려 주셨습니다.'],
  en: ['You say that you have seen to it.'],
} as const satisfies CheckWords
