import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

// redirectResult may have 20,000 characters, three times as many once they are percent-encoded.
const HEADER_LIMIT = '--max-http-header-size=65536'
const GRACE_MS = 20_000 // for requests and jobs under way

/** Runs Next until it ends and answers with its exit code. Whoever stops us stops it. */
export async function runNext(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  stop: AbortSignal,
): Promise<number> {
  if (stop.aborted) return exitCodeOf(stop.reason)
  const child = spawnNext(args, settings, 'inherit')
  stop.addEventListener('abort', () => {
    child.kill(stop.reason)
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
  })
  const [code, signal] = await once(child, 'exit')
  return code ?? exitCodeOf(signal)
}

/** Next as a process of its own, which ends when this one does. */
export function spawnNext(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  stdio: StdioOptions,
): ChildProcess {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  return spawn(process.execPath, [next, ...args], {
    stdio,
    env: { ...process.env, ...settings, NODE_OPTIONS: nodeOptions() },
  })
}

const exitCodeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal]

// Nobody outlives us, also when we are killed; nobody stumbles over a method that no browser sends; and doors know
// from where they are called.
const LOADED_FIRST = ['follow-parent.mjs', 'http-methods.mjs', 'socket-address.mjs']

/** The header limit, and what Next and the processes that it makes load before anything else. */
function nodeOptions(): string {
  const imports = LOADED_FIRST.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  return [
    process.env.NODE_OPTIONS ?? '',
    HEADER_LIMIT,
    ...imports.map((path) => `--import=${JSON.stringify(path)}`),
  ]
    .join(' ')
    .trim()
}
