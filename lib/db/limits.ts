import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { type Count, countAll, forgetCounts } from './counts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Asker = {
  /** Null where a letter is counted and no longer who asked for it. */
  readonly network: string | null
  /** Null where nobody is mailed. */
  readonly mailbox: string | null
  /** The browser's name, when the mailbox knows it: somebody signed in to it there before. */
  readonly browser: string | null
  /** Which letter it would be, where one is counted. */
  readonly letter: string | null
}

/** What nobody can choose for themselves; and all askers together. */
const keys = {
  network: ({ network }: Asker) => network,
  letter: ({ letter }: Asker) => letter,
  mailbox: ({ mailbox }: Asker) => mailbox,
  known_browser: ({ browser }: Asker) => browser,
  known_mailbox: ({ mailbox }: Asker) => mailbox,
  shop: () => null,
}

type Key = keyof typeof keys
type Rate<By = Key> = { readonly per: By; readonly times: number; readonly seconds: number }

type Limit = {
  /** The narrowest first: whoever is refused by one uses up none of those behind it. */
  readonly counts: readonly Rate<'network' | 'letter' | 'mailbox' | 'shop'>[]
  /** Instead of these, for a browser that the mailbox knows: strangers cannot use them up. */
  readonly known?: readonly Rate<'known_browser' | 'known_mailbox'>[]
  /** More than this in all is a line in the log and stops nobody. */
  readonly alarm?: Rate<'shop'>
  /** What becomes of those whom nobody can count. */
  readonly uncounted: 'refused' | 'let through'
}

// Who asks for a link, before anybody knows whether there is one to mail: only whoever asks is counted, so that what was
// made up takes nothing from others.
const asking = {
  counts: [{ per: 'network', times: 20, seconds: 10 * MINUTE }],
  known: [
    { per: 'known_browser', times: 10, seconds: HOUR },
    { per: 'known_mailbox', times: 60, seconds: HOUR },
  ],
  uncounted: 'refused',
} as const satisfies Limit

// The link itself, once it is known that it would be mailed. The same one asked for again is not mailed again. A browser
// that the mailbox knows was counted when it asked.
const mailing = {
  counts: [
    { per: 'letter', times: 1, seconds: 10 * MINUTE },
    { per: 'mailbox', times: 5, seconds: HOUR },
    { per: 'shop', times: 300, seconds: HOUR },
  ],
  known: [],
  uncounted: 'refused',
} as const satisfies Limit

/** How often something may be done. A person in a hurry meets none of them; a network can be a whole office. */
export const limits = {
  // A payment begun, or begun again. Nobody can switch the shop off: over all of them there is only an alarm.
  pay: {
    counts: [{ per: 'network', times: 60, seconds: MINUTE }],
    alarm: { per: 'shop', times: 1000, seconds: HOUR },
    uncounted: 'let through',
  },
  // Something that its owner does to an order, a subscription or an account. Most is refused to strangers anyway; who
  // wants to cancel is not to wait for whatever counts.
  act: {
    counts: [{ per: 'network', times: 60, seconds: MINUTE }],
    alarm: { per: 'shop', times: 1000, seconds: HOUR },
    uncounted: 'let through',
  },
  // Addresses looked for while somebody types: a dozen times for one. The service is the government's, and asks all to be
  // moderate; whoever is over still has the fields to type into.
  address: {
    counts: [
      { per: 'network', times: 60, seconds: MINUTE },
      { per: 'network', times: 600, seconds: HOUR },
    ],
    alarm: { per: 'shop', times: 10_000, seconds: HOUR },
    uncounted: 'let through',
  },
  look_up: asking,
  order_link: mailing,
  // What money came for is counted apart: orders that anybody can place and nobody pays take no link from those who paid.
  paid_order_link: mailing,
  // Counted apart from what is looked up, which more people can do: who wants to cancel is not to wait for them.
  ask_act_link: asking,
  act_link: mailing,
  paid_act_link: mailing,
  // Letters that nobody asks for and that cost nothing to have mailed: an order is not paid, a subscription is left, goods
  // are to come back.
  // Whoever is over leaves out a letter that says what a page says too.
  bad_news: {
    counts: [{ per: 'mailbox', times: 5, seconds: HOUR }],
    uncounted: 'let through',
  },
  leaving: {
    counts: [{ per: 'mailbox', times: 5, seconds: HOUR }],
    uncounted: 'let through',
  },
  claiming: {
    counts: [{ per: 'mailbox', times: 5, seconds: HOUR }],
    uncounted: 'let through',
  },
  code: {
    counts: [
      { per: 'network', times: 40, seconds: 10 * MINUTE },
      { per: 'network', times: 300, seconds: DAY },
      { per: 'mailbox', times: 10, seconds: HOUR },
      { per: 'mailbox', times: 20, seconds: DAY },
      { per: 'shop', times: 600, seconds: HOUR },
    ],
    known: [
      { per: 'known_browser', times: 10, seconds: HOUR },
      { per: 'known_browser', times: 20, seconds: DAY },
      { per: 'known_mailbox', times: 60, seconds: HOUR },
    ],
    uncounted: 'refused',
  },
  // A code that was typed in: a few for each that was asked for, which lib/accounts/challenges.ts counts for itself, so
  // that no neighbour's guesses stop anybody.
  guess: {
    counts: [],
    alarm: { per: 'shop', times: 1000, seconds: HOUR },
    uncounted: 'refused',
  },
  // The same at the desk, counted apart: what shoppers and strangers ask for at the shop's door takes nothing from who
  // works here. Only a few mailboxes are ever written to, so the ceiling of one is all that a stranger could use up; a
  // browser that has signed in before is beyond it.
  desk_code: {
    counts: [
      { per: 'network', times: 20, seconds: 10 * MINUTE },
      { per: 'network', times: 100, seconds: DAY },
      { per: 'mailbox', times: 30, seconds: HOUR },
    ],
    known: [
      { per: 'known_browser', times: 30, seconds: HOUR },
      { per: 'known_mailbox', times: 100, seconds: HOUR },
    ],
    alarm: { per: 'shop', times: 300, seconds: HOUR },
    uncounted: 'refused',
  },
  desk_guess: {
    counts: [],
    alarm: { per: 'shop', times: 200, seconds: HOUR },
    uncounted: 'refused',
  },
  // Somebody who works: two hundred orders before lunch, from an office where others do too.
  desk_act: {
    counts: [{ per: 'network', times: 600, seconds: MINUTE }],
    alarm: { per: 'shop', times: 10_000, seconds: HOUR },
    uncounted: 'let through',
  },
} as const satisfies Record<string, Limit>

export type Limited = keyof typeof limits

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
      const { counts, known, alarm }: Limit = limits[what]
      const secret = await key()
      const keyed = (rate: Rate) => {
        const named = `${what} ${rate.per} ${rate.seconds} ${keys[rate.per](who)}`
        const hash = createHmac('sha256', secret).update(named).digest('base64url')
        return { ...rate, key: hash, isAlarm: rate === alarm }
      }
      const rates = who.browser !== null && known ? known : counts
      const counted = [...rates, ...(alarm ? [alarm] : [])].map(keyed)
      if (counted.length === 0) return null
      const full = await countAll(pool, counted)
      if (full?.count.isAlarm) raise(what, full)
      return full === null || full.count.isAlarm ? null : full.wait
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
