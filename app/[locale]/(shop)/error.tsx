'use client'

import { useParams } from 'next/navigation'
import { Broken } from '@/components/broken'
import { localeOr } from '@/lib/core/locale'

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  const { locale } = useParams()
  return <Broken locale={localeOr(locale)} sentence="explainPayment" retry={retry} />
}
