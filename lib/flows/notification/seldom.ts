/** Says of something whether it may be said now, and of how many like it nothing was; null: it may not. */
export type Seldom = (what: string) => number | null

/**
 * Lets each thing be said once in a while, so that a stranger who repeats it fills no log. It remembers all that it was asked
 * about: let that be few.
 */
export function seldom(everyMs: number, now: () => number = () => performance.now()): Seldom {
  const last = new Map<string, { readonly at: number; unsaid: number }>()
  return (what) => {
    const before = last.get(what)
    if (before !== undefined && now() - before.at < everyMs) {
      before.unsaid += 1
      return null
    }
    last.set(what, { at: now(), unsaid: 0 })
    return before?.unsaid ?? 0
  }
}
