import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deskLocale } from '@/lib/visitor/desk'
import { DeskForm } from '../parts/desk-form'
import { deskPage, oneOf, type Query } from '../parts/desk-page'
import { News } from '../parts/news'
import { OwnSecondFactor } from './own-second-factor'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.account' })
  return { title: t('heading') }
}

/** What is one's own at the desk: the second factor, and where else one is signed in. */
export default async function DeskAccountPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin/account', query }, async (person, locale) => {
    const t = await getTranslations({ locale, namespace: 'desk' })
    return (
      <div className="flex max-w-prose flex-col gap-6">
        <h1 className="heading">{t('account.heading')}</h1>
        <News locale={locale} query={query} />
        <p className="wrap-anywhere">
          <span className="block text-quiet text-sm">{t('account.signedInAs')}</span>
          <span className="font-semibold">{person.email}</span> ({t(`role.${person.role}`)})
        </p>
        <OwnSecondFactor
          locale={locale}
          person={person}
          isMistaken={['digits', 'wrong_second'].includes(oneOf(query, 'problem') ?? '')}
        />
        <section aria-labelledby="sessions" className="card flex flex-col items-start gap-3">
          <h2 id="sessions" className="font-bold">
            {t('account.sessions')}
          </h2>
          <p className="text-quiet text-sm">{t('account.sessionsLead')}</p>
          <DeskForm action="/api/desk/account/sessions" locale={locale}>
            <button type="submit" className="button-plain button-small">
              {t('account.endOthers')}
            </button>
          </DeskForm>
        </section>
      </div>
    )
  })
}
