'use client'

import { SubmitButton } from '@/components/submit-button'
import { deliveryFee, type Tariff } from '@/lib/core/delivery'
import { formatMoney, krw, plus } from '@/lib/core/money'
import { usePostcode } from '@/components/use-postcode'

type Props = {
  readonly goods: number
  readonly postcode: string
  readonly tariff: Tariff
  /** With `{amount}` where the amount stands. */
  readonly pay: string
  readonly busy: string
}

/** Says what will be paid, and after the press where we are going. */
export function PayButton({ goods, postcode: initial, tariff, pay, busy }: Props) {
  const fee = deliveryFee(krw(goods), usePostcode(initial), tariff)
  const amount = formatMoney(plus(krw(goods), fee))
  return (
    <SubmitButton busy={busy} className="button text-lg">
      {pay.replace('{amount}', amount)}
    </SubmitButton>
  )
}
