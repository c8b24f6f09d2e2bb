import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestContext } from 'vitest'
import { freePort } from '@/lib/launch/port'
import { NO_SETTINGS } from '@/lib/proof/browser/production'

/** The shop as a merchant starts it, by `npm start`, from the production build that is there. */
export type ShippedShop = {
  readonly npm: number
  readonly port: number
  readonly origin: string
  /** The exit code, once npm and all below it have ended. */
  readonly ended: Promise<number | null>
  readonly said: () => string
  /** The shop's own process, and whatever else of Node is below npm. */
  readonly processes: () => readonly Process[]
  /** Sends SIGTERM to the shop itself, as systemd and Docker do, and answers with how long it took. */
  readonly stop: () => Promise<number>
}

type Process = { readonly pid: number; readonly command: string; readonly pssMiB: number }

/** Whoever runs one test alone has not built the shop; `npm test` has. */
export const needsBuild = ({ skip }: Pick<TestContext, 'skip'>) =>
  skip(!existsSync('.next/BUILD_ID'), 'there is no production build: npm run build makes one')

const READY_LIMIT_MS = 90_000

export async function startShippedShop(
  settings: Readonly<Record<string, string>>,
): Promise<ShippedShop> {
  const port = Number(settings.PORT ?? (await freePort()))
  const origin = `http://127.0.0.1:${port}`
  const { NODE_ENV: _, ...environment } = process.env
  const child = spawn('npm', ['start', '--silent'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      ...NO_SETTINGS,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      RATE_LIMITS: 'off',
      PORT: String(port),
      ...settings,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = once(child, 'close').then(() => child.exitCode)
  const npm = child.pid ?? 0
  const isReady = () =>
    fetch(`${origin}/api/health`).then(
      () => true,
      () => false,
    )
  const deadline = Date.now() + READY_LIMIT_MS
  while (child.exitCode === null && Date.now() < deadline && !(await isReady())) await sleep(50)

  const processes = () =>
    below(npm).filter(({ command }) => /node|next/.test(command.split(' ')[0] ?? ''))
  return {
    npm,
    port,
    origin,
    ended,
    said: () => said,
    processes,
    async stop() {
      const began = performance.now()
      for (const { pid } of processes()) process.kill(pid, 'SIGTERM')
      await ended
      return performance.now() - began
    },
  }
}

function below(parent: number): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .flatMap((name) => [processOf(Number(name)), ...below(Number(name))].flat())
}

function parentOf(pid: string): number | null {
  return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN)
}

/** Proportional: what processes share is counted once. A process that has ended and only waits to be buried has none. */
function processOf(pid: number): Process[] {
  const pss = /^Pss:\s*(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  if (pss === undefined) return []
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
  return [{ pid, command, pssMiB: Number(pss) / 1024 }]
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
