'use client'

import { useParams } from 'next/navigation'
import './shop.css'
import { Document } from '@/components/document'
import { ErrorMessage } from '@/components/error-message'
import { localeOr } from '@/lib/core/locale'

/** When even a layout failed. Which page it was is not known, so it speaks of payments too. */
export default function GlobalError({ retry }: { readonly retry: () => void }) {
  const locale = localeOr(useParams()?.locale)
  return (
    <Document locale={locale}>
      <ErrorMessage locale={locale} sentence="explainPayment" retry={retry} />
    </Document>
  )
}
