import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deps } from '@/lib/deps'
import { todayView } from '@/lib/views/desk/today'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, type Query } from './parts/desk-page'
import { News } from './parts/news'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.today' })
  return { title: t('heading') }
}

/** What needs somebody now, one line for each kind. */
export default async function TodayPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin', query }, async ({ role }, locale) => {
    const { db, clock } = deps()
    const [t, lines] = await Promise.all([
      getTranslations({ locale, namespace: 'desk.today' }),
      todayView(db, role, await clock.now()),
    ])
    return (
      <div className="flex max-w-prose flex-col gap-6">
        <h1 className="heading">{t('heading')}</h1>
        <News locale={locale} query={query} />
        {lines.length === 0 ? (
          <p className="text-quiet">{t('quiet')}</p>
        ) : (
          <section aria-labelledby="lead" className="flex flex-col gap-2">
            <h2 id="lead" className="text-quiet text-sm">
              {t('lead')}
            </h2>
            <dl className="divide-y divide-line border-line border-y">
              {lines.map(({ kind, count, isMore }) => (
                <div key={kind} className="flex justify-between gap-4 py-3">
                  <dt>{t(kind)}</dt>
                  <dd className="font-bold tabular-nums">
                    {isMore ? t('more', { count }) : count}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    )
  })
}
