import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/lib/db/connection'
import { advanceClock, clockOffset } from '@/lib/db/settings'
import type { ChaosWorld } from './troubles'

const MINUTE = 60_000
// Behind the letters that wait, the time limit, the closing of offers, and every retry of a refund (103 hours).
const STEPS = [1, 5, 15, 60, 90, 480, 1_500, 4_500].map((minutes) => minutes * MINUTE)
const HEALTHY_LIMIT_MS = 90_000
const QUIET_LIMIT_MS = 120_000

/** Ends all troubles and lets days pass, step by step, until nobody owes anybody anything. */
export async function waitUntilSettled(world: ChaosWorld, db: Db): Promise<void> {
  await stopFaults(world)
  await untilHealthy(world)
  for (const step of [0, ...STEPS]) {
    await advanceClock(db, step)
    await world.adyen.control('/clock', { milliseconds: step })
    await untilQuiet(world, db)
  }
}

/** Adyen answers again, and refunds succeed from now on; what it has said stays said. */
async function stopFaults({ adyen }: ChaosWorld): Promise<void> {
  await adyen.pool.query('update simulator.faults set times_left = 0')
  await adyen.pool.query(
    `update simulator.switches set settings = settings || '{"refunds": "ok"}'::jsonb`,
  )
}

export async function untilHealthy({ instances }: Pick<ChaosWorld, 'instances'>): Promise<void> {
  const deadline = Date.now() + HEALTHY_LIMIT_MS
  for (const instance of instances)
    while (!(await instance.isHealthy())) {
      if (Date.now() > deadline) throw new Error(`An instance does not come back: ${instance.log}`)
      await sleep(200)
    }
}

/** Until nothing is due on either side, seen twice: between two looks something may be on its way. */
async function untilQuiet(world: ChaosWorld, db: Db): Promise<void> {
  const deadline = Date.now() + QUIET_LIMIT_MS
  for (let quiet = 0; quiet < 2; ) {
    const due = await dueNow(world, db)
    quiet = due.every(({ count }) => count === 0) ? quiet + 1 : 0
    // What never becomes quiet is found in the books, by its name.
    if (Date.now() > deadline) return
    await sleep(150)
  }
}

type Due = { readonly what: string; readonly count: number }

async function dueNow({ adyen, database }: ChaosWorld, db: Db): Promise<Due[]> {
  const now = Date.now() + (await clockOffset(db))
  // The queue counts its pauses by the database's clock, which nobody can move.
  await database.pool.query(
    `update pgboss.job set start_after = now()
     where name = 'norang' and state = 'retry' and start_after > now()`,
  )
  const ours = await database.pool.query<Due>(
    `select 'due jobs' as what, count(*)::int as count from jobs_due where due_at <= $1
     union all
     select 'jobs in the queue', count(*)::int from pgboss.job
     where name = 'norang' and state in ('created', 'retry', 'active')`,
    [new Date(now)],
  )
  const theirs = await adyen.pool.query<Due>(
    `select 'notifications' as what, count(*)::int as count from simulator.notifications
     where status = 'waiting' and due_at <= $1
     union all
     select 'open offers', count(*)::int from simulator.payments
     where status = 'open' and expires_at <= $1`,
    [now],
  )
  return [...ours.rows, ...theirs.rows]
}
