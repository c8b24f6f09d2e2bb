import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import {
  registerEntry,
  type SellerDetail,
  type SellerFacts,
  sellerDetails,
  sellerFact,
} from './seller'

type Props = {
  readonly locale: Locale
  readonly business: SellerFacts
  readonly simulated: boolean
}

/** Who sells here, as far as it is set. */
export async function Seller({ locale, business, simulated }: Props) {
  const t = await getTranslations({ locale, namespace: 'footer' })
  const known = sellerDetails.flatMap((detail) => {
    const found = sellerFact(business, detail, simulated, (name) => t(`examples.${name}`))
    return found ? [{ detail, ...found }] : []
  })
  if (known.length === 0) return null
  const entry = registerEntry(business)
  return (
    <section aria-labelledby="seller" className="flex flex-col gap-1.5 text-quiet">
      <h2 id="seller" className="font-semibold text-ink">
        {t('seller')}
      </h2>
      {known.some(({ example }) => example) && (
        <p className="self-start rounded-control bg-sun-soft px-3 py-1 text-ink">{t('example')}</p>
      )}
      <dl className="flex flex-wrap gap-x-5 gap-y-1">
        {known.map(({ detail, text, example }) => (
          <div key={detail} className="flex flex-wrap gap-x-1.5">
            <dt>{t(`detail.${detail}`)}</dt>
            <dd className="text-ink">
              <Reachable detail={detail} text={text} example={example} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 max-w-prose">
        {t('weSell')}{' '}
        {entry && (
          <a href={entry} aria-label={t('checkAt')} className="underline underline-offset-4">
            {t('check')}
          </a>
        )}
      </p>
    </section>
  )
}

const schemes: Partial<Record<SellerDetail, string>> = { phone: 'tel:', email: 'mailto:' }

type Reached = { readonly detail: SellerDetail; readonly text: string; readonly example: boolean }

/** A number to call or an address to write to, unless it is made up. */
function Reachable({ detail, text, example }: Reached) {
  const scheme = schemes[detail]
  if (!scheme || example) return text
  const address = detail === 'phone' ? text.replace(/[^\d+]/g, '') : text
  return (
    <a href={`${scheme}${address}`} className="underline underline-offset-4">
      {text}
    </a>
  )
}
