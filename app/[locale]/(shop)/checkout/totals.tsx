'use client'

import { deliveryFee, type Region, regionOf, type Tariff } from '@/lib/core/delivery'
import { formatMoney, krw, plus } from '@/lib/core/money'
import { usePostcode } from '@/components/use-postcode'

type Words = {
  readonly goods: string
  readonly delivery: string
  readonly free: string
  readonly total: string
  readonly region: Readonly<Record<Region, string>>
}

type Props = {
  readonly goods: number
  readonly postcode: string
  readonly tariff: Tariff
  readonly words: Words
}

/** What the order comes to. The fee follows the postcode while it is typed; the server has the last word. */
export function Totals({ goods, postcode: initial, tariff, words }: Props) {
  const postcode = usePostcode(initial)
  const fee = deliveryFee(krw(goods), postcode, tariff)
  const total = plus(krw(goods), fee)
  const region = words.region[regionOf(postcode)]
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-4">
      <input type="hidden" name="total" value={total.minor} />
      <p className="flex justify-between gap-4">
        <span className="text-quiet">{words.goods}</span>
        <span>{formatMoney(krw(goods))}</span>
      </p>
      <div aria-live="polite" aria-atomic="true" className="flex flex-col gap-2">
        <p className="flex justify-between gap-4">
          <span className="text-quiet">
            {words.delivery} {region && <span>({region})</span>}
          </span>
          <span>{fee.minor === 0 ? words.free : formatMoney(fee)}</span>
        </p>
        <p className="flex justify-between gap-4 pt-2 font-bold text-xl">
          <span>{words.total}</span>
          <span>{formatMoney(total)}</span>
        </p>
      </div>
    </div>
  )
}
