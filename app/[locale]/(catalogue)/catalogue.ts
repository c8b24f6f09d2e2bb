import { unstable_cache } from 'next/cache'
import type { Locale } from '@/lib/core/locale'
import { CATALOGUE, deps } from '@/lib/deps'
import { catalogueView } from '@/lib/views/catalogue'

// One tag for all of it: whoever changes a product or its stock tells every page at once.
// Nothing else makes it old.
const cached = { tags: [CATALOGUE], revalidate: false as const }

export const cachedCatalogue = unstable_cache(
  (locale: Locale) => catalogueView(deps().db, locale),
  ['catalogue'],
  cached,
)

/** One product by the last part of its address, also one that is not in the window; or null. */
export async function cachedProduct(slug: string, locale: Locale) {
  const { products, hidden } = await cachedCatalogue(locale)
  return [...products, ...hidden].find((product) => product.slug === slug) ?? null
}
