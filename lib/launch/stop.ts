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

// Under npm our parent is npm or its shell. Started by hand we may be meant to outlive the terminal.
function followNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, 1000).unref()
}
