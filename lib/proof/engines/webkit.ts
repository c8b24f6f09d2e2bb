import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '@/lib/launch/port'
import { type Settings, SIZE, type Tab, type Thing } from './tab'

/* Debian's WebKit, driven by its own WebDriver: Playwright's has to be downloaded, and cannot be everywhere. */

export type WebKitPrograms = {
  readonly driver: string
  /** A screen that nobody sees. */
  readonly display: string
  readonly browser: string
}

const session = z.object({ sessionId: z.string() })
const window = z.object({ width: z.number() })
// As the specification of WebDriver names whatever is on a page.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const element = z.object({ [ELEMENT]: z.string() })
const answer = z.object({ value: z.unknown() })
const failure = z.object({ error: z.string(), message: z.string() })

// A page that hangs answers never.
const LONGEST_MS = 20_000

// Its toolbar would be wider than a phone.
const NARROW = '* { min-width: 0; padding: 0; margin: 0; border: none; font-size: 1px; }'

/** Opens a window. Certificates are not looked at, and nothing is waited for: whoever asks again hears of the page that came. */
export async function openWebKit(programs: WebKitPrograms, settings: Settings): Promise<Tab> {
  const home = mkdtempSync(join(tmpdir(), 'norang-webkit-'))
  mkdirSync(join(home, 'gtk-3.0'))
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), NARROW)
  const screen = await openScreen(programs.display)
  const port = await freePort()
  const driver = spawn(programs.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: screen.name, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: home },
    stdio: 'ignore',
  })
  const end = () => {
    for (const program of [driver, screen.program]) program.kill()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const here = await begin(`http://127.0.0.1:${port}`, programs.browser, settings)
    await patiently(async () => {
      const { width } = window.parse(await ask(`${here}/window/rect`, 'POST', SIZE))
      if (width !== SIZE.width) throw new Error(`the window is ${width} wide`)
    })
    return tabOf(here, async () => {
      await ask(here, 'DELETE').catch(() => undefined)
      end()
    })
  } catch (error) {
    end()
    throw error
  }
}

async function openScreen(display: string) {
  const program = spawn(display, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [, , , told] = program.stdio
  if (!told) throw new Error('the screen cannot say which number it has')
  const [number] = await once(told, 'data')
  return { program, name: `:${String(number).trim()}` }
}

/** Where its session is to be spoken to. */
async function begin(origin: string, binary: string, settings: Settings): Promise<string> {
  const args = [
    '--automation',
    '--ignore-tls-errors',
    `--enable-javascript=${settings.javaScript}`,
    `--user-agent=${settings.userAgent}`,
  ]
  const wanted = {
    acceptInsecureCerts: true,
    pageLoadStrategy: 'none',
    // What is asked while a page leaves can be lost on the way: whoever waits for it asks again.
    timeouts: { script: 5_000 },
    'webkitgtk:browserOptions': { binary, args },
  }
  const body = { capabilities: { alwaysMatch: wanted } }
  const begun = await patiently(() => ask(`${origin}/session`, 'POST', body))
  return `${origin}/session/${session.parse(begun).sessionId}`
}

const tabOf = (here: string, close: () => Promise<void>): Tab => {
  const run = (script: string, args: readonly string[]) =>
    ask(`${here}/execute/sync`, 'POST', { script, args })
  return {
    open: async (url) => void (await ask(`${here}/url`, 'POST', { url })),
    address: async () => z.string().parse(await ask(`${here}/url`)),
    ask: (script, ...words) => run(script, words),
    async find(script, ...words) {
      const found = await run(script, words)
      return found === null ? null : thingAt(`${here}/element/${element.parse(found)[ELEMENT]}`)
    },
    picture: async () => Buffer.from(z.string().parse(await ask(`${here}/screenshot`)), 'base64'),
    close,
  }
}

const thingAt = (address: string): Thing => ({
  press: async () => void (await ask(`${address}/click`, 'POST', {})),
  async type(text) {
    await ask(`${address}/clear`, 'POST', {})
    await ask(`${address}/value`, 'POST', { text })
  },
})

async function ask(address: string, method = 'GET', body?: object): Promise<unknown> {
  const sent = body && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }
  const signal = AbortSignal.timeout(LONGEST_MS)
  const { value } = answer.parse(await (await fetch(address, { method, signal, ...sent })).json())
  const failed = failure.safeParse(value)
  if (failed.success) throw new Error(`${failed.data.error}: ${failed.data.message}`)
  return value
}

/** A driver that is just starting hears nobody yet. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++) {
    try {
      return await act()
    } catch (error) {
      if (times > 100) throw error
      await sleep(100)
    }
  }
}
