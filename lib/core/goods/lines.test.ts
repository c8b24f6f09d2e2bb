import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineId } from '../ids'
import { krw, sum } from '../money'
import { oneThing, paidFor, pricedLines, problemOfPieces, shared } from './lines'

const line = (price: number, quantity: number) =>
  ({ variant: 'yuja', quantity, listPrice: krw(price), vat: 'taxed' }) as const

describe('what was paid for a line', () => {
  test('is its price, when nothing was taken off', () => {
    const lines = pricedLines([line(5000, 2), line(3000, 1)], krw(13_000))
    expect(lines.map(({ id, paid }) => [id, paid.minor])).toEqual([
      [1, 10_000],
      [2, 3000],
    ])
  })

  test('is its share of what was taken off, to the won', () => {
    const lines = pricedLines([line(3333, 1), line(3333, 1), line(3334, 1)], krw(9000))
    expect(lines.map(({ paid }) => paid.minor)).toEqual([2999, 3000, 3001])
  })

  test('is shared by number where all of it cost nothing', () => {
    expect(pricedLines([line(0, 1), line(0, 2)], krw(3)).map(({ paid }) => paid.minor)).toEqual([
      1, 2,
    ])
  })

  test('is exact with amounts whose product no number holds', () => {
    const most = 999_999_999_999
    expect(
      pricedLines([line(most, 1), line(1, 1)], krw(most)).map(({ paid }) => paid.minor),
    ).toEqual([most - 1, 1])
  })

  test('is all of it where nobody said what was ordered', () => {
    expect(oneThing(krw(15_000))).toMatchObject([
      { variant: null, quantity: 1, paid: krw(15_000), vat: 'taxed' },
    ])
  })

  test('always adds up, and no share is below nothing', () => {
    const won = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(won, fc.array(won, { minLength: 1, maxLength: 20 }), (amount, weights) => {
        expect(sum(shared(krw(amount), weights)).minor).toBe(amount)
      }),
    )
  })
})

test('pieces of a line are paid for one after the other, and together it is the line', () => {
  const [three] = pricedLines([line(3334, 3)], krw(10_000))
  if (!three) throw new Error('no line')
  const each = [0, 1, 2].map((before) => paidFor(three, before, 1).minor)
  expect(each).toEqual([3333, 3333, 3334])
  expect(paidFor(three, 1, 2).minor).toBe(6667)
  expect(paidFor(three, 3, 0).minor).toBe(0)
})

describe('what somebody names is taken as it is written, or not at all', () => {
  const [one, two] = [lineId(1), lineId(2)]
  const there = [{ line: one, quantity: 2 }]
  test.each([
    ['nothing', [], 'no_pieces'],
    ['none of a line', [{ line: one, quantity: 0 }], 'no_pieces'],
    ['half a piece', [{ line: one, quantity: 0.5 }], 'no_pieces'],
    ['less than none', [{ line: one, quantity: -1 }], 'no_pieces'],
    [
      'a line twice',
      [
        { line: one, quantity: 1 },
        { line: one, quantity: 1 },
      ],
      'line_twice',
    ],
    ['more than there are', [{ line: one, quantity: 3 }], 'more_than_there_are'],
    ['a line that there is not', [{ line: two, quantity: 1 }], 'more_than_there_are'],
    ['all of it', [{ line: one, quantity: 2 }], null],
  ])('%s', (_, named, problem) => {
    expect(problemOfPieces(named, there)).toBe(problem)
  })
})
