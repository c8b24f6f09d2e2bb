import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskedAddress } from '../masks'
import { parseCode } from './code'
import { parseCount, parseWon } from './count'
import { parseTypedDay } from './day'
import { parseEmail } from './email'
import { parseOrderNumber } from './order-number'
import { parsePhone } from './phone'
import { parsePostcode } from './postcode'
import { asLine, asLines, folded, foldedNumber } from './text'

const nfd = (text: string) => text.normalize('NFD')

describe('a line is kept as people see it', () => {
  test.each([
    ['composed', nfd('김노랑 é'), '김노랑 é'],
    ['composed also around what nobody sees', 'ㅎ\u1112\u200C\u1161\u200B\u11AB', 'ㅎ한'],
    ['without zero widths', '\u200B김\u200C노\u200D랑\u2060\uFEFF', '김노랑'],
    ['without marks of direction', '\u202E김\u202C\u200F\u2066노랑\u2069', '김노랑'],
    ['without control characters', '\0김\x07노\x1B랑\x7F\x9F', '김노랑'],
    ['without soft hyphens and lone selectors', '김\u00AD노\uFE0F랑\u034F', '김노랑'],
    ['without the fillers inside of syllables', '\u115F\u1160김', '김'],
    ['with one space for a no-break one', '김\u00A0노랑', '김 노랑'],
    ['with one space for many', ' 김 \u3000\u2003 \t노랑 ', '김 노랑'],
    ['with one space for what ends lines', '김\r\n노\x85랑\u2028씨\v님', '김 노 랑 씨 님'],
    ['with a space for a filler that is as wide as a letter', '김\u3164노\uFFA0랑', '김 노 랑'],
    ['with a space for a blank of Braille', '김\u2800노랑', '김 노랑'],
    ['with the widths that were typed', 'ＫＩＭ①', 'ＫＩＭ①'],
    ['with its letters that stand alone', 'ㅋㅋ ㅇㅈ', 'ㅋㅋ ㅇㅈ'],
    ['with a family of emoji in one piece', '👩\u200D👩\u200D👧 님', '👩\u200D👩\u200D👧 님'],
    ['with the colour of a skin', '👩🏽\u200D🚀', '👩🏽\u200D🚀'],
    ['with a red heart', '❤\uFE0F\u200D🔥', '❤\uFE0F\u200D🔥'],
    ['without a joint that joins nothing', '👩\u200D', '👩'],
    ['without half an emoji', '김\uD83C', '김\uFFFD'],
  ])('%s', (_, typed, kept) => expect(asLine(typed)).toBe(kept))

  test.each([
    '',
    ' ',
    '\u3164',
    '\u200B\u200D',
    '\u00A0\u3000',
    '\uFEFF',
    '\u2800\n',
    '\u115F\u1160',
  ])('nothing to see is nothing: %j', (typed) => expect(asLine(typed)).toBe(''))
})

describe('of what no field holds the beginning is read', () => {
  test('of a line', () => expect(asLine('가'.repeat(2_001))).toBe('가'.repeat(2_000)))
  test('of lines', () => expect(asLines('가\n'.repeat(1_001))).toBe('가\n'.repeat(1_000).trim()))

  test.each([
    ['marks', 'a\u0301\u0316'],
    ['dots', '.'],
    ['one sign for three dots', '…'],
    ['one sign for a sentence', '\uFDFA'],
    ['spaces', ' '],
    ['joints', '👩\u200D'],
    ['dashes and digits', '1-'],
    ['brackets', '<'],
  ])('a flood of %s is soon judged', (_, sign) => {
    const flood = `${sign.repeat(100_000)}x`
    const began = process.cpuUsage()
    const readers = [parseCode, parseCount, parseWon, parseTypedDay, parseEmail, parseOrderNumber]
    for (const reader of [...readers, parsePhone, parsePostcode, asLines, maskedAddress])
      reader(flood)
    // Some of it is the machine's. Unbounded it was half a minute.
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000)
  })
})

describe('what has lines keeps them', () => {
  test.each([
    ['문 앞에\r\n놓아 주세요', '문 앞에\n놓아 주세요'],
    ['문 앞에\r놓아\v주\f세\x85요\u2028네\u2029!', '문 앞에\n놓아\n주\n세\n요\n네\n!'],
    [' 문  앞에 \n\u200B 놓아\u00A0주세요 ', '문 앞에\n놓아 주세요'],
    ['\n\n문 앞\n\n\n\n경비실\n\n', '문 앞\n\n경비실'],
    ['문 앞\n\n경비실', '문 앞\n\n경비실'],
  ])('%j', (typed, kept) => expect(asLines(typed)).toBe(kept))
})

describe('what is judged is of one width', () => {
  test.each([
    ['０１０', '010'],
    ['ｋｉｍ＠', 'kim@'],
    ['①½', '11⁄2'],
    ['\uFFA1\uFFC2', '가'],
    ['ㅇㅈㅠ', 'ㅇㅈㅠ'],
    ['ㄱㅏ ㆎ', 'ㄱㅏ ㆎ'],
    ['¨a', '̈a'],
    [nfd('유자'), '유자'],
  ])('%j is %j', (typed, judged) => expect(folded(typed)).toBe(judged))

  test('what was judged is judged alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(folded(folded(typed))).toBe(folded(typed))
        expect(asLine(asLine(typed))).toBe(asLine(typed))
        expect(asLines(asLines(typed))).toBe(asLines(typed))
      }),
    )
  })

  test('every dash is one in a number, and stays itself elsewhere', () => {
    const dashes = [...'-‐‑‒–—―⸺〜﹘﹣－˗⁃−─━ーㅡｰￚ']
    expect(foldedNumber(dashes.join(''))).toBe('-'.repeat(dashes.length))
    expect(folded('–ㅡー')).toBe('–ㅡー')
  })
})
