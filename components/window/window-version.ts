import { unstable_cache } from 'next/cache'
import { CATALOGUE, deps } from '@/lib/deps'
import { windowVersion } from '@/lib/views/catalogue'

const cachedVersion = unstable_cache(
  (_edition: string) => windowVersion(deps().db),
  ['window version'],
  { tags: [CATALOGUE], revalidate: false },
)

/**
 * Which window is kept, where no process stays to remember it. Whatever is kept of the window is read after this, and goes
 * with it: so it is never newer than the rest.
 */
export const keptVersion = (): Promise<string> => cachedVersion(deps().catalogue.edition)

/** Has the window made anew if it would show something else. Within a request only. */
export async function renewWindow(): Promise<void> {
  const { db, catalogue } = deps()
  const kept = await keptVersion()
  if ((await windowVersion(db)) !== kept) catalogue.forgetPages()
}
