import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Started by hand we may be meant to outlive the terminal. Under npm we end with npm and with the shell that it uses. */
export function followNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const npm = parentOf(shell)
  setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) end()
  }, 1000).unref()
}

function parentOf(pid) {
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
