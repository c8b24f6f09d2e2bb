import { sql } from 'kysely'
import pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import { type Instant, instant } from '../core/ids'
import { parseJson } from '../core/json'
import type { Db, Tx } from './connection'

/** Carries what is due now. What is due later waits in jobs_due, by our own clock. */
export const QUEUE = 'norang'
/** Jobs that failed for a month, kept for a person to look at. */
const DEAD_LETTERS = 'norang-dead'

// The longest job asks Adyen twice, ten seconds each. A worker that died is noticed soon after.
const EXPIRES_AFTER_SECONDS = 30

const HOUR_SECONDS = 60 * 60
const DAY_SECONDS = 24 * HOUR_SECONDS
const RETRIES = {
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: HOUR_SECONDS,
  // Doubled from a second on, the wait reaches an hour with the twelfth; then every hour for thirty days, as
  // long as Adyen itself goes on. A mail server may be away for a weekend.
  retryLimit: 12 + 30 * 24,
  // What waits for longer is thrown away unread.
  retentionSeconds: 60 * DAY_SECONDS,
}

export type Boss = PgBoss

/**
 * The client of the queue, on connections of its own or on those of a pool. `supervise` also looks after jobs whose
 * worker died; it belongs to processes that stay, the others call `freeLostJobs`. Start it before use, stop it at the end.
 */
export function queueClient(on: string | pg.Pool, { supervise }: { supervise: boolean }): Boss {
  const boss = new PgBoss({
    ...(typeof on === 'string' ? { connectionString: on, max: 3 } : { db: through(on) }),
    supervise,
    schedule: false,
    migrate: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  // Its own loops report here when the database is away; they go on when it is back.
  boss.on('error', () => undefined)
  return boss
}

/** Our pool reads a bigint its own way, and the queue as it always does. */
const through = (pool: pg.Pool) => ({
  executeSql: (text: string, values?: unknown[]) =>
    pool.query({ text, types: pg.types, ...(values ? { values } : {}) }),
})

const LOOKS_AFTER_MS = 10_000
const lookedAt = new WeakMap<Boss, number>()

/**
 * Frees the jobs of workers that died, at most every ten seconds, for processes that come and go. They sleep
 * between requests, so it is the clock on the wall that counts.
 */
export async function freeLostJobs(boss: Boss): Promise<void> {
  const now = Date.now()
  if (now - (lookedAt.get(boss) ?? 0) < LOOKS_AFTER_MS) return
  lookedAt.set(boss, now)
  await boss.supervise(QUEUE)
}

const kept = { retentionSeconds: 365 * DAY_SECONDS }
const worked = { ...RETRIES, deadLetter: DEAD_LETTERS, expireInSeconds: EXPIRES_AFTER_SECONDS }

/** What `prepareQueues` makes, in a line to compare with what was made the last time. */
export const WANTED_QUEUES = JSON.stringify({ [DEAD_LETTERS]: kept, [QUEUE]: worked })

/** Installs or updates the queue's schema and our two queues, with what they are set to now. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 1,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  try {
    await boss.createQueue(DEAD_LETTERS, kept)
    await boss.createQueue(QUEUE, worked)
    // A queue that is there already keeps what it was made with.
    await boss.updateQueue(DEAD_LETTERS, kept)
    await boss.updateQueue(QUEUE, worked)
  } finally {
    await boss.stop({ graceful: false })
  }
}

export type DueJob = { readonly name: string; readonly payload: object; readonly due: Instant }

/** Stores jobs in the transaction that owes them. */
export async function enqueue(tx: Tx | Db, jobs: readonly DueJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ name, payload, due }) => ({
    name,
    payload: JSON.stringify(payload),
    dueAt: new Date(due),
  }))
  await tx.insertInto('jobsDue').values(rows).execute()
}

const BATCH = 100

/** Hands due jobs to the queue, in one transaction. Returns how many; several may run at once. */
export async function handOverDue(db: Db, boss: Boss, now: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('jobsDue')
      .select(['id', 'name', 'payload'])
      .where('dueAt', '<=', new Date(now))
      .orderBy('dueAt')
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute()
    if (due.length === 0) return 0
    // What is no JSON is handed over as it is, so that its job fails and the others are done.
    const jobs = due.map(({ name, payload }) => ({
      data: { name, payload: parseJson(payload) ?? payload },
    }))
    await boss.insert(QUEUE, jobs, { db: fromKysely(tx) })
    const ids = due.map(({ id }) => id)
    await tx.deleteFrom('jobsDue').where('id', 'in', ids).execute()
    return due.length
  })
}

/** Is anything being worked on, here or elsewhere, or about to be? */
export async function isBusy(db: Db): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`
    select exists (
      select from pgboss.job
      where name = ${QUEUE}
        and (state in ('created', 'active')
             or (state = 'retry' and start_after < now() + interval '20 seconds'))
    ) as busy`.execute(db)
  return rows[0]?.busy === true
}

/** When a job was last done, as far back as the queue remembers; null: none. */
export async function lastDone(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(completed_on) as at from pgboss.job
    where name = ${QUEUE} and state = 'completed'`.execute(db)
  return rows[0]?.at ?? null
}

/** When the next job falls due by our clock, or null. */
export async function nextDue(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('jobsDue')
    .select('dueAt')
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
  return row ? instant(row.dueAt.getTime()) : null
}

export type DeadLetter = {
  readonly name: string
  readonly payload: object
  /** What went wrong the last time, or nothing if its worker died. */
  readonly why: string | null
  readonly diedAt: Date
}

/** What was given up, oldest first. */
export async function listDeadLetters(db: Db): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select data->>'name' as name, data->'payload' as payload, source_output->>'why' as why,
           created_on as died_at
    from pgboss.job
    where name = ${DEAD_LETTERS} and state = 'created'
    order by created_on, id`.execute(db)
  return rows
}

/** Has all that was given up tried anew. */
export async function workDeadLettersAgain(databaseUrl: string): Promise<void> {
  const boss = queueClient(databaseUrl, { supervise: false })
  await boss.start()
  try {
    let moved = 0
    do moved = await boss.redrive(DEAD_LETTERS)
    while (moved > 0)
  } finally {
    await boss.stop({ graceful: false })
  }
}
