import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { Mark } from '../mark'
import { AnswersNotFound } from './answers-not-found'

type Props = { readonly locale: Locale; readonly simulated: boolean }

/** In place of a page about something that is not there: the status of that, and its words also without JavaScript. */
export async function Missing({ locale, simulated }: Props) {
  const t = await getTranslations({ locale })
  return (
    <AnswersNotFound>
      <link rel="stylesheet" href="/plain.css" />
      <div lang={locale} className="plain-page">
        <header>
          {simulated && <p className="demo">{t('shop.demo')}</p>}
          <div className="bar">
            <a href={`/${locale}`}>
              <Mark />
              {t('shop.name')}
            </a>
            <a href={`/${locale}/cart`}>{t('page.cart')}</a>
          </div>
        </header>
        <main>
          <h1>{t('notFound.heading')}</h1>
          <p>{t('notFound.explain')}</p>
          <nav>
            <a href={`/${locale}`}>{t('notFound.home')}</a>
            <a href={`/${locale}/orders/find`}>{t('page.find')}</a>
          </nav>
        </main>
      </div>
    </AnswersNotFound>
  )
}
