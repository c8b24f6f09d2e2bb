import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { ProductView } from '@/lib/views/catalogue'

// Not from the palest to the deepest: as they lie on the table.
const yellows = [
  ['yuja', 'bg-shade-yuja', 'yuja-preserve'],
  ['ginkgo', 'bg-shade-ginkgo', 'ginkgo-notebook'],
  ['brass', 'bg-shade-brass', 'brass-bowl'],
  ['forsythia', 'bg-shade-forsythia', 'forsythia-cards'],
  ['gardenia', 'bg-shade-gardenia', 'hanji-lamp'],
  ['mustard', 'bg-shade-mustard', 'mustard-rice-bowl'],
  ['melon', 'bg-shade-melon', 'chamoe-soap'],
  ['honey', 'bg-shade-honey', 'wild-honey'],
] as const

type Props = { readonly locale: Locale; readonly products: readonly ProductView[] }

/** A colour chart: each yellow leads to the thing that has it. */
export async function YellowChart({ locale, products }: Props) {
  const t = await getTranslations({ locale, namespace: 'home' })
  const there = yellows.filter(([, , slug]) => products.some((product) => product.slug === slug))
  return (
    <section aria-labelledby="yellows" className="mt-section">
      <h2 id="yellows" className="title mb-6 sm:mb-8">
        {t('yellows')}
      </h2>
      <ul className="grid grid-cols-2 overflow-hidden rounded-card sm:grid-cols-4 lg:grid-cols-8">
        {there.map(([shade, look, slug]) => (
          <li key={shade}>
            <a
              href={`/${locale}/products/${slug}`}
              className={`flex min-h-[clamp(5.5rem,11vw,8rem)] items-end px-3 py-2.5 font-semibold text-on-sun leading-[1.3] hover:underline hover:decoration-2 hover:underline-offset-[0.25em] focus-visible:-outline-offset-6 focus-visible:outline-on-sun ${look}`}
            >
              {t(`shade.${shade}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
