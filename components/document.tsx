import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly children: ReactNode }

/** The files that the first screen of a language is set in. */
const typeOf = {
  ko: ['pretendard-hangul', 'hahmlet-hangul', 'pretendard-latin'],
  en: ['pretendard-latin', 'hahmlet-latin'],
} as const satisfies Record<Locale, readonly string[]>

/** The outermost of every page. Each zone has a root layout of its own, and all look like this. */
export function Document({ locale, children }: Props) {
  for (const name of typeOf[locale])
    preload(`/fonts/${name}.woff2`, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  )
}
