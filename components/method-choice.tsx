import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type MethodName = 'kakaopay' | 'kcp_naverpay' | 'kcp_payco' | 'kcp_creditcard'

type Props = {
  readonly locale: Locale
  readonly methods: readonly { readonly type: MethodName; readonly logo: string }[]
  /** The one chosen before, if it is still there; else the first. */
  readonly chosen: string | undefined
  /** The id of the sentence that says what is wrong with the choice. */
  readonly describedBy?: string | undefined
}

/** The radios of the payment methods; the fieldset around them belongs to the page. */
export async function MethodChoice({ locale, methods, chosen, describedBy }: Props) {
  const t = await getTranslations({ locale, namespace: 'method' })
  const preferred = methods.find(({ type }) => type === chosen) ?? methods[0]
  return methods.map(({ type, logo }) => (
    <label key={type} className="choice">
      <input
        type="radio"
        name="method"
        value={type}
        defaultChecked={type === preferred?.type}
        required
        aria-describedby={describedBy}
      />
      {/* biome-ignore lint/performance/noImgElement: a small SVG of ours, or Adyen's file in its place. */}
      <img src={logo} alt="" width="48" height="32" />
      {t(type)}
    </label>
  ))
}
