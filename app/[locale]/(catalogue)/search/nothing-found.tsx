import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CollectionView, ProductView } from '@/lib/views/catalogue'
import { ProductList } from '../product-list'

type Props = {
  readonly locale: Locale
  readonly query: string
  readonly collections: readonly CollectionView[]
  readonly products: readonly ProductView[]
}

/** Says so, and what to do instead. */
export async function NothingFound({ locale, query, collections, products }: Props) {
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <>
      <div className="mt-10 flex flex-col items-start gap-3">
        <p role="status" className="heading">
          {t('none', { query })}
        </p>
        <p className="text-lg">{t('noneHint')}</p>
        <ul className="flex flex-wrap gap-2">
          {collections.map(({ id, name }) => (
            <li key={id}>
              <a href={`/${locale}/collections/${id}`} className="chip">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <section aria-labelledby="instead" className="mt-section">
        <h2 id="instead" className="heading mb-5">
          {t('instead')}
        </h2>
        <ProductList locale={locale} products={products} level={3} />
      </section>
    </>
  )
}
