import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { z } from 'zod'
import {
  createScratchDatabase,
  dropScratchDatabase,
  startTestPostgres,
} from '@/lib/proof/shop/test-postgres'

export type AdyenProcessSettings = {
  readonly databaseUrl: string
  readonly webhookUrl: string
  readonly hmacKey: string
  readonly merchantAccount: string
  readonly apiKey: string
}

export type AdyenProcess = {
  readonly origin: string
  /** Its own books, in a database that nobody breaks. */
  readonly pool: Pool
  /** What was asked or answered otherwise than Adyen specifies it. */
  readonly complaints: readonly string[]
  /** The control desk, such as `tell('/clock', { minutes: 5 })`. Throws when it refuses. */
  control(path: string, body: object): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

/** Starts the simulator in a process of its own, on a server that is not the shop's. */
export async function startAdyen(
  settings: Omit<AdyenProcessSettings, 'databaseUrl'>,
): Promise<AdyenProcess> {
  const server = await startTestPostgres()
  const databaseUrl = await createScratchDatabase(server.url)
  const child = fork(
    fileURLToPath(new URL('adyen-process.ts', import.meta.url)),
    [JSON.stringify({ ...settings, databaseUrl })],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const origin = await originOf(child)
  const complaints: string[] = []
  child.on('message', (message) => {
    const told = complaint.safeParse(message)
    if (told.success) complaints.push(told.data.complaint)
  })
  const pool = new Pool({ connectionString: databaseUrl, max: 3 })
  pool.on('error', () => undefined)
  return {
    origin,
    pool,
    complaints,
    control: (path, body) => tell(`${origin}/control${path}`, body),
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      await pool.end()
      await dropScratchDatabase(server.url, databaseUrl)
      await server.stop()
    },
  }
}

const complaint = z.object({ complaint: z.string() })

async function originOf(child: ChildProcess): Promise<string> {
  const [origin] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (typeof origin !== 'string') throw new Error('The simulator of Adyen did not start.')
  return origin
}

async function tell(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
