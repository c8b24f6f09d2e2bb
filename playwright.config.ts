import { defineConfig, devices } from '@playwright/test'
import { browserFlags } from './lib/proof/browser/browser-flags'

const executablePath = process.env.NORANG_BROWSER

// The browser says that it is a phone's: the wallet then switches to the app instead of showing a code.
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

const ALONE = /(wallet-table|year)\.spec\.ts/
// The clock is everybody's: whoever moves it runs alone, one file after the other.
const alone = { use: { ...devices['Desktop Chrome'] }, fullyParallel: false, workers: 1 }

/** Started by `npm run e2e`, which brings the shop, its database and a browser. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // A story that passes at the second try has found something: it is not to be hidden.
  retries: 0,
  workers: 2,
  // Nothing here is measured: a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    screenshot: 'only-on-failure',
    // Half of a story's time. Where a picture of the end is not enough: npm run e2e -- --trace retain-on-failure
    trace: 'off',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'phone', use: phone, testIgnore: ALONE },
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testIgnore: ALONE },
    // What moves money works without JavaScript: those stories carry the tag.
    {
      name: 'phone without JavaScript',
      use: { ...phone, javaScriptEnabled: false },
      grep: /@nojs/,
      testIgnore: ALONE,
    },
    {
      ...alone,
      name: 'with the clock',
      testMatch: /wallet-table\.spec\.ts/,
      dependencies: ['phone', 'desktop', 'phone without JavaScript'],
    },
    {
      ...alone,
      name: 'with the calendar',
      testMatch: /year\.spec\.ts/,
      dependencies: ['with the clock'],
    },
  ],
})
