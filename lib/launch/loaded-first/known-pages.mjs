// Next's cache of pages, without those that say that nothing is there: anybody can make up an address, and each would
// take some 40 KB from the pages that there are, and a line that Next never forgets in what it knows about how long
// pages last.
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)
const { default: Pages } = load('next/dist/server/lib/incremental-cache/file-system-cache.js')
const { SharedCacheControls } = load(
  'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js',
)

export default class KnownPages extends Pages {
  async set(key, page, about) {
    if (page?.status !== 404) return super.set(key, page, about)
    SharedCacheControls.cacheControls.delete(key)
  }
}
