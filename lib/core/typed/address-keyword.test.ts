import { describe, expect, test } from 'vitest'
import { readKeyword } from './address-keyword'

describe('an address is looked for by', () => {
  test.each([
    ['세종대로 110', '세종대로 110'],
    [' 세종대로\u00A0 １１０ ', '세종대로 110'],
    ['세종대로 110'.normalize('NFD'), '세종대로 110'],
    ['[04524] 세종대로 110', '04524 세종대로 110'],
    ['세종대로=110%', '세종대로 110'],
    ['연동', '연동'],
    ['110 Sejong-daero', '110 Sejong-daero'],
    ['Norang-ro 1', 'Norang-ro 1'],
    ['가'.repeat(80), '가'.repeat(80)],
  ])('%j', (typed, keyword) => expect(readKeyword(typed)).toEqual({ kind: 'keyword', keyword }))
})

describe('nobody is asked about', () => {
  test.each([
    ['', 'missing'],
    ['\u200B ', 'missing'],
    ['서', 'too_short'],
    ['7', 'too_short'],
    ['04524', 'only_digits'],
    ['110-1', 'only_digits'],
    ['--', 'only_signs'],
    ['%%', 'only_signs'],
    ['<>', 'only_signs'],
    ['가'.repeat(81), 'too_long'],
    ['세종대로 01012345678', 'long_number'],
    ["' or 1=1 --", 'forbidden'],
    ['세종대로; DROP table orders', 'forbidden'],
    ['union select', 'forbidden'],
  ] as const)('%j: %s', (typed, why) =>
    expect(readKeyword(typed)).toEqual({ kind: 'problem', why }),
  )
})
