import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, chromium, devices } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { freePort } from '@/lib/launch/port'
import { shopperDriver } from '../sheets/shopper-driver'
import { type LoneSimulator, startLoneSimulator } from '../shop/lone-simulator'
import { needsBuild, type ShippedShop, startShippedShop } from '../shop/shipped-shop'
import { createScratchDatabase, dropScratchDatabase } from '../shop/test-postgres'
import { browserFlags } from './browser-flags'
import { findBrowser } from './find-browser'
import { NO_SETTINGS } from './production'

/* The shop as it ships, on `test`, with a database that is empty and `npm run simulator` in Adyen's place. */

const HMAC_KEY = 'AB'.repeat(32)
const merchant = { ADYEN_API_KEY: 'key-of-the-shop', ADYEN_MERCHANT_ACCOUNT: 'SomeShop' }

let databases: readonly [shops: string, adyens: string]
let adyen: LoneSimulator
let settings: Record<string, string>
let origin: string
let shop: ShippedShop
let browser: Browser
beforeEach(needsBuild)
beforeAll(async () => {
  const server = inject('testServer')
  databases = [await createScratchDatabase(server), await createScratchDatabase(server)]
  adyen = await startLoneSimulator({ SIMULATOR_DATABASE_URL: databases[1], ...merchant })
  const port = await freePort()
  origin = `http://localhost:${port}`
  settings = {
    DATABASE_URL: databases[0],
    BASE_URL: origin,
    PORT: String(port),
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_ORIGIN: `${adyen.origin}/api`,
    ADYEN_HMAC_KEYS: HMAC_KEY,
    ...merchant,
  }
  shop = await startShippedShop(settings)
  browser = await chromium.launch({ ...(await findBrowser()), args: browserFlags })
})
afterAll(async () => {
  await browser?.close()
  await shop?.stop()
  await adyen?.stop()
  for (const url of databases) await dropScratchDatabase(inject('testServer'), url)
})

/** What a merchant types, and reads. */
async function typed(...words: string[]): Promise<string> {
  const { NODE_ENV: _, ...environment } = process.env
  const env = { ...environment, ...NO_SETTINGS, ...settings, NODE_ENV: 'production' as const }
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', ...words], { env })
  return stdout
}

// Five processes and a browser, on a machine that does other things too.
const MOST_MS = 180_000

test(
  'it opens empty, is filled by a command, and a phone buys with KakaoPay; the money goes back',
  async () => {
    expect(shop.said()).toContain('The shop has no goods yet')
    expect(await (await fetch(`${shop.origin}/ko`)).text()).toContain('npm run demo')
    expect(await typed('demo')).toContain('The shop shows the goods of the demonstration now.')

    const url = `${origin}/api/webhooks/adyen`
    await adyen.control('webhook-settings', { webhook: 'standard', url, hmacKey: HMAC_KEY })
    const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }
    const context = await browser.newContext({
      ...phone,
      locale: 'ko-KR',
      baseURL: origin,
    })
    const shopper = shopperDriver(context, await context.newPage(), 'ko', databases[0])
    const jar = async () => (await fetch(`${shop.origin}/ko/products/yuja-preserve`)).status
    await expect.poll(jar, { timeout: 20_000 }).toBe(200)

    const { id, number } = await shopper.checkOut()
    await shopper.press('Approve')
    await shopper.page.getByRole('heading', { name: '결제가 완료되었습니다' }).waitFor()
    await shopper.until(id, 'paid')

    const refund = ['order', number, 'refund', '18000', 'A jar was broken', '--yes']
    expect(await typed('shop', '--', ...refund)).toContain('on their way back')
    await shopper.until(id, 'refunded')
    const { money } = await adyen.control('ledger')
    expect(money).toMatchObject({ came: 18_000, refunded: 18_000, left: 0 })
  },
  MOST_MS,
)
