'use client'

import { useParams } from 'next/navigation'
import { ErrorMessage } from '@/components/error-message'
import { localeOr } from '@/lib/core/locale'

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  const { locale } = useParams()
  return <ErrorMessage locale={localeOr(locale)} sentence="explain" retry={retry} />
}
