import { randomBytes, randomUUID } from 'node:crypto'
import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import type pg from 'pg'
import { pino } from 'pino'
import { type Accounts, createAccounts } from './accounts/accounts'
import { createDesk, type Desk } from './accounts/desk/desk'
import { type Keys, keysOf } from './accounts/keys'
import { createAdyen } from './adyen/client'
import { type Instant, idFrom, instant, MINUTE } from './core/ids'
import { connect, type Sparing, sparingly } from './db/connection'
import { type Limited, type Limiter, limiterOn } from './db/limits'
import { hasMark } from './db/production-mark'
import { type Boss, isBusy, nextDue, queueClient } from './db/queues'
import { advanceClock, clockOffset, simulatorHmacKeys } from './db/settings'
import { nextSubscriptionDue } from './db/subscriptions'
import { type SendMail, smtpSender } from './email/send-mail'
import { type Env, env, isLoopback, SettingsError } from './env'
import { saidSettings } from './env/said-settings'
import { createJuso, type Juso } from './flows/address/juso'
import type { Clock, Deps, Log } from './flows/deps'
import { type Seldom, seldom } from './flows/notification/seldom'
import { togetherWords } from './i18n/settings/together-words'
import { workOff } from './jobs/work'

export type { Limited }

/** The clock, and on the simulator the hand that moves it. */
type ShopClock = Clock & { advance(milliseconds: number): Promise<void> }

export type ShopDeps = Deps & {
  readonly pool: pg.Pool
  readonly hasDatabase: boolean
  /** How the simulator connects where it runs beside the shop. */
  readonly simulatorPool: pg.PoolConfig
  readonly clock: ShopClock
  readonly boss: Boss
  readonly sendMail: SendMail | null
  /** Who shoppers are, and how they prove it. */
  readonly accounts: Accounts
  /** What this shop may say of its settings to anybody. */
  readonly saidSettings: () => Promise<Record<string, string>>
  /** Who people of the shop are, and how they prove it. */
  readonly desk: Desk
  /** Looks for addresses; null: the shop has no key for that. */
  readonly juso: Juso | null
  /** Keys for what browsers keep and nobody may make up. */
  readonly keys: Keys
  /** Who sells here, as the law wants it said on every page. */
  readonly business: Env['business']
  /** True while no real money can move. */
  readonly simulated: boolean
  readonly cronSecret: string | null
  /** A worker stays in this process, so that nobody else need look for due work. */
  readonly hasWorker: boolean
  /** The pages of the shop window, which are kept until something on them changes. */
  readonly catalogue: {
    /** Only within a request, as Next has it. */
    forgetPages(): void
    /** Known to this process alone: with it the worker asks for the same from outside a request. */
    readonly key: string
    /** Part of the name under which something is kept of it, where what is kept outlives a build. */
    readonly edition: string
  }
  /** Whether a line that strangers can bring about may be written now. */
  readonly maySay: Seldom
  /** Counts how often doors are opened; null: they are not counted. */
  readonly limiter: Limiter | null
  readonly trustProxy: string | null
  /** When there will next be something to do, by the shop's own clock; null: nothing is owed. */
  readonly nextDue: () => Promise<Instant | null>
  /** Does all that is due now. */
  readonly settle: () => Promise<unknown>
  /** Nobody sends what the simulator beside the shop owes, unless requests do. */
  readonly simulatorSleeps: boolean
  /** Does what is due once the answer to this request is out, and before and after it what else is to wait for that. */
  readonly workAfterwards: (first?: () => Promise<void>, last?: () => Promise<void>) => void
}

type Afterwards = (work: () => Promise<unknown>) => void

/** The tag of everything that the shop window shows. */
export const CATALOGUE = 'catalogue'

const AFTER_A_REQUEST_MS = 5_000
const SETTLE_MS = 20_000

// So many connections has one function on Vercel, of which there may be hundreds; one is the simulator's.
const OF_A_FUNCTION = 3

