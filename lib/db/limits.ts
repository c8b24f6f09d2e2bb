import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE = 60
const FORGOTTEN_EVERY = 500

/**
 * How often something may be done: so many times in so many seconds, for one network address and for one
 * subject (a browser, an order, an e-mail address). A person in a hurry meets none of them.
 */
export const limits = {
  // Nobody presses Pay more than a few times; an address can be that of a whole office.
  checkout: { byAddress: [60, MINUTE], bySubject: [20, MINUTE] },
  // Each one mails somebody.
  look_up: { byAddress: [20, 10 * MINUTE], bySubject: [5, 60 * MINUTE] },
  sign_in: { byAddress: [40, 10 * MINUTE], bySubject: [10, 15 * MINUTE] },
} as const satisfies Record<string, Record<'byAddress' | 'bySubject', readonly [number, number]>>

export type Limited = keyof typeof limits

type Asker = {
  /** Null: nobody may be believed about it. */
  readonly address: string | null
  readonly subject: string | null
}

/** Counts one more, for all instances together. Seconds to wait when it was too many, else null. */
export type Take = (what: Limited, who: Asker) => Promise<number | null>

export function limiterOn(pool: pg.Pool): Take {
  const countersOf = (what: Limited) => {
    const { byAddress, bySubject } = limits[what]
    return { address: counter(pool, byAddress), subject: counter(pool, bySubject) }
  }
  const counters = {
    checkout: countersOf('checkout'),
    look_up: countersOf('look_up'),
    sign_in: countersOf('sign_in'),
  }
  let taken = 0
  return async (what, who) => {
    if (++taken % FORGOTTEN_EVERY === 0) await forgetOld(pool)
    const waits = await Promise.all(
      (['address', 'subject'] as const).map((by) =>
        who[by] === null ? null : count(counters[what][by], `${what} ${by} ${who[by]}`),
      ),
    )
    const longest = Math.max(...waits.map((wait) => wait ?? 0))
    return longest === 0 ? null : longest
  }
}

const counter = (pool: pg.Pool, [points, duration]: readonly [number, number]) =>
  new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'limits',
    tableCreated: true,
    keyPrefix: '',
    clearExpiredByTimeout: false,
    points,
    duration,
  })

async function count(limiter: RateLimiterPostgres, who: string): Promise<number | null> {
  const key = createHash('sha256').update(who).digest('base64url')
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    // The library throws its answer when there were too many, and an error when it could not count.
    if (refused instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Forgets what no longer counts. Real time, as the library has it, also while a demonstration's clock is ahead. */
const forgetOld = (pool: pg.Pool) =>
  pool.query('delete from limits where expire < extract(epoch from clock_timestamp()) * 1000')
