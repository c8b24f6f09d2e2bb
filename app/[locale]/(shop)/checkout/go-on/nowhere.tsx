import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly why: 'gone' | 'ordered' | 'empty' }

/** A link by which nothing can be taken over, and where to go on instead. */
export async function GoOnNowhere({ locale, why }: Props) {
  const t = await getTranslations({ locale })
  return (
    <>
      <h1 className="title">{t(`handOver.${why}.heading`)}</h1>
      <p>{t(`handOver.${why}.what`)}</p>
      {why === 'gone' && (
        <a href={`/${locale}/checkout`} className="button">
          {t('handOver.gone.checkout')}
        </a>
      )}
      {why === 'ordered' && (
        <a href={`/${locale}/orders/find`} className="button">
          {t('page.find')}
        </a>
      )}
      <a href={`/${locale}`} className="button-plain">
        {t('cart.continueShopping')}
      </a>
    </>
  )
}
