import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { ProductView } from '@/lib/views/catalogue'

type Props = { readonly locale: Locale; readonly product: ProductView }

/** What there is to choose from; the first that can be had is chosen. */
export async function Options({ locale, product: { from, variants } }: Props) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const chosen = variants.find(({ soldOut }) => !soldOut)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-semibold">{t('option')}</legend>
      {variants.map(({ id, option, price, soldOut, fewLeft }) => (
        <label key={id} className="choice">
          <input
            type="radio"
            name="variant"
            value={id}
            defaultChecked={id === chosen?.id}
            disabled={soldOut}
            required
          />
          <span className="flex grow flex-wrap justify-between gap-x-4">
            <span>{option}</span>
            <span className="font-normal tabular-nums">
              {from && price}
              {soldOut && <span className="ms-2">{t('soldOutShort')}</span>}
              {fewLeft !== null && <span className="ms-2">{t('fewLeft', { count: fewLeft })}</span>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
