import { mkdirSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { type Language, screenWords } from '@/e2e/words'
import { browserFlags } from '../browser/browser-flags'
import { type RunningShop, withShop } from '../browser/production'
import { composeSheet } from './compose-sheet'
import { mailScreens } from './mail-screens'
import { type Screen, type ScreenMemory, screensIn } from './screens'
import { type Screenshot, screenFormats, screenshotsOf } from './screenshots'
import { type ShopperDriver, shopperDriver } from './shopper-driver'

const FOLDER = '.data/sheets'
const LONGEST_QUERY = 20

type Shot = {
  readonly name: string
  readonly note: string
  readonly pictures: readonly Screenshot[]
}

/** Walks through the whole shop in both languages and lays every screen out on labelled sheets. */
export const makeSheets = (): Promise<number> =>
  withShop(async (shop) => {
    mkdirSync(FOLDER, { recursive: true })
    const { executablePath } = shop
    const browser = await chromium.launch({
      args: browserFlags,
      ...(executablePath ? { executablePath } : {}),
    })
    shop.stop.addEventListener('abort', () => browser.close())
    try {
      for (const language of Object.keys(screenWords) as Language[]) {
        const shots = await walk(browser, shop, language)
        await compose(language, shots)
      }
      return 0
    } finally {
      await browser.close()
    }
  })

async function walk(browser: Browser, shop: RunningShop, language: Language): Promise<Shot[]> {
  const context = await browser.newContext({
    baseURL: shop.url,
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
  })
  const shopper = shopperDriver(context, await context.newPage(), language, shop.databaseUrl)
  const memory: ScreenMemory = { order: { id: '', number: '' } }
  const shots: Shot[] = []
  const shootAll = async (screens: readonly Screen[]) => {
    for (const screen of screens) {
      shots.push(await shoot(shopper, screen, memory))
      const { name, note } = shots.at(-1) ?? { name: '', note: '' }
      console.log(`${language} ${String(shots.length).padStart(2)} ${name}  ${note}`)
    }
  }
  await shootAll(screensIn(language))
  await shootAll(await mailScreens(shopper, language))
  await context.close()
  return shots
}

/** A screen that cannot be reached is shown as such; nothing fails because of it. */
async function shoot(shopper: ShopperDriver, screen: Screen, memory: ScreenMemory): Promise<Shot> {
  const { name } = screen
  try {
    const status = await screen.open(shopper, memory)
    const address = new URL(shopper.page.url())
    const path = address.protocol.startsWith('http') ? decodeURI(address.pathname) : ''
    const query = decodeURIComponent(address.search).slice(0, LONGEST_QUERY)
    const note = [status === 404 ? '404' : '', path + query].join(' ').trim()
    return { name, note, pictures: await screenshotsOf(shopper.page) }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const pictures = await screenshotsOf(shopper.page).catch(() => [])
    return { name: `${name} (not reached)`, note: why, pictures }
  }
}

async function compose(language: Language, shots: readonly Shot[]): Promise<void> {
  for (const format of screenFormats) {
    const cells = shots.map(({ name, note, pictures }) => ({
      label: name,
      note,
      png:
        pictures.find(({ width, scheme }) => width === format.width && scheme === format.scheme)
          ?.png ?? null,
    }))
    console.log(await composeSheet(FOLDER, language, format, cells))
  }
}
