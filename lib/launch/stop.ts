import { followNpm } from './loaded-first/follow-npm.mjs'

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
