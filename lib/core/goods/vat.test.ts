import { expect, test } from 'vitest'
import { krw, noMoney } from '../money'
import { newGoods } from './goods'
import { type Line, pricedLines } from './lines'
import { vatSplitOf } from './vat'

const jar = { variant: 'jar', quantity: 2, listPrice: krw(11_000), vat: 'taxed' } as const
const honey = { variant: 'honey', quantity: 1, listPrice: krw(48_000), vat: 'free' } as const
const split = (lines: readonly Line[], delivery = noMoney) => {
  const { supply, vat, free } = vatSplitOf(newGoods(lines, delivery))
  return [supply.minor, vat.minor, free.minor]
}

test('of taxed goods and their delivery an eleventh is the tax', () => {
  expect(split(pricedLines([jar], krw(22_000)), krw(3300))).toEqual([23_000, 2300, 0])
})

test('goods that are free of it stand apart, with what was paid for them', () => {
  expect(split(pricedLines([jar, honey], krw(70_000)))).toEqual([20_000, 2000, 48_000])
  expect(split(pricedLines([jar, honey], krw(35_000)))).toEqual([10_000, 1000, 24_000])
})

test('bringing goods is free of it only where all of them are', () => {
  expect(split(pricedLines([honey], krw(48_000)), krw(3000))).toEqual([0, 0, 51_000])
  expect(split(pricedLines([jar, honey], krw(70_000)), krw(3300))).toEqual([23_000, 2300, 48_000])
})

test('whatever the amount, the parts are the whole', () => {
  for (const paid of [1, 10, 999, 15_000, 69_999]) {
    const parts = split(pricedLines([jar, honey], krw(paid)), krw(3000))
    expect(parts.reduce((sum, part) => sum + part)).toBe(paid + 3000)
  }
})
