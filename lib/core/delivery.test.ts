import { describe, expect, test } from 'vitest'
import { costOf, deliveryFee, missingToFree, regionOf, waivedFor } from './delivery'
import { nothingWaived } from './goods/goods'
import { krw, noMoney } from './money'

const tariff = { fee: 3_000, freeFrom: 50_000, jejuSurcharge: 3_000, islandSurcharge: 5_000 }

describe('where a postcode is', () => {
  test.each([
    ['04524', 'mainland'],
    ['62999', 'mainland'],
    ['63000', 'jeju'],
    ['63644', 'jeju'],
    ['63645', 'mainland'],
    ['40240', 'island'],
    ['40241', 'mainland'],
    ['23116', 'island'],
    ['', 'mainland'],
    ['6300', 'mainland'],
    ['630000', 'mainland'],
    ['jeju!', 'mainland'],
  ] as const)('%j is %s', (postcode, region) => expect(regionOf(postcode)).toBe(region))
})

describe('what delivery costs', () => {
  test.each([
    [15_000, '04524', 3_000],
    [15_000, '63100', 6_000],
    [15_000, '40200', 8_000],
    [49_999, '04524', 3_000],
    [50_000, '04524', 0],
    [50_000, '63100', 3_000],
    [50_000, '40200', 5_000],
    [15_000, 'unknown', 3_000],
  ])('goods for ₩%i to %s: ₩%i', (goods, postcode, fee) =>
    expect(deliveryFee(krw(goods), postcode, tariff)).toEqual(krw(fee)),
  )

  test('nothing is delivered for nothing', () =>
    expect(deliveryFee(noMoney, '63100', tariff)).toEqual(noMoney))

  test('what is missing for free delivery is never less than nothing', () => {
    expect(missingToFree(krw(15_000), tariff)).toEqual(krw(35_000))
    expect(missingToFree(krw(50_000), tariff)).toEqual(noMoney)
    expect(missingToFree(krw(90_000), tariff)).toEqual(noMoney)
  })
})

test('what is not asked for is what it would have been, had less been ordered', () => {
  expect(waivedFor(krw(50_000), tariff)).toEqual({ fee: krw(3_000), freeFrom: krw(50_000) })
  for (const goods of [noMoney, krw(49_999)])
    expect(waivedFor(goods, tariff)).toEqual(nothingWaived)
  expect(waivedFor(noMoney, { ...tariff, freeFrom: 0 })).toEqual(nothingWaived)
})

test('an order costs its goods and the way to them, and each is shown', () => {
  const jars = { price: 15_000, quantity: 2, isDelivered: true }
  const tea = { price: 9_000, quantity: 1, isDelivered: true }
  expect(costOf([jars, tea], '63100', tariff)).toEqual({
    goods: krw(39_000),
    fee: krw(6_000),
    waived: nothingWaived,
    total: krw(45_000),
  })
  expect(costOf([], '63100', tariff).total).toEqual(noMoney)
})

test('what is not delivered costs nothing but itself, and does not make delivery free', () => {
  const voucher = { price: 1_000, quantity: 1, isDelivered: false }
  const tea = { price: 9_000, quantity: 1, isDelivered: true }
  const dear = { ...voucher, price: 90_000 }
  expect(costOf([voucher], '63100', tariff)).toMatchObject({ fee: noMoney, total: krw(1_000) })
  expect(costOf([dear, tea], '04524', tariff)).toEqual({
    ...costOf([tea], '04524', tariff),
    goods: krw(99_000),
    total: krw(99_000 + tariff.fee),
  })
})
