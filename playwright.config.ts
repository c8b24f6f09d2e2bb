import { defineConfig, devices } from '@playwright/test'
import type { StoryOptions } from './e2e/fixtures'
import { browserFlags } from './lib/proof/browser/browser-flags'
import { engineNames } from './lib/proof/engines/engine-names'
import type { EngineOptions } from './lib/proof/engines/fixtures'

const executablePath = process.env.NORANG_BROWSER

// The browser says that it is a phone's: the wallet then switches to the app instead of showing a code.
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

// Of a shop that runs already.
const runningShop = process.env.E2E_URL ? new URL(process.env.E2E_URL).origin : null
const baseURL = runningShop ?? process.env.BASE_URL ?? 'http://localhost:3000'
// Shop and simulator keep one clock, and whoever moves it would disturb the others: that needs a shop of its own, or
// to wait until all others are done.
const clockUrl = process.env.NORANG_CLOCK_URL
const MOVES_THE_CLOCK = /(wallet-table|year)\.spec\.ts/

// Every day each story is played once in Korean on a phone and once in English at a desk, and what moves money without
// JavaScript too. With all of it asked for, every story on every device, in both languages.
const isExhaustive = process.env.NORANG_EXHAUSTIVE === '1'
const everyDay = (grepInvert: RegExp, grep = /./) => (isExhaustive ? {} : { grep, grepInvert })

/** Started by `npm run e2e`, which brings the shops, their databases and a browser. */
export default defineConfig<StoryOptions & EngineOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // A story that passes at the second try has found something: it is not to be hidden.
  retries: 0,
  // Two, and who moves the clock. To a shop that runs already all are one person, which its limits never stop.
  workers: runningShop ? 1 : 3,
  // Nothing here is measured: a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    simulator: process.env.NORANG_SIMULATOR ?? '/simulator',
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    screenshot: 'only-on-failure',
    // Half of a story's time. Where a picture of the end is not enough: npm run e2e -- --trace retain-on-failure
    trace: 'off',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    // First, since it takes longest: one story after the other.
    {
      name: 'with the clock',
      testMatch: MOVES_THE_CLOCK,
      use: {
        ...devices['Desktop Chrome'],
        baseURL: clockUrl ?? baseURL,
        simulator: process.env.NORANG_CLOCK_SIMULATOR ?? '/simulator',
      },
      fullyParallel: false,
      workers: 1,
      dependencies: clockUrl ? [] : ['phone', 'desktop', 'phone without JavaScript'],
      ...everyDay(/@exhaustive\b/),
    },
    {
      name: 'phone',
      use: phone,
      testIgnore: MOVES_THE_CLOCK,
      ...everyDay(/@en\b|@exhaustive\b/),
    },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'] },
      testIgnore: MOVES_THE_CLOCK,
      ...everyDay(/@exhaustive\b/, /@en\b|@desktop\b/),
    },
    // What moves money works without JavaScript: those stories carry the tag.
    {
      name: 'phone without JavaScript',
      use: { ...phone, javaScriptEnabled: false },
      testIgnore: MOVES_THE_CLOCK,
      ...everyDay(/@en\b|@exhaustive\b/),
      grep: /@nojs\b/,
    },
    // The same money in the engines that a story of Playwright's cannot come to everywhere.
    ...(runningShop ? [] : engineNames).map((engine) => ({
      name: engine,
      testDir: 'lib/proof/engines',
      use: { engine },
      ...everyDay(/@exhaustive\b/),
    })),
  ],
})
