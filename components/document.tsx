import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly children: ReactNode }

/** The outermost of every page. Each zone has a root layout of its own, and all look like this. */
export const Document = ({ locale, children }: Props) => (
  <html lang={locale}>
    <body>{children}</body>
  </html>
)
