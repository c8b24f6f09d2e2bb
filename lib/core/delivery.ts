import { nothingWaived, type Waived } from './goods/goods'
import { krw, type Money, noMoney, plus, sum, times } from './money'

/** What delivery costs, in won. Remote places cost their surcharge also when delivery is free. */
export type Tariff = {
  readonly fee: number
  readonly freeFrom: number
  readonly jejuSurcharge: number
  readonly islandSurcharge: number
}

export type Region = 'mainland' | 'jeju' | 'island'

// The five-digit postcodes to which Korean carriers bill a surcharge. Each carrier has a list of its own;
// they differ in a few harbours. First and last of each range.
const islands: readonly (readonly [number, number])[] = [
  [22386, 22388],
  [23004, 23010],
  [23100, 23116],
  [23124, 23136],
  [31708, 31708],
  [32133, 32133],
  [33411, 33411],
  [40200, 40240],
  [46768, 46771],
  [52570, 52571],
  [53031, 53033],
  [53089, 53104],
  [54000, 54000],
  [56347, 56349],
  [57068, 57069],
  [58760, 58762],
  [58800, 58810],
  [58816, 58818],
  [58826, 58826],
  [58832, 58832],
  [58839, 58841],
  [58843, 58866],
  [58953, 58958],
  [59102, 59103],
  [59106, 59106],
  [59127, 59127],
  [59129, 59129],
  [59137, 59166],
  [59421, 59421],
  [59531, 59531],
  [59551, 59551],
  [59563, 59563],
  [59568, 59568],
  [59650, 59650],
  [59766, 59766],
  [59781, 59790],
]

/** Where a postcode is; anything that is not one counts as the mainland. */
export function regionOf(postcode: string): Region {
  if (!/^\d{5}$/.test(postcode)) return 'mainland'
  const code = Number(postcode)
  if (code >= 63000 && code <= 63644) return 'jeju'
  return islands.some(([first, last]) => code >= first && code <= last) ? 'island' : 'mainland'
}

/** The fee for goods of this value to this postcode; nothing for nothing. */
export function deliveryFee(goods: Money, postcode: string, tariff: Tariff): Money {
  if (goods.minor === 0) return noMoney
  const usual = goods.minor >= tariff.freeFrom ? 0 : tariff.fee
  const region = regionOf(postcode)
  if (region === 'mainland') return krw(usual)
  return krw(usual + (region === 'jeju' ? tariff.jejuSurcharge : tariff.islandSurcharge))
}

/** What of that fee is not asked for, because the goods cost so much. A surcharge always is. */
export const waivedFor = (goods: Money, { fee, freeFrom }: Tariff): Waived =>
  goods.minor > 0 && goods.minor >= freeFrom
    ? { fee: krw(fee), freeFrom: krw(freeFrom) }
    : nothingWaived

type Priced = {
  readonly price: number
  readonly quantity: number
  /** False: nothing is sent of it. */
  readonly isDelivered: boolean
}

const worthOf = (lines: readonly Priced[]) =>
  sum(lines.map(({ price, quantity }) => times(krw(price), quantity)))

/** What those of the lines cost that have to be sent. */
export const worthSent = (lines: readonly Priced[]): Money =>
  worthOf(lines.filter(({ isDelivered }) => isDelivered))

/** What lines cost together, and what the way to this postcode costs besides. */
export function costOf(lines: readonly Priced[], postcode: string, tariff: Tariff) {
  const goods = worthOf(lines)
  const sent = worthSent(lines)
  const fee = deliveryFee(sent, postcode, tariff)
  return { goods, fee, waived: waivedFor(sent, tariff), total: plus(goods, fee) }
}

/** How much more must be bought until delivery is free. */
export const missingToFree = (goods: Money, { freeFrom }: Tariff): Money =>
  krw(Math.max(0, freeFrom - goods.minor))
