import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CollectionView } from '@/lib/views/catalogue'

type Props = {
  readonly locale: Locale
  readonly collection: CollectionView | undefined
  readonly name: string
}

/** Where this page lies in the shop. */
export async function Path({ locale, collection, name }: Props) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const step = 'inline-flex min-h-11 min-w-11 items-center justify-center hover:underline'
  const between = `before:mx-2 before:content-['/'] before:text-edge`
  return (
    <nav aria-label={t('path')} className="mb-2 text-quiet text-sm">
      <ol className="flex flex-wrap items-center">
        <li>
          <a href={`/${locale}`} className={step}>
            {t('start')}
          </a>
        </li>
        {collection && (
          <li className={between}>
            <a href={`/${locale}/collections/${collection.id}`} className={step}>
              {collection.name}
            </a>
          </li>
        )}
        <li aria-current="page" className={between}>
          {name}
        </li>
      </ol>
    </nav>
  )
}
