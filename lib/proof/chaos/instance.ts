import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawnNext } from '@/lib/launch/next'
import { stablePort } from './ports'

export type Instance = {
  readonly port: number
  readonly log: string
  /** So many times it has ended without having been killed. */
  readonly unexpectedExits: () => number
  isHealthy(): Promise<boolean>
  /** kill -9, or SIGTERM as an upgrade sends it; it is started again after so many milliseconds. */
  kill(downMs: number, signal: 'SIGKILL' | 'SIGTERM'): void
  /** Stands still for so long, as a machine does whose host is busy. */
  freeze(ms: number): Promise<void>
  stop(): Promise<void>
}

/** One `next start` of the production build that is started again whenever it ends. */
export async function startInstance(
  log: string,
  settings: Readonly<Record<string, string>>,
): Promise<Instance> {
  const port = await stablePort()
  let child: ChildProcess
  let wanted = true
  let killedFor: number | null = null
  let exits = 0

  const keepRunning = async () => {
    while (wanted) {
      child = spawnShop(log, port, settings)
      await once(child, 'exit')
      if (!wanted) return
      if (killedFor === null) exits += 1
      await sleep(killedFor ?? 500)
      killedFor = null
    }
  }
  const ended = keepRunning()

  return {
    port,
    log,
    unexpectedExits: () => exits,
    isHealthy: async () => {
      const url = `http://127.0.0.1:${port}/api/health`
      const health = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
      return health?.ok ?? false
    },
    kill: (downMs, signal) => {
      killedFor = downMs
      child.kill(signal)
    },
    freeze: async (ms) => {
      const frozen = child
      frozen.kill('SIGSTOP')
      await sleep(ms)
      frozen.kill('SIGCONT')
    },
    stop: async () => {
      wanted = false
      child.kill('SIGCONT')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function spawnShop(
  log: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const file = openSync(log, 'a')
  const args = ['start', '--port', String(port), '--hostname', '127.0.0.1']
  const child = spawnNext(args, { ...settings, PORT: String(port) }, ['ignore', file, file])
  closeSync(file)
  return child
}
