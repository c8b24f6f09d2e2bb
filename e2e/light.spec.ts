import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { screenWords } from './words'

/*
 * What a phone has to load before it can pay. The empty page is our own 404 outside both languages: it is
 * rendered by the same build and holds a few words in our frame, so what it loads is React, Next and what
 * the frame itself needs in the browser; the limit for all of it keeps the frame light too.
 */

const KIB = 1024
/** First-load JavaScript, gzip: the promise, and what we may add to a page with nothing on it. */
const MOST = 140 * KIB
const MOST_OVER_EMPTY = 8 * KIB

const w = screenWords.ko

test.skip(({ isMobile }) => !isMobile, 'the scripts are the same on every screen')
test.use({ viewport: { width: 390, height: 844 } })

test('pages on the way to a payment stay light', async ({
  page,
  shopper,
  wallet,
  order,
  adyen,
  quietConsole,
}) => {
  const figures: Record<string, number> = {}
  const browser = await page.context().newCDPSession(page)
  // Everybody is a first visitor.
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
  const measure = async (name: string, act: () => Promise<unknown>) => {
    figures[name] = await scriptsOf(page, act)
  }
  await measure('empty page', () => page.goto('/nothing/at/all'))
  // The browser itself notes the 404 as an error.
  quietConsole.splice(0)
  await measure('home', () => page.goto('/ko'))
  await measure('product', () => page.goto('/ko/products/yuja-preserve'))
  await shopper.goToCheckout()
  await measure('cart', () => page.goto('/ko/cart'))
  await measure('checkout', () => page.goto('/ko/checkout'))
  await shopper.fillForm()
  await page.getByRole('button', { name: w.pay, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
  const reference = await order.reference()
  // The page of an order that is still open loads most: it follows what happens.
  await adyen.delay(reference, 30_000)
  await wallet.press('Leave pending')
  await shopper.heading(w.received)
  await measure('result', () => page.reload())

  const { 'empty page': empty = 0 } = figures
  console.log(tableOf(figures, empty))
  expect(empty, 'a page that loads nothing measures nothing').toBeGreaterThan(50 * KIB)
  for (const [name, bytes] of Object.entries(figures)) {
    expect.soft(bytes, `${name}, in bytes`).toBeLessThanOrEqual(MOST)
    expect.soft(bytes - empty, `${name}, over an empty page`).toBeLessThanOrEqual(MOST_OVER_EMPTY)
  }
})

test('no script of a payment provider, or of anybody else, is loaded', async ({
  page,
  shopper,
  baseURL,
}) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
      foreign.push(request.url())
  })
  await page.goto('/ko')
  await shopper.goToCheckout()
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})

/**
 * The bytes of every script that the page has loaded by then, each as gzip would send it. It is the page that names them:
 * one that the page before had asked for can still answer while this one begins.
 */
async function scriptsOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  await act()
  // Not "networkidle": a page that follows its order asks again and again.
  await page.waitForLoadState('load')
  await page.waitForTimeout(1_500)
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  const scripts = new Set(loaded.filter((url) => new URL(url).pathname.endsWith('.js')))
  const sizes = await Promise.all([...scripts].map((url) => sizeOf(page, url)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const sizeOf = async (page: Page, url: string) =>
  gzipSync(await (await page.request.get(url)).body(), { level: 9 }).length

const inKib = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`.padStart(11)

const tableOf = (figures: Record<string, number>, empty: number) =>
  [
    `${'scripts, gzip'.padEnd(14)}${'all'.padStart(11)}${'over empty'.padStart(13)}`,
    ...Object.entries(figures).map(
      ([name, bytes]) => `${name.padEnd(14)}${inKib(bytes)}  ${inKib(bytes - empty)}`,
    ),
  ].join('\n')
