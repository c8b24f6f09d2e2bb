import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '@/lib/launch/port'

/* Debian's WebKit, driven by its own WebDriver: Playwright's has to be downloaded, and cannot be everywhere. */

const DRIVER = '/usr/bin/WebKitWebDriver'
const DISPLAY = '/usr/bin/Xvfb'
const [browser = ''] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')

export const hasWebKit = existsSync(DRIVER) && existsSync(DISPLAY) && browser !== ''

export type WebKit = {
  open(url: string): Promise<void>
  /** Sends the form of a button. */
  press(id: string): Promise<void>
  url(): Promise<string>
  close(): Promise<void>
}

const session = z.object({ value: z.object({ sessionId: z.string() }) })
const text = z.object({ value: z.string() })

// Not by its place on the screen: a window that has not been painted yet is pressed beside.
const PRESS = `
  const button = document.getElementById(arguments[0])
  if (button === null || document.readyState !== 'complete') return 'not yet'
  button.form.requestSubmit(button)
  return 'pressed'`

/** Opens a window on a screen that nobody sees; certificates are not looked at. */
export async function openWebKit(): Promise<WebKit> {
  const screen = spawn(DISPLAY, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [, , , told] = screen.stdio
  if (!told) throw new Error('the screen cannot say which number it has')
  const [number] = await once(told, 'data')
  const port = await freePort()
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11' }
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' })
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const sent = body && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }
    return (await fetch(`http://127.0.0.1:${port}${path}`, { method, ...sent })).json()
  }
  const options = { binary: browser, args: ['--automation', '--ignore-tls-errors'] }
  const wanted = {
    acceptInsecureCerts: true,
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': options,
  }
  const begin = () => ask('POST', '/session', { capabilities: { alwaysMatch: wanted } })
  const { value } = session.parse(await patiently(begin, driver))
  const here = `/session/${value.sessionId}`

  return {
    open: async (url) => void (await ask('POST', `${here}/url`, { url })),
    press: (id) =>
      patiently(async () => {
        const pressed = await ask('POST', `${here}/execute/sync`, { script: PRESS, args: [id] })
        if (text.parse(pressed).value !== 'pressed') throw new Error('the button is not there yet')
      }, driver),
    url: async () => text.parse(await ask('GET', `${here}/url`)).value,
    async close() {
      await ask('DELETE', here).catch(() => undefined)
      for (const program of [driver, screen]) program.kill()
    },
  }
}

/** A driver that is just starting hears nobody yet, and a page that is just loading has no buttons. */
async function patiently<T>(act: () => Promise<T>, driver: ChildProcess): Promise<T> {
  for (let times = 0; ; times++) {
    try {
      return await act()
    } catch (error) {
      if (times > 100 || driver.exitCode !== null) throw error
      await sleep(100)
    }
  }
}
