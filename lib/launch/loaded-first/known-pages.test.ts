import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const load = createRequire(import.meta.url)
const { default: KnownPages } = await import(`${import.meta.dirname}/known-pages.mjs`)
const { SharedCacheControls } = load(
  'next/dist/server/lib/incremental-cache/shared-cache-controls.external',
)
const { nodeFs: fs } = load('next/dist/server/lib/node-fs-methods')

const about = { fs, flushToDisk: false, serverDistDir: '/nowhere', revalidatedTags: [] }
const pages = new KnownPages({ ...about, maxMemoryCacheSize: 1_000_000 })

/** As Next does it: how long it lasts, then the page itself. */
async function keep(key: string, status: number) {
  const cacheControl = { revalidate: 60 }
  SharedCacheControls.cacheControls.set(key, cacheControl)
  await pages.set(key, { kind: 'APP_PAGE', html: 'x', headers: {}, status }, { cacheControl })
}

test('a page that is there is kept', async () => {
  await keep('/ko/products/jar', 200)
  expect(await pages.get('/ko/products/jar', { kind: 'APP_PAGE' })).toMatchObject({
    value: { html: 'x' },
  })
})

test('nothing is kept of an address that somebody made up, not even how long it would last', async () => {
  await keep('/ko/products/made-up', 404)
  expect(await pages.get('/ko/products/made-up', { kind: 'APP_PAGE' })).toBeNull()
  expect([...SharedCacheControls.cacheControls.keys()]).toEqual(['/ko/products/jar'])
})
