import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Mark } from '@/components/mark'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { OtherLanguage } from './other-language'

type Props = { readonly locale: Locale; readonly here: string; readonly children: ReactNode }

/** What is around a page before it is known who asks. */
export async function SignInFrame({ locale, here, children }: Props) {
  const [t, shop] = await Promise.all([
    getTranslations({ locale, namespace: 'desk' }),
    getTranslations({ locale, namespace: 'shop' }),
  ])
  return (
    <>
      <header className="border-line border-b bg-card">
        {deps().simulated && (
          <p className="bg-sun-soft px-4 py-1 text-center text-ink text-sm">{shop('demo')}</p>
        )}
        <div className="wide flex items-center justify-between gap-4 py-1">
          <p className="inline-flex min-h-11 items-center gap-2 font-bold font-display text-lg">
            <Mark />
            {t('name')}
          </p>
          <OtherLanguage locale={locale} here={here} />
        </div>
      </header>
      <main className="wide grow py-8">
        <div className="mx-auto flex max-w-md flex-col gap-6">{children}</div>
      </main>
    </>
  )
}
