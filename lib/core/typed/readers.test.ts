import { describe, expect, test } from 'vitest'
import { parseCode } from './code'
import { parseCount, parseWon } from './count'
import { parseTypedDay } from './day'
import { parseEmail } from './email'
import { parseOrderNumber } from './order-number'
import { dialledPhone, parsePhone } from './phone'
import { parsePostcode } from './postcode'

describe('a phone is what can be called from Korea', () => {
  test.each([
    ['010-1234-5678', '+821012345678'],
    ['01012345678', '+821012345678'],
    ['０１０－１２３４－５６７８', '+821012345678'],
    ['010–1234—5678', '+821012345678'],
    ['010ㅡ1234ㅡ5678', '+821012345678'],
    ['010.1234.5678', '+821012345678'],
    ['010·1234·5678', '+821012345678'],
    ['010/1234/5678', '+821012345678'],
    ['(010) 1234 5678', '+821012345678'],
    ['010\u00A01234\u20095678', '+821012345678'],
    ['\u202A010-1234-5678\u202C', '+821012345678'],
    ['010\u200B1234\u200B5678', '+821012345678'],
    ['+82 (0)10 1234 5678', '+821012345678'],
    ['+82 10-1234-5678', '+821012345678'],
    ['＋８２ １０ １２３４ ５６７８', '+821012345678'],
    ['82-010-1234-5678', '+821012345678'],
    ['8210 1234 5678', '+821012345678'],
    ['0082 10 1234 5678', '+821012345678'],
    ['tel:+82-10-1234-5678', '+821012345678'],
    ['TEL:010-1234-5678', '+821012345678'],
    ['1012345678', '+821012345678'],
    ['010-8234-5678', '+821082345678'],
    ['011-234-5678', '+82112345678'],
    ['019-1234-5678', '+821912345678'],
    ['0502-123-4567', '+825021234567'],
    ['0502-1234-5678', '+8250212345678'],
    ['+82 502 1234 5678', '+8250212345678'],
    ['02-312-3456', '+8223123456'],
    ['02) 2123-4567', '+82221234567'],
    ['+82 2 312 3456', '+8223123456'],
    ['82-2-312-3456', '+8223123456'],
    ['031-234-5678', '+82312345678'],
    ['042-2345-6789', '+824223456789'],
    ['051-234-5678', '+82512345678'],
    ['064-742-1234', '+82647421234'],
    ['070-1234-5678', '+827012345678'],
  ])('%j is %s', (typed, phone) => expect(parsePhone(typed)).toBe(phone))

  test.each([
    '',
    '-',
    '010',
    '010-1234',
    '010-1234-56789',
    '010-12-5678',
    '9010-1234-5678',
    '012-1234-5678',
    '0502-12-3456',
    '0502-12345-6789',
    '02-112-3456',
    '02-12-3456',
    '02-3123-45678',
    '034-234-5678',
    '065-234-5678',
    '031-123-4567',
    '031-23-4567',
    '031-2345-67890',
    '070-123-4567',
    '070-1234-56789',
    '10123456789',
    '91012345678',
    '+81 90 1234 5678',
    '+1 10 1234 5678',
    '902-312-3456',
    '9031-234-5678',
    '9070-1234-5678',
    '90502-1234-5678',
    '010-1234tel:5678',
    '82',
    '+82',
    '010-1234-5678 / 010-8765-4321',
    '010-1234-567a',
    'xtel:010-1234-5678',
    '전화 주세요',
  ])('%j is none', (typed) => expect(parsePhone(typed)).toBeNull())

  test.each([
    ['+821012345678', '010-1234-5678'],
    ['+82112345678', '011-234-5678'],
    ['+8250212345678', '0502-1234-5678'],
    ['+825021234567', '0502-123-4567'],
    ['+8223123456', '02-312-3456'],
    ['+82221234567', '02-2123-4567'],
    ['+82312345678', '031-234-5678'],
    ['+82512345678', '051-234-5678'],
    ['+8210****78', '+8210****78'],
    ['x+821012345678', 'x+821012345678'],
    ['+8210123456789', '+8210123456789'],
    ['', ''],
  ])('%j is dialled %j', (phone, dialled) => expect(dialledPhone(phone)).toBe(dialled))
})

