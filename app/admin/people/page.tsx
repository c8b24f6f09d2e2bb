import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deps } from '@/lib/deps'
import { peopleView } from '@/lib/views/desk/people'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, type Query } from '../parts/desk-page'
import { News } from '../parts/news'
import { typedBefore } from '../parts/typed-before'
import { Invite } from './invite'
import { PersonCard } from './person-card'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.people' })
  return { title: t('heading') }
}

/** Who works here: an owner asks people in, makes them something else, and lets them in no longer. */
export default async function PeoplePage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin/people', query }, async (person, locale) => {
    const { db, clock, shop } = deps()
    const [t, people, typed] = await Promise.all([
      getTranslations({ locale, namespace: 'desk.people' }),
      peopleView(db, shop.owners, await clock.now()),
      typedBefore(person, query),
    ])
    return (
      <div className="flex flex-col gap-6">
        <div>
          <h1 className="heading">{t('heading')}</h1>
          <p className="text-quiet">{t('lead')}</p>
        </div>
        <News locale={locale} query={query} />
        <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
          <section aria-labelledby="list" className="flex flex-col gap-3">
            <h2 id="list" className="font-bold">
              {t('list')}
            </h2>
            <ul className="flex flex-col gap-3">
              {people.map((each) => (
                <PersonCard
                  key={each.id}
                  locale={locale}
                  person={each}
                  isOneself={each.id === person.id}
                />
              ))}
            </ul>
          </section>
          <Invite locale={locale} query={query} typed={typed} />
        </div>
      </div>
    )
  })
}
