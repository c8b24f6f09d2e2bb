'use client'

import type { Locale } from '@/lib/core/locale'
import { broken } from '@/lib/i18n/messages/broken'

type Props = {
  readonly locale: Locale
  readonly sentence: 'explain' | 'explainPayment'
  readonly retry: () => void
}

/** What is shown in place of a page that failed. It says what is true of the money first. */
export function ErrorMessage({ locale, sentence, retry }: Props) {
  const words = broken[locale]
  return (
    <main className="wide flex grow flex-col justify-center py-12">
      <title>{words.heading}</title>
      <div className="narrow flex flex-col items-start gap-4">
        <h1 className="title">{words.heading}</h1>
        <p className="text-lg">{words[sentence]}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <button type="button" onClick={retry} className="button">
            {words.retry}
          </button>
          <a href={`/${locale}`} className="button-plain">
            {words.home}
          </a>
        </div>
      </div>
    </main>
  )
}
