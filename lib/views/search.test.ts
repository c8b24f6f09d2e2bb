import { expect, test } from 'vitest'
import { products as goods } from '../db/demonstration/goods'
import { asSearched } from './as-searched'
import type { ProductView } from './catalogue'
import { LONGEST_SEARCH, readSearch, search, sorted } from './search'

const shelf: ProductView[] = goods.map(({ id, collection, ko, en }, place) => ({
  id,
  slug: id,
  isHidden: false,
  collection,
  name: ko[0],
  description: ko[1],
  minor: [15_000, 6_000, 48_000][place % 3] ?? 0,
  price: '',
  from: false,
  soldOut: id === 'yuja-preserve',
  variants: [],
  plans: [],
  names: asSearched([ko[0], en[0]]),
  words: asSearched([ko[1], en[1], collection]),
}))

const found = (asked: string) => search(shelf, asked).map(({ id }) => id)

test('nothing asked shows everything, in the order of the window', () => {
  expect(found('')).toEqual(goods.map(({ id }) => id))
  for (const unseen of ['   ', '\0', '\u200B', '\u3164'])
    expect(found(unseen)).toHaveLength(goods.length)
})

test('a Korean word finds what has it in its name first, then what speaks of it', () => {
  expect(found('유기')).toEqual(['brass-bowl', 'brass-spoon-set'])
  expect(found('노란')).toEqual(['sorghum-broom', 'pencil-set'])
})

test('every word has to be there', () => {
  expect(found('유기 수저')).toEqual(['brass-spoon-set'])
  expect(found('유기 유자')).toEqual([])
})

test('a name is found without its spaces', () =>
  expect(found('고흥유자청')).toEqual(['yuja-preserve']))

test('initial consonants find names, and not every sentence that happens to hold them', () => {
  expect(found('ㅇㅈ')).toEqual(['yuja-preserve'])
  expect(found('ㅂㅉ')).toEqual(['brass-bowl', 'brass-spoon-set'])
  expect(found('ㄱㅎㅇㅈㅊ')).toEqual(['yuja-preserve'])
})

test('English is understood on Korean pages too, in any case', () => {
  expect(found('YUJA')).toEqual(['yuja-preserve'])
  expect(found('coasters')).toEqual(['jogakbo-coasters'])
})

test('letters typed apart on a Mac are the same letters', () => {
  expect(found('참외'.normalize('NFD'))).toEqual(['chamoe-soap'])
  expect(asSearched(['참외 비누'.normalize('NFD'), 'ＳＯＡＰ'])).toBe('참외 비누\nsoap')
})

test.each(['%', "'; drop table products; --", '🍋', '\\', '.*', '\ud83c', '<b>'])(
  '%j finds nothing and breaks nothing',
  (asked) => expect(found(asked)).toEqual([]),
)

test('of ten thousand characters the first are read', () => {
  expect(found('유'.repeat(10_000))).toEqual([])
  expect(readSearch({ q: '🍋'.repeat(10_000) }).query).toBe('🍋'.repeat(LONGEST_SEARCH))
})

test('an address may say anything', () => {
  expect(readSearch({})).toEqual({ query: '', sort: 'window' })
  expect(readSearch({ q: ['유자', '초'], sort: ['dear', 'cheap'] })).toEqual({
    query: '유자',
    sort: 'dear',
  })
  expect(readSearch({ q: ' \ud83c ', sort: 'constructor' })).toEqual({
    query: '\ufffd',
    sort: 'window',
  })
})

test('cheap, dear and by name, and what is sold out always last', () => {
  const prices = sorted(shelf, 'cheap').map(({ minor }) => minor)
  expect(prices.slice(0, -1)).toEqual(prices.slice(0, -1).toSorted((a, b) => a - b))
  for (const sort of ['window', 'cheap', 'dear', 'name'] as const)
    expect(sorted(shelf, sort).at(-1)?.id).toBe('yuja-preserve')
  expect(sorted(shelf, 'dear')[0]?.minor).toBe(48_000)
  expect(sorted(shelf, 'name')[0]?.name).toBe('개나리 엽서 묶음')
})
