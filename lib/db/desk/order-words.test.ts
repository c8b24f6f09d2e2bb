import { describe, expect, test } from 'vitest'
import { askedWords, findingWords } from './order-words'

const hong = findingWords({
  number: '20261123-4F7K',
  name: '홍길동',
  email: 'Hong1443@example.com',
  phone: '+821012345678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '3층 1204호',
  goods: ['고흥 유자청', 'Yuja preserve'],
})

/** Every word that is asked for is one of the order's. */
const isFound = (typed: string) => {
  const { words } = askedWords(typed)
  return words.length > 0 && words.every((word) => hong.includes(word))
}

describe('an order is found by', () => {
  test.each([
    ['the name', '홍길동'],
    ['a part of it', '길동'],
    ['the family and the phone', '홍 5678'],
    ['initial consonants', 'ㅎㄱㄷ'],
    ['the beginning of them', 'ㅎㄱ'],
    ['letters typed apart on a Mac', '홍길동'.normalize('NFD')],
    ['the last four digits of the phone', '5678'],
    ['the last eight', '1234-5678'],
    ['the same with a blank', '1234 5678'],
    ['the phone', '010-1234-5678'],
    ['the phone in one', '01012345678'],
    ['the phone as it is called from abroad', '+82 10 1234 5678'],
    ['the phone out of a spreadsheet', '1012345678'],
    ['the phone in wide digits', '０１０－１２３４－５６７８'],
    ['the address of mail', 'hong1443@example.com'],
    ['the same in capitals', 'HONG1443@EXAMPLE.COM'],
    ['its mailbox', 'hong1443'],
    ['letters of it', 'hong'],
    ['digits of it', '1443'],
    ['the street', '세종대로'],
    ['the street and the number', '세종대로 110'],
    ['the same without a blank', '세종대로110'],
    ['the city and the street in one', '중구세종대로'],
    ['the floor', '3층 1204호'],
    ['the postcode', '04524'],
    ['what was ordered', '유자청'],
    ['the same without its blank', '고흥유자청'],
    ['its initial consonants', 'ㅇㅈㅊ'],
    ['its name in English, in any case', 'YUJA'],
    ['the number of the order', '20261123-4f7k'],
    ['the end of that', '4f7k'],
    ['several things at once', '홍길동 유자청 중구'],
  ])('%s: %s', (_, typed) => expect(isFound(typed)).toBe(true))
})

describe('and not by', () => {
  test.each([
    ['another name', '홍길순'],
    ['another family', '김 5678'],
    ['other digits', '5679'],
    ['the middle of a number', '567'],
    ['a part of a number of the street', '11'],
    ['other consonants', 'ㅎㄱㅅ'],
    ['one consonant', 'ㅎ'],
    ['another number of the order', '20261124-4f7k'],
  ])('%s: %s', (_, typed) => expect(isFound(typed)).toBe(false))
})

test.each(['', '   ', '%', '_', '🍋', '!!!', '\u3164', '\0', "'--", '\ud83c'])(
  '%j asks for nothing that could be looked for',
  (typed) => expect(askedWords(typed).words).toEqual([]),
)

test('of ten thousand characters the first are read, in no time', () => {
  for (const typed of [
    '가나다라마바사'.repeat(1500),
    '🍋'.repeat(5000),
    'a1'.repeat(5000),
    'ab '.repeat(3400),
  ]) {
    const begun = performance.now()
    expect(askedWords(typed).words.length).toBeLessThan(100)
    expect(performance.now() - begun).toBeLessThan(100)
  }
})

test('an order whose shopper was forgotten is found by its number and its goods alone', () => {
  const nobody = { name: '', email: '', phone: '', postcode: '', address: '', addressDetail: '' }
  const words = findingWords({ ...nobody, number: '20261123-4F7K', goods: ['유자청'] })
  expect(words).toEqual(['ㅇㅈ', 'ㅈㅊ', '유자', '자청', '#20261123', '#4f7k'])
})

test('the words of an order are few', () => expect(hong.length).toBeLessThan(80))
