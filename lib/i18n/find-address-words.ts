import type { Locale } from '../core/locale'
import type { KeywordProblem } from '../core/typed/address-keyword'

type Words = {
  /** Of what was looked for: what is wrong with it, and what to type. */
  readonly problem: Readonly<Record<KeywordProblem | 'none', string>>
  readonly away: string
  readonly often: string
  readonly found: (shown: number, total: number) => string
}

const number = new Intl.NumberFormat('ko-KR')

/** What the search for an address says. */
export const findAddressWords: Record<Locale, Words> = {
  ko: {
    problem: {
      missing: '도로명과 건물 번호나 건물 이름을 적어 주세요. 예: 한강대로 405',
      too_short: '두 글자 넘게 적어 주세요. 예: 한강대로 405',
      too_long: '80자까지 찾을 수 있습니다. 도로명과 건물 번호만 적어 주세요. 예: 한강대로 405',
      only_digits:
        '숫자만으로는 찾을 수 없습니다. 도로명이나 동 이름도 적어 주세요. 예: 한강대로 405',
      long_number: '숫자가 너무 깁니다. 도로명과 건물 번호를 적어 주세요. 예: 한강대로 405',
      only_signs:
        '기호만으로는 찾을 수 없습니다. 도로명과 건물 번호를 적어 주세요. 예: 한강대로 405',
      forbidden:
        'select, drop, or 같은 낱말로는 찾을 수 없습니다. 도로명과 건물 번호만 적어 주세요. 예: 한강대로 405',
      too_wide: '너무 넓은 곳입니다. 도로명과 건물 번호까지 적어 주세요. 예: 한강대로 405',
      too_many:
        '찾은 곳이 너무 많습니다. 시·군·구와 건물 번호까지 적어 주세요. 예: 용산구 한강대로 405',
      none: '찾은 곳이 없습니다. 도로명과 건물 번호를 확인하시거나, 우편번호와 주소를 직접 적어 주세요.',
    },
    away: '지금은 주소를 찾을 수 없습니다. 우편번호와 주소를 직접 적어 주세요.',
    often:
      '잠시 동안 너무 여러 번 찾으셨습니다. 1분 뒤에 다시 찾으시거나, 주소를 직접 적어 주세요.',
    found: (shown, total) =>
      total > shown
        ? `${number.format(total)}곳을 찾아 ${shown}곳을 보여 드립니다. 없으면 건물 번호까지 적어 주세요.`
        : `${shown}곳을 찾았습니다. 주소를 골라 주세요.`,
  },
  en: {
    problem: {
      missing: 'Type a road and the number of the building, or its name, such as 한강대로 405.',
      too_short: 'Type two letters or more, such as 한강대로 405.',
      too_long: 'Up to 80 letters: type only road and number, such as 한강대로 405.',
      only_digits:
        'Digits alone find nothing: type the road or the district too, such as 한강대로 405.',
      long_number: 'That number is too long: type road and number, such as 한강대로 405.',
      only_signs: 'Signs alone find nothing: type road and number, such as 한강대로 405.',
      forbidden:
        'Words such as select, drop or “or” find nothing: type only road and number, such as 한강대로 405.',
      too_wide: 'That is a whole region: type the road and the number too, such as 한강대로 405.',
      too_many:
        'There are too many: type the city or district and the number too, such as 용산구 한강대로 405.',
      none: 'Nothing was found. Check road and number, or type postcode and address yourself.',
    },
    away: 'Addresses cannot be looked for just now. Please type postcode and address yourself.',
    often: 'That was very often. Look again in a minute, or type the address yourself.',
    found: (shown, total) =>
      total > shown
        ? `${number.format(total)} found, ${shown} shown. If yours is missing, type the number too.`
        : shown === 1
          ? '1 address found. Choose it below.'
          : `${shown} addresses found. Choose one.`,
  },
}
