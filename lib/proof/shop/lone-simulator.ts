import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/lib/launch/port'

export type LoneSimulator = {
  readonly origin: string
  readonly port: number
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** All that it has said. */
  readonly said: () => string
  readonly control: (path: string, fields?: object) => Promise<Record<string, unknown>>
  /** Tells it to stop and answers with its exit code and how long it took. */
  readonly stop: () => Promise<{ code: number | null; ms: number }>
}

const READY_LIMIT_MS = 60_000

/** What `npm run simulator` runs, as a process of its own; what ends at once has not started. */
export async function startLoneSimulator(
  settings: Readonly<Record<string, string>>,
): Promise<LoneSimulator> {
  const port = Number(settings.PORT ?? (await freePort()))
  const origin = `http://127.0.0.1:${port}/simulator`
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/launch/simulator/alone.ts'], {
    env: { PATH, HOME, NODE_ENV: 'production', PORT: String(port), ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = once(child, 'close').then(() => child.exitCode)
  const deadline = Date.now() + READY_LIMIT_MS
  while (!said.includes('miniature') && child.exitCode === null && Date.now() < deadline)
    await sleep(20)
  return {
    origin,
    port,
    ended,
    said: () => said,
    async control(path, fields) {
      const response = await fetch(`${origin}/control/${path}`, {
        ...(fields === undefined ? {} : { method: 'POST', body: JSON.stringify(fields) }),
        headers: { 'content-type': 'application/json' },
      })
      return response.json()
    },
    async stop() {
      const began = performance.now()
      child.kill('SIGTERM')
      return { code: await ended, ms: performance.now() - began }
    },
  }
}
