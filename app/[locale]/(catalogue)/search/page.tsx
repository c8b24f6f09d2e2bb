import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { LONGEST_SEARCH, readSearch, type Sort, search, sorted } from '@/lib/views/search'
import { localeIn } from '../../locale'
import { cachedCatalogue } from '../catalogue'
import { aboutPage } from '../metadata'
import { ProductList } from '../product-list'
import { SortLinks } from '../sort-links'
import { NothingFound } from './nothing-found'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  const { query } = readSearch(await searchParams)
  const [t, shop] = await Promise.all([
    getTranslations({ locale, namespace: 'seo' }),
    getTranslations({ locale, namespace: 'shop' }),
  ])
  const about = await aboutPage({
    locale,
    path: '/search',
    title: query || t('search'),
    description: shop('description'),
    picture: 'home',
  })
  // What somebody looked for is no page that others should find.
  return query ? { ...about, robots: { index: false } } : about
}

export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { query, sort } = readSearch(await searchParams)
  const [t, { collections, products }] = await Promise.all([
    getTranslations({ locale, namespace: 'search' }),
    cachedCatalogue(locale),
  ])
  const found = sorted(search(products, query), sort)
  const address = (by: Sort) => `/search?${new URLSearchParams({ q: query, sort: by })}`
  const path = query || sort !== 'window' ? address(sort) : '/search'
  return (
    <Frame locale={locale} path={path} simulated={deps().simulated}>
      <h1 className="title mb-5">{t('heading')}</h1>
      <SearchForm locale={locale} query={query} />
      {found.length === 0 ? (
        <NothingFound
          locale={locale}
          query={query}
          collections={collections}
          products={products.slice(0, 4)}
        />
      ) : (
        <>
          <div className="mt-10 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <p role="status" className="font-semibold">
              {query
                ? t('found', { query, count: found.length })
                : t('all', { count: found.length })}
            </p>
            {found.length > 1 && (
              <SortLinks
                locale={locale}
                chosen={sort}
                address={(by) => `/${locale}${address(by)}`}
              />
            )}
          </div>
          <ProductList locale={locale} products={found} level={2} />
        </>
      )}
    </Frame>
  )
}

async function SearchForm(props: { readonly locale: Locale; readonly query: string }) {
  const t = await getTranslations({ locale: props.locale, namespace: 'search' })
  return (
    <form action={`/${props.locale}/search`} className="flex max-w-2xl flex-wrap gap-x-3 gap-y-2">
      <label htmlFor="q" className="w-full font-semibold">
        {t('label')}
      </label>
      <input
        id="q"
        type="search"
        name="q"
        defaultValue={props.query}
        maxLength={LONGEST_SEARCH}
        autoComplete="off"
        aria-describedby="q-hint"
        className="field min-w-0 grow basis-48"
      />
      <button type="submit" className="button">
        {t('find')}
      </button>
      <p id="q-hint" className="w-full text-quiet text-sm">
        {t('hint')}
      </p>
    </form>
  )
}
