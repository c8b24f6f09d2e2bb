import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { ProductView } from '@/lib/views/catalogue'

type Props = { readonly locale: Locale; readonly plans: ProductView['plans'] }

/** The ways to have it come regularly; most things have none. */
export async function Plans({ locale, plans }: Props) {
  if (plans.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'subscription' })
  return (
    <ul className="flex flex-col">
      {plans.map(({ id, rhythm, price }) => (
        <li key={id}>
          <a href={`/${locale}/subscriptions/new/${id}`} className="text-link">
            {t('onProduct')}: {t('each', { rhythm: t(`rhythm.${rhythm}`), price })}
          </a>
        </li>
      ))}
    </ul>
  )
}
