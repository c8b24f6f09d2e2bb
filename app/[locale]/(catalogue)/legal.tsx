import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { LegalText } from '@/components/legal-text'
import { type SellerDetail, sellerFact } from '@/components/seller'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { feesAsText, type Values } from '@/lib/i18n/legal/fill'
import { type LegalName, legalNames } from '@/lib/i18n/legal/shape'
import { legalTexts } from '@/lib/i18n/legal/texts'
import { localeIn } from '../locale'

export type LegalProps = { readonly params: Promise<{ locale: string }> }

export const legalMetadata =
  (name: LegalName) =>
  async ({ params }: LegalProps): Promise<Metadata> => {
    const locale = await localeIn(params)
    const { title, lead } = legalTexts[locale].documents[name]
    const languages = { ko: `/ko/${name}`, en: `/en/${name}` }
    return {
      title,
      description: lead,
      alternates: {
        canonical: languages[locale],
        languages: { ...languages, 'x-default': languages.ko },
      },
    }
  }

/** The page of one legal text. */
export async function LegalPage({ name, params }: LegalProps & { readonly name: LegalName }) {
  const locale = await localeIn(params)
  const texts = legalTexts[locale]
  const { title, lead, changed, sections } = texts.documents[name]
  return (
    <Frame locale={locale} path={`/${name}`} simulated={deps().simulated}>
      <article className="mx-auto flex max-w-3xl flex-col gap-6">
        {texts.template && (
          <aside
            aria-labelledby="template"
            className="rounded-control bg-sun-soft px-5 py-4 text-ink"
          >
            <h2 id="template" className="font-bold">
              {texts.template.heading}
            </h2>
            <p>{texts.template.text}</p>
          </aside>
        )}
        <header className="flex flex-col gap-3">
          <h1 className="title">{title}</h1>
          <p className="max-w-prose text-lg">{lead}</p>
          <p className="text-quiet text-sm">
            <Changed day={changed} locale={locale} /> · {texts.governs}
          </p>
        </header>
        <nav aria-labelledby="contents" className="card">
          <h2 id="contents" className="font-bold">
            {texts.contents}
          </h2>
          <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
            {sections.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`} className="legal-link">
                  {heading}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LegalText
          sections={sections}
          locale={locale}
          values={await valuesIn(locale)}
          findsAddresses={deps().juso !== null}
        />
        <Others than={name} locale={locale} />
      </article>
    </Frame>
  )
}

function Changed({ day, locale }: { readonly day: string; readonly locale: Locale }) {
  const shown = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))
  const [before, after] = legalTexts[locale].changed.split('{date}')
  return (
    <>
      {before}
      <time dateTime={day}>{shown}</time>
      {after}
    </>
  )
}

function Others({ than, locale }: { readonly than: LegalName; readonly locale: Locale }) {
  const { others, documents } = legalTexts[locale]
  return (
    <nav aria-labelledby="others" className="mt-4 border-line border-t pt-6">
      <h2 id="others" className="font-bold">
        {others}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {legalNames
          .filter((name) => name !== than)
          .map((name) => (
            <li key={name}>
              <a href={`/${locale}/${name}`} className="legal-link">
                {documents[name].title}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** What the texts are filled with. A detail that nobody has set shows as its name, in brackets. */
async function valuesIn(locale: Locale): Promise<Values> {
  const { business, simulated, shop } = deps()
  const t = await getTranslations({ locale, namespace: 'footer' })
  const say = (detail: SellerDetail) =>
    sellerFact(business, detail, simulated, (name) => t(`examples.${name}`))?.text ??
    t('unset', { detail: t(`detail.${detail}`) })
  return {
    name: say('name'),
    representative: say('representative'),
    registration: say('registration'),
    mailOrder: say('mailOrder'),
    address: say('address'),
    phone: say('phone'),
    email: say('email'),
    ...feesAsText(shop.tariff),
  }
}