describe('a postcode has five digits, and begins with a province', () => {
  test.each([
    ['04524', '04524'],
    ['０４５２４', '04524'],
    [' 04524 ', '04524'],
    ['0 4 5 2 4', '04524'],
    ['045-24', '04524'],
    ['(04524)', '04524'],
    ['[04524]', '04524'],
    ['04\u200B524', '04524'],
    ['01000', '01000'],
    ['10000', '10000'],
    ['59999', '59999'],
    ['60000', '60000'],
    ['63999', '63999'],
  ])('%j is %s', (typed, postcode) => expect(parsePostcode(typed)).toBe(postcode))

  test.each([
    '',
    '4524',
    '045241',
    '00524',
    '64000',
    '70000',
    '100-101',
    '0452a',
    'a04524',
    'SW1A 1AA',
  ])('%j is none', (typed) => expect(parsePostcode(typed)).toBeNull())
})

describe('a code is found in what was pasted', () => {
  test.each([
    ['863011', '863011'],
    ['863 011', '863011'],
    ['863-011', '863011'],
    ['863–011', '863011'],
    ['８６３０１１', '863011'],
    ['8 6 3 0 1 1', '863011'],
    ['8.6.3.0.1.1', '863011'],
    [' 863011\n', '863011'],
    ['8\u200B63011', '863011'],
    ['인증번호: 863011', '863011'],
    ['[노랑] 인증번호 863 011 (10분 안에 입력)', '863011'],
    ['Your code is 863011. It works for 10 minutes.', '863011'],
    ['863011 863011', '863011'],
    ['<#> 000000', '000000'],
  ])('%j is %s', (typed, code) => expect(parseCode(typed)).toBe(code))

  test.each([
    '',
    '86301',
    '8630111',
    '863011 123456',
    '863,011',
    'abcdef',
    '863 01 1 번',
    '2026-11-23 인증번호',
    '010-123-456 문의',
    '전화 123-456-789',
  ])('%j is none', (typed) => expect(parseCode(typed)).toBeNull())
})

describe('the number of an order is one however it was typed', () => {
  test.each([
    '20261123-4F7K',
    '20261123-4f7k',
    '202611234F7K',
    '20261123 4f7k',
    '20261123 - 4F7K',
    '20261123–4F7K',
    '２０２６１１２３－４Ｆ７Ｋ',
    '#20261123-4F7K',
    '주문번호: 20261123-4F7K',
    '\u200B20261123-4F7K\u00A0',
    '20261123-4F7K-1-ab12cd',
  ])('%j', (typed) => expect(parseOrderNumber(typed)).toBe('20261123-4F7K'))

  test.each([
    '',
    '20261123',
    '4F7K',
    '2026112-4F7K',
    '120261123-4F7K',
    '20261123-4F7KXY',
    'A20261123-4F7K',
  ])('%j is none', (typed) => expect(parseOrderNumber(typed)).toBeNull())

  test('a day that had more orders than four letters name has some with five', () =>
    expect(parseOrderNumber('20261123 4f7kx')).toBe('20261123-4F7KX'))
})

describe('a quantity is a number, sensible or not', () => {
  test.each([
    ['2', 2],
    ['２', 2],
    ['②', 2],
    ['3개', 3],
    ['3 개', 3],
    [' 3 ', 3],
    ['1,000', 1_000],
    ['1，0００', 1_000],
    ['−1', -1],
    ['+2', 2],
    ['1.5', 1.5],
    ['1.25', 1.25],
    ['１．５', 1.5],
    ['1e9', 1e9],
    ['1E21', 1e21],
    ['0', 0],
    ['02', 2],
  ])('%j is %d', (typed, count) => expect(parseCount(typed)).toBe(count))

  test.each([
    '',
    ' ',
    'two',
    '두 개',
    '개',
    '0x10',
    '1.',
    '.5',
    '1e',
    '1e1.5',
    '2 3',
    '3개월',
    '개3',
    'Infinity',
  ])('%j is none', (typed) => expect(parseCount(typed)).toBeNull())
})

