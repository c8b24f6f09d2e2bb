import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { browserFlags } from './browser-flags'

const run = promisify(execFile)

/** Playwright's own, or a path. */
export type BrowserProgram = { readonly executablePath?: string }

const PLAYWRIGHTS: BrowserProgram = {}
// Without windows, as Playwright's own: a story costs a quarter of what it costs in the whole of Chromium.
const WITHOUT_WINDOWS = ['/usr/bin/chromium-headless-shell']
const SYSTEMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const DOWNLOAD_HOST = 'https://cdn.playwright.dev/'
const ANSWER_LIMIT_MS = 5_000
const INSTALL_LIMIT_MS = 300_000

/** Finds a browser that really starts, installs one where none does, or throws a sentence. */
export async function findBrowser(): Promise<BrowserProgram> {
  if (await starts(PLAYWRIGHTS)) return PLAYWRIGHTS
  if ((await canDownload()) && (await download()) && (await starts(PLAYWRIGHTS))) return PLAYWRIGHTS
  const light = await findSystems(WITHOUT_WINDOWS)
  if (light) return light
  await installDebians(['chromium-headless-shell', 'fonts-noto-cjk'])
  const found = await findSystems([...WITHOUT_WINDOWS, ...SYSTEMS])
  if (found) return found
  await installDebians(['chromium'])
  const installed = await findSystems(SYSTEMS)
  if (installed) return installed
  throw new Error(
    'No browser was found and none could be installed: install Chromium or Google Chrome, or run "npx playwright install --with-deps chromium".',
  )
}

/** Screenshots show boxes where Korean letters should be without a font; nothing fails because of it. */
export async function findKoreanFont(): Promise<void> {
  const found = await run('fc-list', [':lang=ko']).catch(() => null)
  if (found && found.stdout.trim() === '') await installDebians(['fonts-noto-cjk'])
}

async function starts(browser: BrowserProgram): Promise<boolean> {
  const started = await chromium.launch({ ...browser, args: browserFlags }).catch(() => null)
  await started?.close()
  return started !== null
}

async function findSystems(paths: readonly string[]): Promise<BrowserProgram | null> {
  for (const executablePath of paths)
    if (existsSync(executablePath) && (await starts({ executablePath }))) return { executablePath }
  return null
}

// Asked first, because a network that swallows packets would hold the download up for minutes.
const canDownload = () =>
  fetch(DOWNLOAD_HOST, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }).then(
    () => true,
    () => false,
  )

const download = () =>
  run(join('node_modules', '.bin', 'playwright'), ['install', 'chromium'], {
    timeout: INSTALL_LIMIT_MS,
  }).then(
    () => true,
    () => false,
  )

/** Where that can be done. */
export async function installDebians(packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${packages.join(' and ')} …`)
  const options = {
    timeout: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const patient = ['-o', 'DPkg::Lock::Timeout=120', '-y', '-qq']
  try {
    await run('apt-get', [...patient, 'update'], options)
    await run('apt-get', [...patient, 'install', ...packages], options)
  } catch (error) {
    console.log(`apt-get did not: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
}
