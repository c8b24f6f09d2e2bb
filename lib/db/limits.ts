import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { type Count, countAll, forgetCounts } from './counts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What one asker cannot choose: where they come from, whose mailbox it is about; and all askers together. */
type Key = 'network' | 'mailbox' | 'shop'
type Rate = { readonly per: Key; readonly times: number; readonly seconds: number }

type Limit = {
  /** The narrowest first: whoever is refused by one uses up none of those behind it. */
  readonly counts: readonly Rate[]
  /** More than this in all is a line in the log and stops nobody. */
  readonly alarm?: Rate
  /** What becomes of those whom nobody can count. */
  readonly uncounted: 'refused' | 'let through'
}

/** How often something may be done. A person in a hurry meets none of them; a network can be a whole office. */
export const limits = {
  // A payment begun, or begun again. Nobody can switch the shop off: over all of them there is only an alarm.
  pay: {
    counts: [{ per: 'network', times: 60, seconds: MINUTE }],
    alarm: { per: 'shop', times: 1000, seconds: HOUR },
    uncounted: 'let through',
  },
  // Each of the next two mails somebody, or could.
  look_up: {
    counts: [
      { per: 'network', times: 20, seconds: 10 * MINUTE },
      { per: 'mailbox', times: 5, seconds: HOUR },
      { per: 'shop', times: 300, seconds: HOUR },
    ],
    uncounted: 'refused',
  },
  code: {
    counts: [
      { per: 'network', times: 40, seconds: 10 * MINUTE },
      { per: 'mailbox', times: 10, seconds: HOUR },
      { per: 'mailbox', times: 20, seconds: DAY },
      { per: 'shop', times: 600, seconds: HOUR },
    ],
    uncounted: 'refused',
  },
  // A code that was typed in. How many belong to one code is another matter.
  guess: {
    counts: [{ per: 'network', times: 60, seconds: 10 * MINUTE }],
    alarm: { per: 'shop', times: 1000, seconds: HOUR },
    uncounted: 'refused',
  },
} as const satisfies Record<string, Limit>

export type Limited = keyof typeof limits

type Asker = {
  readonly network: string
  /** Null where nobody is mailed. */
  readonly mailbox: string | null
}

export type Limiter = {
  /** Counts one more, for all instances together. Seconds to wait when it was too many, else null. */
  take(what: Limited, who: Asker): Promise<number | null>
  /** Whether somebody whom nobody can count may go on. */
  passesUncounted(what: Limited): boolean
}

type Wiring = {
  readonly pool: pg.Pool
  /** Fingerprints are kept and no address; without this key nobody can try them all. */
  readonly key: () => Promise<Buffer>
  readonly log: (message: string, facts: Record<string, unknown>) => void
}

const FORGOTTEN_EVERY = 500

export function limiterOn({ pool, key, log }: Wiring): Limiter {
  const raise = alarmOnce(log)
  let taken = 0
  return {
    passesUncounted: (what) => limits[what].uncounted === 'let through',
    async take(what, who) {
      if (++taken % FORGOTTEN_EVERY === 0) await forgetCounts(pool)
      const { counts, alarm }: Limit = limits[what]
      const secret = await key()
      const keyed = [...counts, ...(alarm ? [alarm] : [])].map((rate) => {
        const whose = rate.per === 'shop' ? '' : who[rate.per]
        const named = `${what} ${rate.per} ${rate.seconds} ${whose}`
        return { ...rate, key: createHmac('sha256', secret).update(named).digest('base64url') }
      })
      const full = await countAll(pool, keyed)
      if (full === null) return null
      if (full.count.key !== keyed[counts.length]?.key) return full.wait
      raise(what, full)
      return null
    },
  }
}

/** Once in each time that is counted: who attacks does not write the log as well. */
function alarmOnce(log: Wiring['log']) {
  const quietUntil = new Map<Limited, number>()
  return (what: Limited, { count, wait }: { readonly count: Count; readonly wait: number }) => {
    const now = performance.now()
    if (now < (quietUntil.get(what) ?? 0)) return
    quietUntil.set(what, now + wait * 1000)
    log('More than usual: is somebody at work?', {
      what,
      times: count.times,
      seconds: count.seconds,
    })
  }
}
