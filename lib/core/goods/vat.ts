import { krw, type Money, minus, noMoney, plus, sum } from '../money'
import type { Goods } from './goods'

/** What an order cost: what is taxed without its tax, the tax in it, and what is free of it. */
export type VatSplit = { readonly supply: Money; readonly vat: Money; readonly free: Money }

/** Prices hold 10 % VAT. Bringing goods is free of it where all of them are (부가가치세법 제14조). */
export function vatSplitOf({ lines, delivery }: Goods): VatSplit {
  const paid = (vat: 'taxed' | 'free') =>
    sum(lines.filter((line) => line.vat === vat).map((line) => line.paid))
  const isAllFree = lines.every(({ vat }) => vat === 'free')
  const taxed = plus(paid('taxed'), isAllFree ? noMoney : delivery)
  const vat = krw(Math.round(taxed.minor / 11))
  return {
    supply: minus(taxed, vat),
    vat,
    free: plus(paid('free'), isAllFree ? delivery : noMoney),
  }
}
