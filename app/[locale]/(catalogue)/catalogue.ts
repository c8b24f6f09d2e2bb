import { unstable_cache } from 'next/cache'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { catalogueView, productView } from '@/lib/views/catalogue'

// One tag for all of it: whoever changes a product or its stock tells every page at once.
const cached = { tags: ['catalogue'], revalidate: 60 }

export const cachedCatalogue = unstable_cache(
  (locale: Locale) => catalogueView(deps().db, locale),
  ['catalogue'],
  cached,
)

export const cachedProduct = unstable_cache(
  (slug: string, locale: Locale) => productView(deps().db, slug, locale),
  ['product'],
  cached,
)