/** Wires one shop from its settings. Whoever calls it owns the pool. */
export function createDeps(settings: Env, afterwards: Afterwards = after): ShopDeps {
  const simulated = settings.adyen.environment === 'simulator'
  const mayUse = mayUseOf(settings)
  const ofShop: Sparing = { max: simulated ? OF_A_FUNCTION - 1 : OF_A_FUNCTION, mayUse }
  const { pool, db } = connect(settings.databaseUrl, settings.longRunning ? undefined : ofShop)
  const forgetPages = () => revalidateTag(CATALOGUE, { expire: 0 })
  const sendMail = settings.smtpUrl ? smtpSender(settings.smtpUrl, settings.mailFrom) : null
  const log = createLog()
  const newKey = () => randomUUID()
  const clock: ShopClock = {
    // Only play money can travel in time: with Adyen the clock is the machine's.
    now: async () => instant(Date.now() + (simulated ? await clockOffset(db) : 0)),
    advance: (milliseconds) => advanceClock(db, milliseconds),
  }
  const keys = keysOf(db, settings.sessionSecret)
  const { baseUrl, kakao, adminEmails: owners } = settings
  const simulatorKeys = onceDone(() => simulatorHmacKeys(db))
  const shop: ShopDeps = {
    db,
    pool,
    hasDatabase: settings.databaseUrl !== '',
    simulatorPool: {
      connectionString: settings.databaseUrl,
      ...(settings.longRunning ? { max: 5 } : sparingly({ max: 1, mayUse })),
    },
    simulated,
    business: settings.business,
    cronSecret: settings.cronSecret,
    hasWorker: settings.longRunning,
    simulatorSleeps: simulated && !settings.longRunning,
    sendMail,
    keys,
    saidSettings: onceDone(async () => saidSettings(settings, await keys.for('settings'))),
    juso: settings.addressSearch && createJuso(settings.addressSearch),
    accounts: createAccounts({ db, clock, baseUrl, keys, kakao, sendMail, simulated, newKey, log }),
    desk: createDesk({ db, clock, baseUrl, keys, owners, sendMail, simulated, newKey, log }),
    adyen: createAdyen(settings.adyen),
    clock,
    boss: queueClient(settings.longRunning ? settings.databaseUrl : pool, {
      supervise: settings.longRunning,
    }),
    log,
    maySay: seldom(MINUTE),
    newId: () => idFrom(randomBytes(64)),
    newKey,
    catalogue: { forgetPages, key: randomUUID(), edition: settings.vercel?.edition ?? '' },
    limiter: settings.rateLimits ? limiterOn({ pool, key: () => keys.for('counts'), log }) : null,
    unpaidCaps: settings.rateLimits
      ? {
          key: () => keys.for('unpaid orders'),
          lookBackMs: settings.paymentTimeLimitMinutes * MINUTE,
        }
      : null,
    trustProxy: settings.trustProxy,
    nextDue: async () => {
      const dues = await Promise.all([nextDue(db), nextSubscriptionDue(db)])
      const known = dues.filter((due) => due !== null)
      return known.length === 0 ? null : instant(Math.min(...known))
    },
    settle: async () => {
      const end = performance.now() + SETTLE_MS
      // What another worker has begun will owe more when it is done.
      do await workOff(shop, SETTLE_MS)
      while ((await isBusy(db)) && performance.now() < end)
    },
    workAfterwards: (first, last) =>
      afterwards(async () => {
        await first?.()
        await workOff(shop, AFTER_A_REQUEST_MS)
        await last?.()
      }),
    shop: {
      baseUrl,
      owners,
      merchantAccount: settings.adyen.merchantAccount,
      live: settings.adyen.environment === 'live',
      isPlayMoney: simulated && !isLoopback(baseUrl),
      hmacKeys: async () => settings.adyen.hmacKeys ?? simulatorKeys(),
      webhookUser: settings.adyen.webhookUser,
      timeLimitMs: settings.paymentTimeLimitMinutes * MINUTE,
      stockHoldMs: settings.stockHoldMinutes * MINUTE,
      tariff: settings.tariff,
      tokenHmacKeys: async () => settings.adyen.tokenHmacKeys ?? simulatorKeys(),
      ...settings.saved,
    },
  }
  return shop
}

/** A preview does nothing in a database of production, unless it is told that it is a copy. */
function mayUseOf({ vercel, isCopy }: Env): Sparing['mayUse'] {
  if (vercel?.deployment !== 'preview' || isCopy) return undefined
  return async (client) => {
    if (await hasMark(client)) throw new SettingsError([togetherWords.database_of_production])
  }
}

/** Asks until it has been answered once. */
function onceDone<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

function createLog(): Log {
  const logger = pino({ base: null })
  return (message, facts) => logger.info(facts, message)
}

// A reload of the development server makes this module anew, but must not open a second pool.
declare global {
  var norang: ShopDeps | undefined
}

/** The shop of this process. */
export function deps(): ShopDeps {
  globalThis.norang ??= createDeps(env())
  return globalThis.norang
}
