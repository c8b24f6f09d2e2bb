import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { Footer } from './footer'
import { Mark } from './mark'

type Props = {
  readonly locale: Locale
  /** This page without its language, such as `/cart`: the same page in the other language. */
  readonly path: string
  readonly simulated: boolean
  readonly children: ReactNode
}

/** What is around every page. Links are plain: each zone is entered by a full page load. */
export async function Frame({ locale, path, simulated, children }: Props) {
  const t = await getTranslations({ locale })
  const other = locale === 'ko' ? 'en' : 'ko'
  return (
    <>
      <a href="#content" className="skip">
        {t('page.skip')}
      </a>
      <header className="border-line border-b">
        {simulated && (
          <p className="bg-sun-soft px-4 py-1.5 text-center text-ink text-sm">{t('shop.demo')}</p>
        )}
        <div className="wide flex items-center justify-between gap-2 py-2">
          <a href={`/${locale}`} className="brand">
            <Mark />
            {t('shop.name')}
          </a>
          <nav aria-label={t('page.menu')} className="flex items-center">
            <a href={`/${locale}/cart`} className="menu-link">
              {t('page.cart')}
            </a>
            <a href={`/${other}${path}`} hrefLang={other} lang={other} className="menu-link">
              {t('page.language')}
            </a>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wide grow py-8 sm:py-12">
        {children}
      </main>
      <Footer locale={locale} path={path} />
    </>
  )
}
