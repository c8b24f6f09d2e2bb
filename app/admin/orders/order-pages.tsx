import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrdersView } from '@/lib/views/desk/orders'

type Props = { readonly locale: Locale; readonly view: OrdersView }

/** To the next page and back, or on from where a page stopped looking. */
export async function OrderPages({ locale, view: { newer, older, goOn } }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  if (newer === null && older === null && goOn === null) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-4">
      {newer !== null && (
        <a href={newer} rel="prev" className="text-link">
          {t('newer')}
        </a>
      )}
      {older !== null && (
        <a href={older} rel="next" className="text-link">
          {t('older')}
        </a>
      )}
      {goOn !== null && (
        <>
          <p>{t('noneYet')}</p>
          <a href={goOn} rel="next" className="text-link">
            {t('goOn')}
          </a>
        </>
      )}
    </nav>
  )
}
