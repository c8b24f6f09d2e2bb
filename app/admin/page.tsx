import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, type Query } from './parts/desk-page'
import { News } from './parts/news'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.today' })
  return { title: t('heading') }
}

/** What needs somebody now. */
export default async function TodayPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin', query }, async (_, locale) => {
    const t = await getTranslations({ locale, namespace: 'desk.today' })
    return (
      <div className="flex max-w-prose flex-col gap-4">
        <h1 className="heading">{t('heading')}</h1>
        <News locale={locale} query={query} />
        <p className="text-quiet">{t('quiet')}</p>
      </div>
    )
  })
}
