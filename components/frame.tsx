import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { Footer } from './footer'
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
      <a
        href="#content"
        className="absolute start-2 top-2 z-1 -translate-y-[200%] rounded-control bg-ink px-4 py-[0.65rem] text-paper focus:translate-none"
      >
        {t('page.skip')}
      </a>
      <Header locale={locale} path={path} simulated={simulated} />
      <main id="content" tabIndex={-1} className="wide grow pt-4 pb-8 sm:pt-6 sm:pb-12">
        {children}
      </main>
      <Footer locale={locale} path={path} />
    </>
  )
}
