import { existsSync, globSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { type EngineName, engineNames } from './engine-names'
import { openChromium, openFirefox } from './puppeteer'
import type { Settings, Tab } from './tab'
import { openWebKit } from './webkit'

type Engine = {
  /** Opens a browser; null where there is none. */
  readonly open: ((settings: Settings) => Promise<Tab>) | null
  readonly inDebian: readonly string[]
  /** What one of its phones says of itself, and what an app there says. */
  readonly phone: string
  readonly app: string
}

const firstOf = (paths: readonly string[]) => paths.find((path) => existsSync(path))

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S936N'
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36'
const GECKO = 'Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0'
const NAVER = 'NAVER(inapp; search; 1090; 12.8.3)'

/** What is installed of each engine. */
export function engineCalled(name: EngineName): Engine {
  switch (name) {
    case 'chromium': {
      // The stories are told which one was found for them.
      const program = firstOf([process.env.NORANG_BROWSER ?? '', chromium.executablePath()])
      return {
        open: program ? (settings) => openChromium(program, settings) : null,
        inDebian: ['chromium-headless-shell'],
        phone: `${ANDROID}) ${CHROME}`,
        app: `${ANDROID}; wv) ${CHROME} ${NAVER}`,
      }
    }
    case 'firefox': {
      const program = firstOf([
        '/usr/bin/firefox-esr',
        '/usr/bin/firefox',
        '/Applications/Firefox.app/Contents/MacOS/firefox',
      ])
      return {
        open: program ? (settings) => openFirefox(program, settings) : null,
        inDebian: ['firefox-esr'],
        phone: GECKO,
        app: `${GECKO} ${NAVER}`,
      }
    }
    case 'webkit': {
      const driver = firstOf(['/usr/bin/WebKitWebDriver'])
      const display = firstOf(['/usr/bin/Xvfb'])
      const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')
      const programs = driver && display && browser ? { driver, display, browser } : null
      return {
        open: programs && ((settings) => openWebKit(programs, settings)),
        inDebian: ['webkit2gtk-driver', 'xvfb'],
        phone: `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
        app: `${IPHONE} Mobile/15E148 ${NAVER}`,
      }
    }
  }
}

/** Says how to install it. */
export const needs = (name: EngineName) =>
  `needs ${name} to drive: apt-get install ${engineCalled(name).inDebian.join(' ')}`

/** Another one that is there, for whoever goes on in another browser; the same where there is no other. */
export function partnerOf(name: EngineName): EngineName {
  const at = engineNames.indexOf(name)
  const others = [...engineNames.slice(at + 1), ...engineNames.slice(0, at)]
  return others.find((other) => engineCalled(other).open !== null) ?? name
}
