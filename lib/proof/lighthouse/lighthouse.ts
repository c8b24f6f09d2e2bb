import { type Browser, chromium } from '@playwright/test'
import { freePort } from '@/lib/launch/port'
import { browserFlags } from '../browser/browser-flags'
import { type RunningShop, withShop } from '../browser/production'
import { shopperDriver } from '../sheets/shopper-driver'
import { type Audited, audit } from './audit'

/** A page to look at. What is nobody else's business is not offered to search engines, on purpose. */
type Target = { readonly name: string; readonly path: string; readonly indexed: boolean }

type Prepared = { readonly targets: readonly Target[]; readonly cookie: string }

/** Prints what Lighthouse thinks of the shop on a phone; 1 when a page is not what it has to be. */
export const runLighthouse = (): Promise<number> =>
  withShop(async (shop) => {
    const port = await freePort()
    const { executablePath } = shop
    const browser = await chromium.launch({
      args: [...browserFlags, `--remote-debugging-port=${port}`],
      ...(executablePath ? { executablePath } : {}),
    })
    shop.stop.addEventListener('abort', () => browser.close())
    try {
      const { targets, cookie } = await prepare(browser, shop)
      const complaints: string[] = []
      console.log(HEAD)
      for (const { name, path, indexed } of targets) {
        const audited = await audit({ url: shop.url + path, port, cookie, indexed }).catch(wordsOf)
        console.log(typeof audited === 'string' ? name : lineOf(name, audited))
        const failed = typeof audited === 'string' ? [audited] : audited.failed
        complaints.push(...failed.map((each) => `${name}: ${each}`))
      }
      for (const complaint of complaints) console.log(complaint)
      return complaints.length === 0 ? 0 : 1
    } finally {
      await browser.close()
    }
  })

/** One page that cannot be looked at keeps nobody from the others. */
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** An order whose result is still open, and after it a cart with something in it. */
async function prepare(browser: Browser, shop: RunningShop): Promise<Prepared> {
  const context = await browser.newContext({ baseURL: shop.url, locale: 'ko-KR' })
  const walker = shopperDriver(context, await context.newPage(), 'ko', shop.databaseUrl)
  const { reference } = await walker.checkOut()
  await walker.control('webhooks', { reference, delayMs: 3_600_000 })
  await walker.press('Leave pending')
  await walker.page.waitForURL(/\/result/)
  const result = new URL(walker.page.url())
  await walker.forget()
  await walker.putIntoCart()
  const cookies = await context.cookies()
  await context.close()
  return {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    targets: [
      { name: 'home', path: '/ko', indexed: true },
      { name: 'collection', path: '/ko/collections/pantry', indexed: true },
      { name: 'product', path: '/ko/products/yuja-preserve', indexed: true },
      { name: 'privacy', path: '/ko/privacy', indexed: true },
      { name: 'cart', path: '/ko/cart', indexed: false },
      { name: 'checkout', path: '/ko/checkout', indexed: false },
      { name: 'result', path: result.pathname + result.search, indexed: false },
    ],
  }
}

const COLUMNS = ['accessibility', 'best practices', 'SEO', 'performance', 'CLS'] as const
const HEAD = `${'Lighthouse'.padEnd(12)}${COLUMNS.map((name) => name.padStart(16)).join('')}`

const lineOf = (name: string, { accessibility, bestPractices, seo, performance, cls }: Audited) =>
  `${name.padEnd(12)}${[accessibility, bestPractices, seo, performance, cls.toFixed(3)]
    .map((figure) => String(figure).padStart(16))
    .join('')}`
