import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Aborts when somebody wants this process to end, with the name of the signal as its reason. From then on
 * ending is our own affair: the shop goes first, its database after it.
 */
export function listenForStop(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop.abort(signal))
  followNpm(() => stop.abort('SIGTERM'))
  return stop.signal
}

/** Started by hand we may be meant to outlive the terminal. Under npm we end with npm and with the shell that it uses. */
function followNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const npm = parentOf(shell)
  setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) end()
  }, 1000).unref()
}

function parentOf(pid: number): number | null {
  try {
    const text =
      process.platform === 'linux'
        ? /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
    return Number(text)
  } catch {
    return null
  }
}
