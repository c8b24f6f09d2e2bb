import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { asLine } from '@/lib/core/typed/text'
import { deps } from '@/lib/deps'
import { logView } from '@/lib/views/desk/log'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, oneOf, type Query } from '../parts/desk-page'
import { FilterLog } from './filter-log'
import { LogTable } from './log-table'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.log' })
  return { title: t('heading') }
}

/** What people of the shop did, newest first. */
export default async function LogPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin/log', query }, async (_, locale) => {
    const about = asLine(oneOf(query, 'q') ?? '').slice(0, 200) || null
    const asked = oneOf(query, 'before') ?? ''
    const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null
    const [t, { lines, older }] = await Promise.all([
      getTranslations({ locale, namespace: 'desk.log' }),
      logView(deps().db, { about, before }),
    ])
    const here = (changed: Record<string, string>) =>
      `/admin/log?${new URLSearchParams({ ...(about && { q: about }), ...changed })}`
    return (
      <div className="flex flex-col gap-5">
        <div>
          <h1 className="heading">{t('heading')}</h1>
          <p className="text-quiet">{t('lead')}</p>
        </div>
        <FilterLog locale={locale} about={about} />
        {lines.length === 0 ? (
          <p>{about === null ? t('none') : t('noneSuch')}</p>
        ) : (
          <LogTable locale={locale} lines={lines} />
        )}
        <nav aria-label={t('heading')} className="flex flex-wrap gap-4">
          {before !== null && (
            <a href={here({})} className="text-link">
              {t('newest')}
            </a>
          )}
          {older !== null && (
            <a href={here({ before: String(older) })} rel="next" className="text-link">
              {t('older')}
            </a>
          )}
        </nav>
      </div>
    )
  })
}
