import { unstable_cache } from 'next/cache'
import type { Locale } from '@/lib/core/locale'
import { CATALOGUE, deps } from '@/lib/deps'
import { type ShelfView, shelvesView } from '@/lib/views/catalogue'
import { keptVersion } from './window-version'

const cachedShelves = unstable_cache(
  (locale: Locale, _edition: string) => shelvesView(deps().db, locale),
  ['shelves'],
  { tags: [CATALOGUE], revalidate: false },
)

// A page of the window that is drawn without shelves is drawn again after so long.
const noShelves = unstable_cache(async (): Promise<ShelfView[]> => [], ['no shelves'], {
  revalidate: 5,
})

/** The shelves that every page leads to; none while the database is away, for no page waits for its menu. */
export const shelves = (locale: Locale): Promise<ShelfView[]> =>
  keptShelves(locale).catch(() => noShelves())

async function keptShelves(locale: Locale): Promise<ShelfView[]> {
  const { hasWorker, catalogue } = deps()
  if (!hasWorker) await keptVersion()
  return cachedShelves(locale, catalogue.edition)
}
