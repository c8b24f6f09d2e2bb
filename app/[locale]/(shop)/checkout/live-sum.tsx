'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { OwnText } from '@/components/own-text'
import { sendDraftWhileTyping } from '@/components/send-draft-while-typing'
import { deliveryFee, type Region, regionOf, type Tariff } from '@/lib/core/delivery'
import { formatMoney, krw, type Money, plus } from '@/lib/core/money'
import { parsePostcode } from '@/lib/core/typed/postcode'

type Sum = {
  readonly fee: Money
  readonly total: Money
  /** Null until a postcode is known. */
  readonly region: Region | null
}

const SumContext = createContext<Sum | null>(null)

function useSum(): Sum {
  const sum = useContext(SumContext)
  if (!sum) throw new Error('a sum outside of its form')
  return sum
}

type Props = {
  readonly goods: number
  /** What those of them cost that have to be sent. */
  readonly sent: number
  readonly tariff: Tariff
  /** As it was typed before: the server counted with what it reads in it. */
  readonly postcode: string
  readonly className: string
  readonly children: ReactNode
}

/**
 * The form of the checkout. What it says about money follows the postcode as soon as there is one;
 * without JavaScript the server says it after the press.
 */
export function CheckoutSheet({ goods, sent, tariff, postcode, className, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [known, setKnown] = useState(() => parsePostcode(postcode))
  useEffect(() => {
    const sheet = form.current
    if (!sheet) return
    const look = () => {
      const now = parsePostcode(String(new FormData(sheet).get('postcode') ?? ''))
      if (now !== null) setKnown(now)
    }
    // The browser may have filled it in before this script came, or keep it after Back.
    look()
    sheet.addEventListener('input', look)
    window.addEventListener('pageshow', look)
    const stopKeeping = sendDraftWhileTyping(sheet)
    return () => {
      sheet.removeEventListener('input', look)
      window.removeEventListener('pageshow', look)
      stopKeeping()
    }
  }, [])

  const fee = deliveryFee(krw(sent), known ?? '', tariff)
  const region = known === null ? null : regionOf(known)
  return (
    // Our own sentences, in the language of the page, and the server's word in the end.
    <form ref={form} method="post" action="/api/checkout" noValidate className={className}>
      <SumContext value={{ fee, region, total: plus(krw(goods), fee) }}>{children}</SumContext>
    </form>
  )
}

export const TotalField = () => (
  <input type="hidden" name="total" value={useSum().total.minor} autoComplete="off" />
)

export const TotalText = () => <OwnText>{formatMoney(useSum().total)}</OwnText>

export function FeeText({ free }: { readonly free: string }) {
  const { fee } = useSum()
  return <OwnText>{fee.minor === 0 ? free : formatMoney(fee)}</OwnText>
}

/** A sentence with `{amount}` in it. */
export const PayLabel = ({ sentence }: { readonly sentence: string }) => (
  <OwnText>{sentence.replace('{amount}', formatMoney(useSum().total))}</OwnText>
)

type News = { readonly words: Readonly<Record<Region, string>>; readonly free: string }

/** What delivery costs there, read aloud when it is known. */
export function FeeNews({ words, free }: News) {
  const { fee, region } = useSum()
  const said = region === null ? '' : words[region].replace('{fee}', formatMoney(fee))
  return (
    <p role="status" aria-live="polite" className="min-h-[1lh] font-semibold text-[0.875rem]">
      <OwnText>{fee.minor === 0 && region !== null ? free : said}</OwnText>
    </p>
  )
}
