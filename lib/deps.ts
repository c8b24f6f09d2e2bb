import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { pino } from 'pino'
import { createAdyen } from './adyen/client'
import { idFrom, instant, MINUTE } from './core/ids'
import { connect } from './db/connection'
import { type Boss, queueClient } from './db/queues'
import { advanceClock, clockOffset } from './db/settings'
import { type Env, env } from './env'
import type { Clock, Deps, Log } from './flows/deps'

/** The clock, and on the simulator the hand that moves it. */
export type ShopClock = Clock & { advance(milliseconds: number): Promise<void> }

export type ShopDeps = Deps & {
  readonly pool: pg.Pool
  readonly clock: ShopClock
  readonly boss: Boss
  /** True while no real money can move. */
  readonly simulated: boolean
  readonly cronSecret: string | null
}

/** Wires one shop from its settings. Whoever calls it owns the pool. */
export function createDeps(settings: Env): ShopDeps {
  const { pool, db } = connect(settings.databaseUrl)
  const simulated = settings.adyen.environment === 'simulator'
  return {
    db,
    pool,
    simulated,
    cronSecret: settings.cronSecret,
    adyen: createAdyen(settings.adyen),
    clock: {
      // Only play money can travel in time: with Adyen the clock is the machine's.
      now: async () => instant(Date.now() + (simulated ? await clockOffset(db) : 0)),
      advance: (milliseconds) => advanceClock(db, milliseconds),
    },
    boss: queueClient(settings.databaseUrl, { supervise: settings.longRunning }),
    log: createLog(),
    newId: () => idFrom(randomBytes(64)),
    newKey: () => randomUUID(),
    shop: {
      baseUrl: settings.baseUrl,
      merchantAccount: settings.adyen.merchantAccount,
      live: settings.adyen.environment === 'live',
      hmacKeys: settings.adyen.hmacKeys,
      webhookUser: settings.adyen.webhookUser,
      timeLimitMs: settings.paymentTimeLimitMinutes * MINUTE,
    },
  }
}

function createLog(): Log {
  const logger = pino({ base: null })
  return (message, facts) => logger.info(facts, message)
}

// A reload of the development server makes this module anew, but must not open a second pool.
const home = globalThis as { norang?: ShopDeps }

/** The shop of this process. */
export function deps(): ShopDeps {
  home.norang ??= createDeps(env())
  return home.norang
}
