import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { type Sort, sorts } from '@/lib/views/search'

type Props = {
  readonly locale: Locale
  readonly chosen: Sort
  readonly address: (by: Sort) => string
}

export async function SortLinks({ locale, chosen, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'collection' })
  return (
    <nav aria-label={t('sort')}>
      <ul className="flex flex-wrap gap-2">
        {sorts.map((by) => (
          <li key={by}>
            <a
              href={address(by)}
              rel={by === 'window' ? undefined : 'nofollow'}
              aria-current={by === chosen ? 'true' : undefined}
              className="chip"
            >
              {t(`by.${by}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
