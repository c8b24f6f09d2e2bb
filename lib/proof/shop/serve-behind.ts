import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export type ServerBehind = { readonly port: number; readonly stop: () => void }

/** A server of its own process, behind one of `lib/launch/loaded-first`. `script` prints the port that it listens on. */
export async function serveBehind(loadedFirst: string, script: string): Promise<ServerBehind> {
  const first = `--import=${resolve('lib/launch/loaded-first', loadedFirst)}`
  const server = spawn(process.execPath, ['--max-http-header-size=65536', first, '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(server.stdout, 'data')
  return { port: Number(said), stop: () => void server.kill() }
}
