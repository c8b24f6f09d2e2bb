import type { MetadataRoute } from 'next'
import { locales } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { cachedCatalogue } from './[locale]/(catalogue)/catalogue'

// The build has no database to list the goods from.
export const dynamic = 'force-dynamic'

const always = ['', '/delivery', '/returns', '/terms', '/privacy']

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { collections, products } = await cachedCatalogue('ko')
  const paths = [
    ...always,
    ...collections.map(({ id }) => `/collections/${id}`),
    ...products.map(({ slug }) => `/products/${slug}`),
  ]
  const { baseUrl } = deps().shop
  return paths.flatMap((path) => {
    const languages = { ko: `${baseUrl}/ko${path}`, en: `${baseUrl}/en${path}` }
    return locales.map((locale) => ({ url: languages[locale], alternates: { languages } }))
  })
}
