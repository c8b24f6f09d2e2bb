import puppeteer, { type ElementHandle, type LaunchOptions, type Page } from 'puppeteer-core'
import { browserFlags } from '../browser/browser-flags'
import { type Settings, SIZE, type Tab, type Thing } from './tab'

/** Chromium, whose pages are forbidden to run scripts one by one. */
export async function openChromium(program: string, settings: Settings): Promise<Tab> {
  const { page, close } = await launch({
    browser: 'chrome',
    executablePath: program,
    args: [...browserFlags, `--user-agent=${settings.userAgent}`],
  })
  await page.setJavaScriptEnabled(settings.javaScript)
  return tabOf(page, close)
}

/** Firefox, spoken to over WebDriver BiDi. Scripts are a setting of the whole browser. */
export async function openFirefox(program: string, settings: Settings): Promise<Tab> {
  const { page, close } = await launch({
    browser: 'firefox',
    executablePath: program,
    extraPrefsFirefox: {
      'general.useragent.override': settings.userAgent,
      'javascript.enabled': settings.javaScript,
    },
  })
  return tabOf(page, close)
}

async function launch(options: LaunchOptions) {
  const browser = await puppeteer.launch({ headless: true, ...options })
  const [first] = await browser.pages()
  const page = first ?? (await browser.newPage())
  await page.setViewport({ ...SIZE, deviceScaleFactor: 2 })
  return { page, close: () => browser.close() }
}

const tabOf = (page: Page, close: () => Promise<void>): Tab => ({
  // What is on a page is waited for by its words; what else a page still loads is nobody's affair.
  open: async (address) => void (await page.goto(address, { waitUntil: 'domcontentloaded' })),
  address: async () => page.url(),
  ask: (script, ...words) => page.evaluate(called(script, words)),
  async find(script, ...words) {
    const found = (await page.evaluateHandle(called(script, words))).asElement()
    return found && thingOn(page, found)
  },
  picture: () => page.screenshot(),
  close,
})

// As WebDriver does it: a body that finds its words in `arguments`.
const called = (script: string, words: readonly string[]) =>
  `(function () { ${script} }).apply(null, ${JSON.stringify(words)})`

/*
 * Puppeteer's own ways to press and to type wait for an observer of the page, which never speaks where scripts are forbidden.
 */
const thingOn = (page: Page, found: ElementHandle<Node>): Thing => {
  const press = async (times = 1) => {
    const [x, y] = await found.evaluate(middleOf)
    await page.mouse.click(x, y, { count: times })
  }
  return {
    press,
    async type(text) {
      // Three times marks what is there.
      await press(3)
      await page.keyboard.type(text)
    },
  }
}

/** Of something that was brought into sight; throws while something else lies there. */
function middleOf(element: Node): readonly [x: number, y: number] {
  if (!(element instanceof Element)) throw new Error('nothing to press')
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const middle = [left + width / 2, top + height / 2] as const
  if (!element.contains(document.elementFromPoint(...middle))) throw new Error('it is covered')
  return middle
}