describe('an amount is whole won', () => {
  test.each([
    ['4000', 4_000],
    ['4,000', 4_000],
    ['４，０００', 4_000],
    ['4,000원', 4_000],
    ['4000 원', 4_000],
    ['₩4,000', 4_000],
    ['￦ ４０００', 4_000],
    ['999999999', 999_999_999],
  ])('%j is %d', (typed, won) => expect(parseWon(typed)).toBe(won))

  test.each([
    '',
    '0',
    '04000',
    '-4000',
    '4000.5',
    '1000000000',
    '$4000',
    '4천원',
    'a4000',
    '4000a',
  ])('%j is none', (typed) => expect(parseWon(typed)).toBeNull())
})

describe('a day is a day however it was written', () => {
  const day = { year: 2026, month: 3, day: 4 }
  test.each([
    '2026-03-04',
    '2026.03.04',
    '2026. 3. 4.',
    '2026/3/4',
    '20260304',
    '2026년 3월 4일',
    '2026 년 3 월 4 일',
    '2026–03–04',
    '２０２６－０３－０４',
    ' 2026-03-04 ',
  ])('%j', (typed) => expect(parseTypedDay(typed)).toEqual(day))

  test('of two digits each', () =>
    expect(parseTypedDay('2026.11.24')).toEqual({ year: 2026, month: 11, day: 24 }))

  test.each([
    '',
    '2026',
    '2026-02-30',
    '2026-13-01',
    '26-03-04',
    '04/03/2026',
    'x2026-03-04',
    '2026-03-04x',
    '내일',
  ])('%j is none', (typed) => expect(parseTypedDay(typed)).toBeNull())
})

describe('an address of mail is one that mail can be sent to', () => {
  test.each([
    ['norang@example.com', 'norang@example.com'],
    ['Norang@Example.COM', 'Norang@example.com'],
    [' norang@example.com\u200B', 'norang@example.com'],
    ['norang @ example.com', 'norang@example.com'],
    ['norang @example.com', 'norang@example.com'],
    ['norang@ example.com', 'norang@example.com'],
    ['ｎｏｒａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'norang@example.com'],
    ['norang@example。com', 'norang@example.com'],
    ['norang@example.com.', 'norang@example.com'],
    ['norang@example.com,;', 'norang@example.com'],
    ['mailto:norang@example.com', 'norang@example.com'],
    ['MAILTO:norang@example.com', 'norang@example.com'],
    ['김노랑 <norang@example.com>', 'norang@example.com'],
    ['<norang@example.com>', 'norang@example.com'],
    ['r&d@example.com', 'r&d@example.com'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['kim.no-rang_1+tea@a-b.co.kr', 'kim.no-rang_1+tea@a-b.co.kr'],
    ['norang@노랑.한국', 'norang@xn--o80br9i.xn--3e0b707e'],
    ['norang@노랑.한국'.normalize('NFD'), 'norang@xn--o80br9i.xn--3e0b707e'],
    ['norang@xn--o80br9i.xn--3e0b707e', 'norang@xn--o80br9i.xn--3e0b707e'],
    ['norang@mail.노랑.KR', 'norang@mail.xn--o80br9i.kr'],
    ['norang@bücher.example', 'norang@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`a@${'b'.repeat(63)}.com`, `a@${'b'.repeat(63)}.com`],
    ['1@1.example', '1@1.example'],
  ])('%j is %s', (typed, email) => expect(parseEmail(typed)).toBe(email))

  test.each([
    '',
    '@',
    'norang',
    'norang@',
    '@example.com',
    'norang@example',
    'norang@localhost',
    'norang@127.0.0.1',
    'norang@1.2',
    'norang@[::1]',
    'norang@example.c',
    'norang@example..com',
    'norang@-example.com',
    'norang@example-.com',
    'norang@ex_ample.com',
    'norang@example.com/path',
    'norang@example.com:25',
    'norang@example.c0-',
    'kim norang@example.com',
    'kim@norang@example.com',
    '.norang@example.com',
    'norang.@example.com',
    'no..rang@example.com',
    '김노랑@example.com',
    '"kim"@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    '<norang@example.com> 김노랑',
    'x mailto:norang@example.com',
    'xmailto:norang@example.com',
  ])('%j is none', (typed) => expect(parseEmail(typed)).toBeNull())
})
