import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type About = {
  readonly locale: Locale
  /** Without its language, such as `/collections/paper`: the address that search engines keep. */
  readonly path: string
  /** Null: the shop's own. */
  readonly title: string | null
  readonly description: string
  /** What it costs, as text; null: nothing has one price here. */
  readonly price?: string
  /** The slug of the product to show where the page is shared. */
  readonly picture: string
}

/** What search engines and those who share a page are told about it. */
export async function aboutPage(page: About): Promise<Metadata> {
  const { locale, path, title, description, price } = page
  const t = await getTranslations({ locale, namespace: 'shop' })
  const languages = { ko: `/ko${path}`, en: `/en${path}`, 'x-default': `/ko${path}` }
  return {
    ...(title !== null && { title }),
    description,
    alternates: { canonical: languages[locale], languages },
    openGraph: {
      type: 'website',
      siteName: t('name'),
      // A preview in a messenger shows these two lines and the picture, and nothing else.
      title: title === null ? t('title') : price ? `${title} · ${price}` : title,
      description,
      url: languages[locale],
      locale: locale === 'ko' ? 'ko_KR' : 'en_GB',
      images: [{ url: `/og/${page.picture}.jpg`, width: 1200, height: 600 }],
    },
    twitter: { card: 'summary_large_image' },
  }
}
