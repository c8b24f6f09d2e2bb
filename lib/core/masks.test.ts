import { describe, expect, test } from 'vitest'
import { countLetters, firstLetters } from './graphemes'
import { maskedAddress, maskedEmail, maskedName, maskedPhone, maskedPostcode } from './masks'

const FAMILY = '👩\u200D👩\u200D👧'

describe('letters are counted as people count them', () => {
  test.each([
    ['김노랑', 3],
    ['김노랑'.normalize('NFD'), 3],
    [FAMILY, 1],
    ['🇰🇷👍🏽', 2],
    ['', 0],
  ])('%j has %i', (text, count) => expect(countLetters(text)).toBe(count))

  test('and never cut in two', () => {
    expect(firstLetters(`${FAMILY}🇰🇷김`, 1)).toBe(FAMILY)
    expect(firstLetters(`${FAMILY}🇰🇷김`, 2)).toBe(`${FAMILY}🇰🇷`)
    expect(firstLetters('김노랑'.normalize('NFD'), 1)).toBe('김'.normalize('NFD'))
    expect(firstLetters('김노랑', 3)).toBe('김노랑')
    expect(firstLetters('김노랑', 9)).toBe('김노랑')
    expect(firstLetters('김노랑', 0)).toBe('')
  })

  test('but a pile of marks is not one letter for ever', () => {
    const pile = (marks: number) => `a${'\u0301'.repeat(marks)}`
    expect(firstLetters(pile(31), 1)).toBe(pile(31))
    expect(firstLetters(pile(32), 1)).toBe('')
    expect(firstLetters(`b${pile(30)}`, 8)).toBe(`b${pile(30)}`)
    expect(firstLetters(`b${pile(31)}`, 8)).toBe('b')
    expect(firstLetters(`b${pile(34)}`, 9)).toBe(`b${pile(34)}`)
    expect(firstLetters(`b${pile(35)}`, 9)).toBe('b')
  })
})

describe('of a name the first letter is shown', () => {
  test.each([
    ['김노랑', '김**'],
    ['김노랑'.normalize('NFD'), '김**'],
    [`${FAMILY}노랑`, `${FAMILY}**`],
    ['Kim Norang', 'K*********'],
    ['\u200B김\u00A0노랑', '김***'],
    ['김', '김*'],
    ['', '*'],
  ])('%j', (name, masked) => expect(maskedName(name)).toBe(masked))
})

describe('of an address the province is shown, and nothing behind it, with spaces or without', () => {
  test.each([
    ['서울특별시 중구 세종대로 110', '서울특별시 ***'],
    ['서울특별시중구세종대로110', '서울특별시 ***'],
    ['서울특별시 중구 세종대로 110'.normalize('NFD'), '서울특별시 ***'],
    ['\u3000서울특별시\u00A0중구', '서울특별시 ***'],
    ['부산광역시 해운대구', '부산광역시 ***'],
    ['세종특별자치시한누리대로2130', '세종특별자치시 ***'],
    ['제주특별자치도제주시첨단로242', '제주특별자치도 ***'],
    ['전북특별자치도 전주시', '전북특별자치도 ***'],
    ['경기도수원시', '경기도 ***'],
    ['충청남도 홍성군', '충청남도 ***'],
    ['경상북도 안동시', '경상북도 ***'],
    ['전라남도 고흥군', '전라남도 ***'],
    ['서울 중구 세종대로 110', '서울 ***'],
    ['서울시 중구', '서울시 ***'],
    ['경남 창원시', '경남 ***'],
    ['제주 서귀포시', '제주 ***'],
    ['서울중구세종대로110', '***'],
    ['서울시중구', '***'],
    ['세종대로 110, 서울특별시', '***'],
    ['광주시 오포읍', '***'],
    ['제주시 첨단로', '***'],
    ['110, Sejong-daero, Jung-gu, Seoul', '***'],
    ['(04524) 서울특별시 중구', '***'],
    ['서울', '***'],
    ['', '***'],
  ])('%j is %j', (address, masked) => expect(maskedAddress(address)).toBe(masked))
})

test.each([
  ['+821012345678', '+8210****78'],
  ['+8223123456', '+822****56'],
  ['+8250212345678', '+82502****78'],
  ['+82512345678', '+8251****78'],
  ['1012345678', '****78'],
  ['0+821012345678', '****78'],
])('of the phone %s is shown where it rings, and two digits', (phone, masked) =>
  expect(maskedPhone(phone)).toBe(masked),
)

test.each([
  ['norang@example.com', 'n***@example.com'],
  ['n@example.com', 'n***@example.com'],
  ['"a@b"@example.com', '"***@example.com'],
  ['@', '***@'],
  ['norang', '***@norang'],
])('of the mailbox of %s the first letter is shown', (email, masked) =>
  expect(maskedEmail(email)).toBe(masked),
)

test('of a postcode the province and the city are shown', () =>
  expect(maskedPostcode('04524')).toBe('04***'))
