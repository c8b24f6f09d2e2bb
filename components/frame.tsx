import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { Header } from './header'

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
  return (
    <>
      <a href="#content" className="skip">
        {t('page.skip')}
      </a>
      <Header locale={locale} path={path} simulated={simulated} />
      <main id="content" tabIndex={-1} className="wide grow pt-4 pb-8 sm:pt-6 sm:pb-12">
        {children}
      </main>
      <footer className="border-line border-t">
        <div className="wide flex flex-wrap items-center justify-between gap-x-8 py-6 text-quiet text-sm">
          <p>{t('shop.footer')}</p>
          <a href={`/${locale}/orders/find`} className="menu-link -mx-3">
            {t('page.find')}
          </a>
        </div>
      </footer>
    </>
  )
}
