import { describe, expect, test } from 'vitest'
import { asSearched } from '@/lib/views/as-searched'
import { customerMistakes, parseCheckoutForm } from '@/lib/views/checkout-form'
import { LONGEST_SEARCH, readSearch, search } from '@/lib/views/search'
import { parseSubscribeForm } from '@/lib/views/subscribe-form'
import { codeIn, emailIn } from './account/forms'
import { parseCartForm } from './cart/cart-form'
import { askedIn } from './orders/find/asked'
import { changeOf } from './subscriptions/[subscription]/[act]/change'

/*
 * What people, phones, input methods, password managers and spreadsheets send, and what becomes of it at each door. The
 * readers' own tests are in lib/core/typed; the commands' in lib/launch.
 */

type Fields = Readonly<Record<string, string>>
type Door = (field: string, typed: string) => unknown

const somebody = {
  name: '김노랑',
  email: 'norang@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '1층',
  deliveryNote: '',
}
const mistakeIn = (field: string, fields: Fields) =>
  Reflect.get(customerMistakes(fields), field) ?? 'another field'

/** What is kept of a field, or what is wrong with it. */
const doors = {
  checkout(field, typed) {
    const hidden = { checkout: 'A'.repeat(22), attempt: '1', total: '15000' }
    const fields = { ...somebody, ...hidden, method: 'kakaopay', agreement: 'yes', [field]: typed }
    const parsed = parseCheckoutForm(fields)
    return parsed.kind === 'ok'
      ? Reflect.get(parsed.form.customer, field)
      : mistakeIn(field, fields)
  },
  subscribe(field, typed) {
    const hidden = { plan: 'corn-tea-weekly', attempt: '1', total: '15000', price: '15000' }
    const fields = { ...somebody, ...hidden, agreement: 'yes', [field]: typed }
    const parsed = parseSubscribeForm(fields)
    return parsed.kind === 'ok'
      ? Reflect.get(parsed.form.customer, field)
      : mistakeIn(field, fields)
  },
  address(field, typed) {
    const fields = { ...somebody, [field]: typed }
    const change = changeOf('address', fields)
    return change?.kind === 'address'
      ? Reflect.get(change.customer, field)
      : mistakeIn(field, fields)
  },
  move(field, typed) {
    const change = changeOf('move', { [field]: typed })
    return change?.kind === 'move' ? Object.values(change.day).join('-') : 'mistake'
  },
  cart: (field, typed) => parseCartForm({ variant: 'yuja-preserve', [field]: typed })?.quantity,
  find(field, typed) {
    const asked = askedIn({ number: '20261123-4F7K', email: 'norang@example.com', [field]: typed })
    return asked ? Reflect.get(asked, field) : 'mistake'
  },
  'sign-in': (field, typed) =>
    (field === 'code' ? codeIn({ code: typed }) : emailIn({ email: typed })) ?? 'mistake',
  search: (_, typed) => readSearch({ q: typed }).query,
} as const satisfies Record<string, Door>

const nfd = (text: string) => text.normalize('NFD')
const FAMILY = '👩\u200D👩\u200D👧'

type Row = readonly [door: keyof typeof doors, field: string, typed: string, becomes: unknown]

const names: Row[] = [
  ['checkout', 'name', '김노랑', '김노랑'],
  ['checkout', 'name', nfd('김노랑'), '김노랑'],
  ['checkout', 'name', ' 김노랑\u00A0', '김노랑'],
  ['checkout', 'name', '김\u3000노랑', '김 노랑'],
  ['checkout', 'name', '\u200B김노랑\uFEFF', '김노랑'],
  ['checkout', 'name', '\u202A김노랑\u202C', '김노랑'],
  ['checkout', 'name', '김\u3164노랑', '김 노랑'],
  ['checkout', 'name', '김노랑\r\n', '김노랑'],
  ['checkout', 'name', '김\t노랑', '김 노랑'],
  ['checkout', 'name', 'ＫＩＭ', 'ＫＩＭ'],
  ['checkout', 'name', 'Zoë', 'Zoë'],
  ['checkout', 'name', 'Zoe\u0308', 'Zoë'],
  ['checkout', 'name', `노랑 ${FAMILY}`, `노랑 ${FAMILY}`],
  ['checkout', 'name', '\u3164', 'missing'],
  ['checkout', 'name', '\u200B\u200D\u2060', 'missing'],
  ['checkout', 'name', '\u115F\u1160', 'missing'],
  ['checkout', 'name', '\u2800\u00A0\u3000', 'missing'],
  ['checkout', 'name', '', 'missing'],
  ['checkout', 'name', '가'.repeat(100), '가'.repeat(100)],
  ['checkout', 'name', nfd('각'.repeat(100)), '각'.repeat(100)],
  ['checkout', 'name', '가'.repeat(101), 'invalid'],
  ['subscribe', 'name', nfd('김노랑'), '김노랑'],
  ['subscribe', 'name', '\u3164', 'missing'],
  ['address', 'name', nfd('김노랑'), '김노랑'],
  ['address', 'name', '\u200B', 'missing'],
]

