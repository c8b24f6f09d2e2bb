import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

// redirectResult may have 20,000 characters, three times as many once they are percent-encoded.
const HEADER_LIMIT = '--max-http-header-size=65536'
// V8 lets a young generation grow to three times 16 MiB and the old one behind it; this halves what a server holds after
// load, for a twelfth of its time.
const SMALL_HEAP = '--max-semi-space-size=4'
const GRACE_MS = 10_000 // for requests and jobs under way

// glibc gives each thread a heap of its own, up to eight a core, and what is free in one serves no other: pages drawn for
// one visitor leave a sixth more behind than with two heaps, which are no slower.
const FEW_HEAPS = '2'

// What V8 made of the server's files the last time, a tenth of a start. The next build clears it away.
const COMPILED = '.next/compiled'

type Settings = Readonly<Record<string, string>>

/** Runs Next until it ends and answers with its exit code. Whoever stops us stops it. */
export async function runNext(
  args: readonly string[],
  settings: Settings,
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
  settings: Settings,
  stdio: StdioOptions,
): ChildProcess {
  return spawn(process.execPath, [nextProgram(), ...args], {
    stdio,
    // Nobody outlives us, also when we are killed.
    env: { ...process.env, ...settings, NODE_OPTIONS: nodeOptions('follow-parent.mjs', args) },
  })
}

/**
 * This process from now on is Next, and nothing of the launcher is left. Comes back only where a process cannot become
 * another, as on Windows.
 */
export function becomeNext(args: readonly string[], settings: Settings): void {
  process.execve?.(process.execPath, [process.execPath, nextProgram(), ...args], {
    NODE_COMPILE_CACHE: COMPILED,
    MALLOC_ARENA_MAX: FEW_HEAPS,
    ...process.env,
    ...settings,
    NODE_OPTIONS: nodeOptions('end-with-npm.mjs', args),
  })
}

const nextProgram = () => createRequire(import.meta.url).resolve('next/dist/bin/next')

const exitCodeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal]

// Each sees a request before those that stand before it. Next gets no cookie of others, no query for a page that is
// kept and no method that no browser sends; doors know from where they are called; what is in hand is finished.
const LOADED_FIRST = [
  'own-cookies.mjs',
  'no-query-kept.mjs',
  'http-methods.mjs',
  'socket-address.mjs',
  'graceful-stop.mjs',
]

/** The header limit, and what Next and the processes that it makes load before anything else. */
function nodeOptions(follow: string, [command]: readonly string[]): string {
  const imports = [follow, ...LOADED_FIRST].map((name) =>
    fileURLToPath(new URL(`loaded-first/${name}`, import.meta.url)),
  )
  return [
    command === 'start' ? SMALL_HEAP : '',
    process.env.NODE_OPTIONS ?? '',
    HEADER_LIMIT,
    ...imports.map((path) => `--import=${JSON.stringify(path)}`),
  ]
    .join(' ')
    .trim()
}
