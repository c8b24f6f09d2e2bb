import { HOUR, type Instant, MINUTE } from '@/lib/core/ids'
import type { AboutDatabase } from '@/lib/db/server/about-database'
import type { CheckId } from '@/lib/i18n/going-live/check-names'
import { databaseWords as words } from '@/lib/i18n/going-live/database-words'
import { type Finding, good, unseen, wrong } from './finding'
import { isOnThisMachine, type ShopSettings } from './shop-settings'

type Schema = { readonly kind: 'as_wanted' | 'lacking' } | TooNew
type TooNew = { readonly kind: 'too_new'; readonly newest: string }

/** What was seen of the database, or why nothing was. */
export type DatabaseSeen =
  | { readonly kind: 'away'; readonly why: string }
  | {
      readonly kind: 'seen'
      readonly about: AboutDatabase
      readonly schema: Schema
      readonly work: WorkSeen | null
      /** The shop's own, where it was made and kept; null: it was not. */
      readonly secret: string | null
    }
/** `now` is the shop's own; `lastDoneMsAgo` is the machine's. */
export type WorkSeen = {
  readonly now: Instant
  readonly due: Instant | null
  readonly lastDoneMsAgo: number | null
}

const behindIt = [
  'database_tls',
  'pooler',
  'schema',
  'clock',
  'connections',
  'work',
] as const satisfies readonly CheckId[]

type Settings = Pick<ShopSettings, 'databaseUrl' | 'longRunning' | 'cronSecret'>

/** `place`: the database as it may be said. */
export function checkDatabase(settings: Settings, seen: DatabaseSeen, place: string): Finding[] {
  if (seen.kind === 'away')
    return [
      wrong('database', words.away(place, seen.why)),
      ...behindIt.map((id) => unseen(id, words.not_reached)),
    ]
  const { about, schema, work } = seen
  return [
    checkServer(settings, about, place),
    checkEncryption(settings, about),
    checkPooler(settings, about),
    checkSchema(schema),
    checkClock(about.aheadMs),
    checkRoom(about.free),
    checkWork(settings, work),
  ]
}

const OLDEST_POSTGRES = 14

function checkServer({ databaseUrl }: Settings, { version }: AboutDatabase, place: string) {
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) return wrong('database', words.old(version))
  return databaseUrl === ''
    ? unseen('database', words.embedded(version))
    : good('database', words.reached(place, version))
}

function checkEncryption({ databaseUrl }: Settings, { isEncrypted, way }: AboutDatabase): Finding {
  const id = 'database_tls'
  if (isEncrypted) return good(id, words.encrypted)
  if (databaseUrl === '') return good(id, words.same_machine)
  const address = databaseUrl.replace(/^[a-z]+:/, 'http:')
  if (way === 'direct' && isOnThisMachine(address)) return good(id, words.same_machine)
  return isEncrypted === null || isNear(new URL(address).hostname)
    ? unseen(id, words.near)
    : wrong(id, words.unencrypted)
}

/** A name without a dot is one of Docker's or of a hosts file; the others are nobody's on the internet. */
const isNear = (host: string): boolean =>
  !host.includes('.') || /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host)

function checkPooler({ longRunning }: Settings, { way }: AboutDatabase): Finding {
  if (way === 'pooled') return good('pooler', words.behind)
  if (way === 'unclear') return unseen('pooler', words.something_between)
  return longRunning ? good('pooler', words.direct) : wrong('pooler', words.pooler_needed)
}

function checkSchema(schema: Schema): Finding {
  if (schema.kind === 'too_new') return wrong('schema', words.schema_newer(schema.newest))
  return schema.kind === 'lacking'
    ? wrong('schema', words.schema_lacking)
    : good('schema', words.schema_right)
}

// Less is the network's; Adyen's own time limits are in minutes.
const NEAR_MS = 2_000
const OFF_MS = 30_000

function checkClock(aheadMs: number): Finding {
  const off = Math.abs(aheadMs)
  const seconds = Math.round(off / 1000)
  if (off > OFF_MS) return wrong('clock', words.clock_off(seconds))
  return off > NEAR_MS
    ? unseen('clock', words.clock_near(seconds))
    : good('clock', words.clock_right)
}

// Ten for the shop, three for its queue.
const ONE_INSTANCE = 13

function checkRoom(free: number | null): Finding {
  if (free === null) return unseen('connections', words.room_of_pooler)
  if (free < ONE_INSTANCE) return wrong('connections', words.no_room(free))
  return free < 2 * ONE_INSTANCE
    ? unseen('connections', words.little_room(free))
    : good('connections', words.room(free))
}

// A worker looks twice a second; a cheap plan's cron looks once a day.
const DAY = 24 * HOUR
const LATE = { worker: 10 * MINUTE, cron: DAY + HOUR }

function checkWork({ longRunning, cronSecret }: Settings, work: WorkSeen | null): Finding {
  if (!longRunning && cronSecret === null) return wrong('work', words.cron_closed)
  if (work === null) return unseen('work', words.not_reached)
  const { due, now, lastDoneMsAgo } = work
  const waits = due === null ? 0 : now - due
  if (waits > (longRunning ? LATE.worker : LATE.cron))
    return wrong('work', words.work_late(Math.round(waits / MINUTE)))
  return lastDoneMsAgo === null || lastDoneMsAgo > DAY
    ? unseen('work', words.worked_never)
    : good('work', words.worked(Math.round(lastDoneMsAgo / MINUTE)))
}
