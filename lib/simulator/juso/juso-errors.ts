/** What the service says of a question, with HTTP 200. */
export const jusoMessages = {
  '0': '정상',
  '-999': '시스템에러',
  E0001: '승인되지 않은 KEY 입니다.',
  E0005: '검색어가 입력되지 않았습니다.',
  E0006: '주소를 상세히 입력해 주시기 바랍니다.',
  E0008: '검색어는 두글자 이상 입력되어야 합니다.',
  E0009: '검색어는 문자와 숫자 같이 입력되어야 합니다.',
  E0010: '검색어가 너무 깁니다. (한글40자, 영문,숫자 80자 이하)',
  E0011: '검색어에 너무 긴 숫자가 포함되어 있습니다. (숫자10자 이하)',
  E0012: '특수문자+숫자만으로는 검색이 불가능 합니다.',
  E0013: 'SQL 예약어 또는 특수문자( %,=,>,<,[,] )는 검색이 불가능 합니다.',
  E0014: '개발승인키 기간이 만료되어 서비스를 이용하실 수 없습니다.',
  E0015: '검색 범위를 초과하였습니다.',
} as const

export type JusoCode = keyof typeof jusoMessages

const SQL =
  /\b(?:or|select|insert|delete|update|create|drop|exec|union|fetch|declare|truncate)\b|[%=><[\]]/i
const WHOLE_CITY =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별시|광역시|특별자치시|도|특별자치도)?$/

/** The first thing that is wrong with what is looked for; null: nothing. */
export function wrongWith(keyword: string): JusoCode | null {
  if (keyword === '') return 'E0005'
  if (keyword.length > 80) return 'E0010'
  if (SQL.test(keyword)) return 'E0013'
  if (/\d{11}/.test(keyword)) return 'E0011'
  if (!/[\p{L}\p{N}]/u.test(keyword)) return 'E0012'
  if (keyword.length < 2) return 'E0008'
  if (!/\p{L}/u.test(keyword)) return 'E0009'
  return WHOLE_CITY.test(keyword) ? 'E0006' : null
}
