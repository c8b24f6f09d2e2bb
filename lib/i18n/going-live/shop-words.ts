import type { Locale } from '../../core/locale'
import type { CheckWords } from './check-names'

/** What the checks of the shop's own settings say. */
export const shopWords = {
  settings_right: { ko: ['모두 읽을 수 있습니다.'], en: ['All of them can be read.'] },
  settings_of_simulator: {
    ko: [
      '읽을 수 있지만 Adyen에 관한 설정은 아직 없습니다.',
      'docs/going-live.md의 순서대로 .env.local에 ADYEN_… 설정을 적으세요.',
    ],
    en: [
      'They can be read, but those about Adyen are not there yet.',
      'Set those that begin with ADYEN_, in the order of docs/going-live.md.',
    ],
  },
  settings_wrong: (mistakes: readonly Readonly<Record<Locale, string>>[]) => ({
    ko: [mistakes.map(({ ko }) => ko).join(' '), '위에 적힌 설정을 고친 뒤 다시 실행하세요.'],
    en: [mistakes.map(({ en }) => en).join(' '), 'Mend what is named there, and run this again.'],
  }),
  node_right: (version: string) => ({ ko: [`${version}입니다.`], en: [`It is ${version}.`] }),
  node_old: (version: string) => ({
    ko: [
      `${version}은 너무 오래되었습니다.`,
      'Node 22.18 이상을 설치하거나, 설치 스크립트를 허용하고 npm install을 다시 실행하세요.',
    ],
    en: [
      `${version} is too old.`,
      'Install Node 22.18 or newer, or run npm install with install scripts allowed.',
    ],
  }),
  node_untested: (version: string) => ({
    ko: [`${version}에서는 시험하지 않았습니다.`, 'Node 22나 24를 쓰세요.'],
    en: [`Nobody tried it with ${version}.`, 'Use Node 22 or 24.'],
  }),
  simulator_off: (environment: string) => ({
    ko: [`Adyen의 ${environment} 환경에 연결되어 있습니다.`],
    en: [`The shop talks to Adyen’s ${environment} environment.`],
  }),
  simulator_on: {
    ko: [
      '모의 결제만 받습니다. 실제 돈은 이동하지 않습니다.',
      'Adyen 테스트 계정을 만든 뒤 ADYEN_ENVIRONMENT=test로 설정하세요.',
    ],
    en: [
      'The shop takes play money only.',
      'Get a test account from Adyen, and set ADYEN_ENVIRONMENT=test.',
    ],
  },
  simulator_in_its_place: (origin: string) => ({
    ko: [
      `Adyen 대신 ${origin}에 묻습니다.`,
      'Adyen에 직접 연결하려면 ADYEN_API_ORIGIN을 지우세요.',
    ],
    en: [
      `The shop asks ${origin} in Adyen’s place.`,
      'Remove ADYEN_API_ORIGIN to ask Adyen itself.',
    ],
  }),
  limits_on: { ko: ['켜져 있습니다.'], en: ['They are on.'] },
  limits_off: {
    ko: ['꺼져 있어 누구나 번호를 끝없이 시도할 수 있습니다.', 'RATE_LIMITS를 지우세요.'],
    en: ['They are off: anybody may try every number.', 'Remove RATE_LIMITS.'],
  },
  limits_off_here: {
    ko: [
      '꺼져 있습니다. 이 컴퓨터에서만 열리는 상점입니다.',
      '공개하기 전에 RATE_LIMITS를 지우세요.',
    ],
    en: [
      'They are off, in a shop that only this machine can reach.',
      'Remove RATE_LIMITS before others can.',
    ],
  },
  time_right: (minutes: number) => ({ ko: [`${minutes}분입니다.`], en: [`${minutes} minutes.`] }),
  time_short: (minutes: number) => ({
    ko: [
      `${minutes}분이면 카카오페이 화면(약 1시간)보다 먼저 끝나, 늦게 온 결제를 환불하게 됩니다.`,
      'PAYMENT_TIME_LIMIT_MINUTES를 70으로 하거나 지우세요.',
    ],
    en: [
      `After ${minutes} minutes the shop gives up while KakaoPay’s page may still be paid on, for about an hour.`,
      'Set PAYMENT_TIME_LIMIT_MINUTES to 70, or remove it.',
    ],
  }),
  time_long: (minutes: number) => ({
    ko: [
      `${minutes}분 동안 결제를 기다립니다. 카카오페이가 그때까지 열려 있는지는 알려져 있지 않습니다.`,
      'Adyen에 카카오페이의 OFFER_CLOSED 지연 시간을 묻고 PAYMENT_TIME_LIMIT_MINUTES를 맞추세요.',
    ],
    en: [
      `The shop waits ${minutes} minutes for a payment, and whether KakaoPay keeps one open for so long is not known.`,
      'Ask Adyen for the delay of OFFER_CLOSED for KakaoPay, and set PAYMENT_TIME_LIMIT_MINUTES to a little more.',
    ],
  }),
  owners_named: (owners: readonly string[]) => ({
    ko: [`${owners.join(', ')}`],
    en: [`${owners.join(', ')}`],
  }),
  owners_missing: {
    ko: ['아무도 정해지지 않았습니다.', 'ADMIN_EMAILS에 소유자의 이메일을 쉼표로 나누어 적으세요.'],
    en: [
      'Nobody is named.',
      'Set ADMIN_EMAILS to the owners’ e-mail addresses, commas between them.',
    ],
  },
  owners_example: {
    ko: ['연습용 소유자(owner@example.com)입니다.', 'ADMIN_EMAILS에 실제 이메일을 적으세요.'],
    en: ['Only the one to try it with, owner@example.com.', 'Set ADMIN_EMAILS to real addresses.'],
  },
  business_there: { ko: ['모두 적혀 있습니다.'], en: ['All of them are set.'] },
  business_missing: (names: readonly string[]) => ({
    ko: [
      `${names.join(', ')}이(가) 없습니다. 전자상거래법에 따라 모든 화면에 표시해야 합니다.`,
      '사업자등록증과 통신판매업 신고증에 적힌 그대로 설정하세요.',
    ],
    en: [
      `${names.join(', ')}: not set, and the law wants them on every page.`,
      'Set them as they stand on the business registration and on the mail-order report.',
    ],
  }),
  legal_own: { ko: ['견본 표시가 없습니다.'], en: ['They are no template any more.'] },
  legal_template: (files: readonly string[]) => ({
    ko: [
      `아직 견본입니다(${files.join(', ')}).`,
      '변호사의 검토를 받고, “판매자가 채울 곳”을 채우고, 파일 위쪽의 template을 지운 뒤 다시 빌드하세요.',
    ],
    en: [
      `They are still a template (${files.join(', ')}).`,
      'Have a lawyer check them, fill in what says “For the seller to fill in”, remove `template` at their top, and build again.',
    ],
  }),
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
