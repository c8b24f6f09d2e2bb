import { sql } from 'kysely'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }
import type { Db } from '../connection'
import { WANTED_QUEUES } from '../queues'
import { QUEUES_MADE } from '../settings'

const QUEUE_VERSION = bossPackage.pgboss.schema

/** What this version of the shop makes of a database. */
export type Look =
  | { readonly kind: 'as_wanted' | 'lacking' }
  /** More than one step newer, or its queue is. */
  | { readonly kind: 'too_new'; readonly newest: string }

/**
 * Whether a database has all that this version of the shop wants, by one statement. One step more is fine: that is how a
 * new version is rolled out beside the old one.
 */
export async function lookAtSchema(db: Db, steps: readonly string[]): Promise<Look> {
  const found = await taken(db)
  if (found === null) return { kind: 'lacking' }
  const unknown = found.steps.filter((name) => !steps.includes(name))
  if (unknown.length > 1 || found.queueVersion > QUEUE_VERSION)
    return { kind: 'too_new', newest: `${found.steps.at(-1)}, queue ${found.queueVersion}` }

  const queuesFit = found.queues === WANTED_QUEUES || unknown.length === 1
  const hasAll = has(found, steps) && found.queueVersion === QUEUE_VERSION && queuesFit
  return { kind: hasAll ? 'as_wanted' : 'lacking' }
}

/** Whether it has all these steps, whatever else. */
export async function hasSteps(db: Db, steps: readonly string[]): Promise<boolean> {
  const found = await taken(db)
  return found !== null && has(found, steps)
}

const has = (found: Taken, steps: readonly string[]) =>
  steps.every((name) => found.steps.includes(name))

type Taken = {
  readonly steps: readonly string[]
  readonly queueVersion: number
  readonly queues: string | null
}

const UNDEFINED_TABLE = '42P01'
const INVALID_SCHEMA = '3F000'

/** Null: nothing, or not all of it, was ever made. */
async function taken(db: Db): Promise<Taken | null> {
  try {
    const { rows } = await sql<Taken>`
      select (select array_agg(name order by name) from kysely_migration) as steps,
             (select version from pgboss.version) as queue_version,
             (select value from settings where key = ${QUEUES_MADE}) as queues`.execute(db)
    const [found] = rows
    return found && found.steps !== null && found.queueVersion !== null ? found : null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === UNDEFINED_TABLE || code === INVALID_SCHEMA) return null
    throw error
  }
}