const emails: Row[] = [
  ['checkout', 'email', 'Norang@Example.com', 'Norang@example.com'],
  ['checkout', 'email', ' norang@example.com ', 'norang@example.com'],
  ['checkout', 'email', 'norang@example.com\u200B', 'norang@example.com'],
  ['checkout', 'email', 'ｎｏｒａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'norang@example.com'],
  ['checkout', 'email', 'norang@example。com', 'norang@example.com'],
  ['checkout', 'email', 'mailto:norang@example.com', 'norang@example.com'],
  ['checkout', 'email', '김노랑 <norang@example.com>', 'norang@example.com'],
  ['checkout', 'email', 'norang @example.com', 'norang@example.com'],
  ['checkout', 'email', 'norang@example.com,', 'norang@example.com'],
  ['checkout', 'email', 'r&d@example.com', 'r&d@example.com'],
  ['checkout', 'email', 'norang@노랑.한국', 'norang@xn--o80br9i.xn--3e0b707e'],
  ['checkout', 'email', nfd('norang@노랑.한국'), 'norang@xn--o80br9i.xn--3e0b707e'],
  ['checkout', 'email', 'norang@xn--o80br9i.xn--3e0b707e', 'norang@xn--o80br9i.xn--3e0b707e'],
  ['checkout', 'email', 'norang@', 'invalid'],
  ['checkout', 'email', 'norang', 'invalid'],
  ['checkout', 'email', 'norang@example', 'invalid'],
  ['checkout', 'email', 'norang example.com', 'invalid'],
  ['checkout', 'email', '노랑@example.com', 'invalid'],
  ['checkout', 'email', `norang@${'a.'.repeat(100)}com`, 'invalid'],
  ['checkout', 'email', '\u200B', 'missing'],
  ['subscribe', 'email', 'r&d@노랑.한국', 'r&d@xn--o80br9i.xn--3e0b707e'],
  ['subscribe', 'email', 'norang@', 'invalid'],
  ['address', 'email', 'ｎｏｒａｎｇ@example.com', 'norang@example.com'],
  ['find', 'email', ' Norang＠example.com', 'Norang@example.com'],
  ['find', 'email', 'norang@노랑.한국', 'norang@xn--o80br9i.xn--3e0b707e'],
  ['find', 'email', 'norang', 'mistake'],
  ['sign-in', 'email', 'Norang@Example.com', 'norang@example.com'],
  ['sign-in', 'email', 'R&D@노랑.한국', 'r&d@xn--o80br9i.xn--3e0b707e'],
  ['sign-in', 'email', 'norang@example.com\u00A0', 'norang@example.com'],
  ['sign-in', 'email', '\u3164', 'mistake'],
  ['sign-in', 'email', `norang@${'a.'.repeat(100)}com`, 'mistake'],
]

const phones: Row[] = [
  ['checkout', 'phone', '010-1234-5678', '+821012345678'],
  ['checkout', 'phone', '０１０－１２３４－５６７８', '+821012345678'],
  ['checkout', 'phone', '010–1234—5678', '+821012345678'],
  ['checkout', 'phone', '010−1234−5678', '+821012345678'],
  ['checkout', 'phone', '010ㅡ1234ㅡ5678', '+821012345678'],
  ['checkout', 'phone', '010 1234 5678', '+821012345678'],
  ['checkout', 'phone', '010\u00A01234\u00A05678', '+821012345678'],
  ['checkout', 'phone', '\u202D010-1234-5678\u202C', '+821012345678'],
  ['checkout', 'phone', '010.1234.5678', '+821012345678'],
  ['checkout', 'phone', '+82 (0)10-1234-5678', '+821012345678'],
  ['checkout', 'phone', '+82 10 1234 5678', '+821012345678'],
  ['checkout', 'phone', '82-010-1234-5678', '+821012345678'],
  ['checkout', 'phone', '1012345678', '+821012345678'],
  ['checkout', 'phone', 'tel:010-1234-5678', '+821012345678'],
  ['checkout', 'phone', '011-123-4567', '+82111234567'],
  ['checkout', 'phone', '0502-123-4567', '+825021234567'],
  ['checkout', 'phone', '0507-1234-5678', '+8250712345678'],
  ['checkout', 'phone', '02-312-3456', '+8223123456'],
  ['checkout', 'phone', '031)234-5678', '+82312345678'],
  ['checkout', 'phone', '070-1234-5678', '+827012345678'],
  ['checkout', 'phone', '010-1234-567', '+82101234567'],
  ['checkout', 'phone', '010-1234', 'invalid'],
  ['checkout', 'phone', '010-1234-56789', 'invalid'],
  ['checkout', 'phone', '+81 90-1234-5678', 'invalid'],
  ['checkout', 'phone', '없음', 'invalid'],
  ['checkout', 'phone', '\u3164', 'missing'],
  ['subscribe', 'phone', '０１０１２３４５６７８', '+821012345678'],
  ['subscribe', 'phone', '0502-1234-5678', '+8250212345678'],
  ['subscribe', 'phone', '1234', 'invalid'],
  ['address', 'phone', '+82 (0)2 312 3456', '+8223123456'],
  ['address', 'phone', '1234', 'invalid'],
]

const places: Row[] = [
  ['checkout', 'postcode', '04524', '04524'],
  ['checkout', 'postcode', '０４５２４', '04524'],
  ['checkout', 'postcode', ' 04524\u200B', '04524'],
  ['checkout', 'postcode', '(04524)', '04524'],
  ['checkout', 'postcode', '045 24', '04524'],
  ['checkout', 'postcode', '63644', '63644'],
  ['checkout', 'postcode', '00123', 'invalid'],
  ['checkout', 'postcode', '64000', 'invalid'],
  ['checkout', 'postcode', '99999', 'invalid'],
  ['checkout', 'postcode', '4524', 'invalid'],
  ['checkout', 'postcode', '100-101', 'invalid'],
  ['checkout', 'postcode', '\u00A0', 'missing'],
  ['subscribe', 'postcode', '０４５２４', '04524'],
  ['subscribe', 'postcode', '99999', 'invalid'],
  ['address', 'postcode', '０４５２４', '04524'],
  ['address', 'postcode', '99999', 'invalid'],
  ['checkout', 'address', nfd('서울특별시 중구'), '서울특별시 중구'],
  ['checkout', 'address', '서울특별시\u3000중구\r\n세종대로', '서울특별시 중구 세종대로'],
  ['checkout', 'address', '세종대로 １１０', '세종대로 １１０'],
  ['checkout', 'address', '\u3164\u200B', 'missing'],
  ['checkout', 'address', '가'.repeat(301), 'invalid'],
  ['checkout', 'addressDetail', '1층\u00A0101호\u200B', '1층 101호'],
  ['checkout', 'addressDetail', '\u3164', ''],
  ['checkout', 'addressDetail', '가'.repeat(301), 'invalid'],
  ['checkout', 'deliveryNote', '문 앞에\n놓아 주세요 ㅎㅎ', '문 앞에 놓아 주세요 ㅎㅎ'],
  ['checkout', 'deliveryNote', `고마워요 ❤\uFE0F${FAMILY}`, `고마워요 ❤\uFE0F${FAMILY}`],
  ['checkout', 'deliveryNote', '\u200B', ''],
  ['checkout', 'deliveryNote', '가'.repeat(501), 'invalid'],
  ['subscribe', 'address', '\u3164', 'missing'],
  ['subscribe', 'addressDetail', nfd('1층'), '1층'],
  ['subscribe', 'deliveryNote', '문\u00A0앞', '문 앞'],
  ['address', 'address', nfd('서울특별시 중구'), '서울특별시 중구'],
  ['address', 'addressDetail', '\u200B1층', '1층'],
  ['address', 'deliveryNote', '문 앞\u0007', '문 앞'],
]

const shortOnes: Row[] = [
  ['sign-in', 'code', '863011', '863011'],
  ['sign-in', 'code', '８６３０１１', '863011'],
  ['sign-in', 'code', '863 011', '863011'],
  ['sign-in', 'code', '863–011', '863011'],
  ['sign-in', 'code', '인증번호: 863011', '863011'],
  ['sign-in', 'code', '[노랑] 863011 (10분)\r\n', '863011'],
  ['sign-in', 'code', '8\u200B6\u200B3\u200B0\u200B1\u200B1', '863011'],
  ['sign-in', 'code', '86301', 'mistake'],
  ['sign-in', 'code', '863011 123456', 'mistake'],
  ['sign-in', 'code', '\u3164', 'mistake'],
  ['find', 'number', '20261123-4f7k', '20261123-4F7K'],
  ['find', 'number', '202611234F7K', '20261123-4F7K'],
  ['find', 'number', '２０２６１１２３－４ｆ７ｋ', '20261123-4F7K'],
  ['find', 'number', '20261123–4F7K', '20261123-4F7K'],
  ['find', 'number', '주문번호 20261123-4F7K', '20261123-4F7K'],
  ['find', 'number', '20261123-4F7K-1-ab12cd', '20261123-4F7K'],
  ['find', 'number', '20261123', 'mistake'],
  ['find', 'number', '\u200B', 'mistake'],
  ['cart', 'quantity', '２', 2],
  ['cart', 'quantity', '③', 3],
  ['cart', 'quantity', '2개', 2],
  ['cart', 'quantity', '\u00A02\u200B', 2],
  ['cart', 'quantity', '1,000', 1000],
  ['cart', 'quantity', '−1', -1],
  ['cart', 'quantity', '1.5', 1.5],
  ['cart', 'quantity', '두 개', null],
  ['cart', 'quantity', '\u3164', null],
  ['move', 'day', '2026-11-24', '2026-11-24'],
  ['move', 'day', '２０２６．１１．２４', '2026-11-24'],
  ['move', 'day', '2026. 11. 24.', '2026-11-24'],
  ['move', 'day', '2026년 11월 24일', '2026-11-24'],
  ['move', 'day', '2026-02-30', 'mistake'],
  ['move', 'day', '내일', 'mistake'],
  ['search', 'q', nfd('유자'), '유자'],
  ['search', 'q', '\u200B유자\u3000차 ', '유자 차'],
  ['search', 'q', 'ㅇㅈ', 'ㅇㅈ'],
  ['search', 'q', '\u3164', ''],
  ['search', 'q', '🍋'.repeat(90), '🍋'.repeat(LONGEST_SEARCH)],
]

const rows = [...names, ...emails, ...phones, ...places, ...shortOnes]

describe.each(Object.keys(doors) as (keyof typeof doors)[])('typed at the door %s', (door) => {
  test.each(rows.filter(([where]) => where === door))(
    '%s: %s %j becomes %j',
    (_, field, typed, becomes) => expect(doors[door](field, typed)).toEqual(becomes),
  )
})

test('no door and no field of one is left out', () => {
  expect(rows.length).toBeGreaterThanOrEqual(120)
  const asked = new Set(rows.map(([door, field]) => `${door} ${field}`))
  const forms = ['checkout', 'subscribe', 'address'].flatMap((door) =>
    Object.keys(somebody).map((field) => `${door} ${field}`),
  )
  const others = ['cart quantity', 'find number', 'find email', 'sign-in email', 'sign-in code']
  for (const field of [...forms, ...others, 'move day', 'search q']) expect(asked).toContain(field)
})

test.each(['유자', nfd('유자'), 'ＹＵＪＡ', 'ㅇㅈ', '유\u200B자', '고흥\u3000유자'])(
  'the search for %j finds the yuja',
  (typed) => {
    const yuja = {
      id: 'yuja-preserve',
      slug: 'yuja-preserve',
      isHidden: false,
      collection: 'pantry',
      name: '고흥 유자청',
      description: '',
      minor: 15_000,
      price: '',
      from: false,
      soldOut: false,
      variants: [],
      plans: [],
      names: asSearched([nfd('고흥 유자청'), 'Yuja preserve']),
      words: '',
    }
    expect(search([yuja], typed)).toEqual([yuja])
  },
)
