'use client'

import { deskFailed } from '@/lib/i18n/messages/desk-failed'

/** In place of a page of the desk that failed. Which language it was in is not known here, so it speaks both. */
export default function DeskError({ retry }: { readonly retry: () => void }) {
  return (
    <main className="wide flex grow flex-col items-start gap-6 py-8">
      {(['ko', 'en'] as const).map((locale) => (
        <div key={locale} lang={locale} className="flex flex-col gap-2">
          <h1 className="heading">{deskFailed[locale].heading}</h1>
          <p>{deskFailed[locale].explain}</p>
        </div>
      ))}
      <button type="button" onClick={retry} className="button">
        {`${deskFailed.ko.retry} · ${deskFailed.en.retry}`}
      </button>
    </main>
  )
}
