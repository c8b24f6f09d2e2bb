import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type ReadableAddresses, readableAddresses } from '@/app/api/addresses/readable-addresses'
import { addressFormOf } from '@/app/api/checkout/address/form'
import { searchedTooOften } from '@/app/api/limits'
import { Frame } from '@/components/frame'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { searchAddress } from '@/lib/flows/address/search-address'
import { findAddressWords } from '@/lib/i18n/find-address-words'
import { draftView } from '@/lib/views/checkout'
import { visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../../locale'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'checkout' })
  return { title: t('search.label') }
}

/** Without JavaScript an address is found here: what is looked for is kept with the rest of what was typed, and in no URL. */
export default async function AddressPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { juso, simulated } = deps()
  const who = await visitor()
  const query = await searchParams
  const { page, named } = addressFormOf(query)
  if (juso === null || who === null) redirect(`/${locale}${page}`)
  const typed = (await draftView(deps().db, who)).addressKeyword ?? ''
  const found = query.asked === '1' ? await looked(typed, locale) : null
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const which = new URLSearchParams(named)
  const path = `/checkout/address${which.size > 0 ? `?${which}` : ''}`
  return (
    <Frame locale={locale} path={path} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <h1 className="title">{t('search.label')}</h1>
        <form method="post" action="/api/checkout/address" className="flex flex-col gap-1.5">
          <Hidden fields={{ locale, ...named }} />
          <label htmlFor="addressKeyword" className="font-semibold">
            {t('search.label')}
          </label>
          <div className="flex flex-wrap gap-2">
            <input
              id="addressKeyword"
              name="addressKeyword"
              defaultValue={typed}
              autoComplete="off"
              enterKeyHint="search"
              aria-describedby="keyword-hint"
              className="field min-w-0 grow basis-48"
            />
            <button type="submit" className="button">
              {t('search.find')}
            </button>
          </div>
          <p id="keyword-hint" className="text-quiet text-sm">
            {t('search.hint')}
          </p>
        </form>
        {found && <Results locale={locale} found={found} named={named} />}
        <a href={`/${locale}${page}#postcode`} className="text-link self-start">
          {t('search.back')}
        </a>
      </div>
    </Frame>
  )
}

async function looked(typed: string, locale: Locale): Promise<ReadableAddresses> {
  const { juso, log } = deps()
  if (juso === null) return { said: findAddressWords[locale].away, addresses: [] }
  if (await searchedTooOften(await headers()))
    return { said: findAddressWords[locale].often, addresses: [] }
  return readableAddresses(await searchAddress({ juso, log }, typed), locale)
}

type Fields = Readonly<Record<string, string>>

const Hidden = ({ fields }: { readonly fields: Fields }) =>
  Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))

type ResultsProps = {
  readonly locale: Locale
  readonly found: ReadableAddresses
  readonly named: Fields
}

async function Results({ locale, found, named }: ResultsProps) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <section aria-label={t('search.results')} className="flex flex-col gap-3">
      <p role="status" className="font-semibold">
        {found.said}
      </p>
      <ul className="flex flex-col gap-3">
        {found.addresses.map(({ postcode, address, also }) => (
          <li key={`${postcode} ${address}`} className="card">
            <form
              method="post"
              action="/api/checkout/address"
              className="flex flex-wrap items-center gap-3"
            >
              <Hidden fields={{ locale, ...named, chosen: 'yes', postcode, address }} />
              <p className="min-w-0 grow basis-48">
                <span className="me-2 font-semibold tabular-nums">{postcode}</span>
                {address}
                <span className="block text-quiet text-sm">{also}</span>
              </p>
              <button
                type="submit"
                aria-label={`${t('search.choose')}: ${address}`}
                className="button-plain button-small"
              >
                {t('search.choose')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
