import { unstable_cache } from 'next/cache'
import { keptVersion } from '@/components/window/window-version'
import type { Locale } from '@/lib/core/locale'
import { CATALOGUE, deps } from '@/lib/deps'
import { catalogueView } from '@/lib/views/catalogue'

// One tag for all of it: whoever changes a product or its stock tells every page at once.
// Nothing else makes it old.
const cached = { tags: [CATALOGUE], revalidate: false as const }

const keptCatalogue = unstable_cache(
  (locale: Locale, _edition: string) => catalogueView(deps().db, locale),
  ['catalogue'],
  cached,
)

export async function cachedCatalogue(locale: Locale) {
  const { hasWorker, catalogue } = deps()
  if (!hasWorker) await keptVersion()
  return keptCatalogue(locale, catalogue.edition)
}

/** One product by the last part of its address, also one that is not in the window; or null. */
export async function cachedProduct(slug: string, locale: Locale) {
  const { products, hidden } = await cachedCatalogue(locale)
  return [...products, ...hidden].find((product) => product.slug === slug) ?? null
}
