import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'

export type Claim = { kind: 'mine' } | { kind: 'in_flight' } | { kind: 'stored'; answer: Answer }

const stored = z.object({ status: z.number().nullable(), body: z.string().nullable() })

// Longer than any call: a key that is still in flight after that belongs to a process that died.
const LEASE = '90 seconds'

/** Keys belong to the company: one key has one answer, whatever it is sent to. */
export async function claimKey(db: Database, key: string, now: number): Promise<Claim> {
  const claimed = await db.query(
    `insert into simulator.idempotency_keys as k (key, leased_until, created_at)
     values ($1, clock_timestamp() + $2::interval, $3)
     on conflict (key) do update set leased_until = excluded.leased_until
       where k.status is null and k.leased_until < clock_timestamp()`,
    [key, LEASE, now],
  )
  if (claimed.rowCount === 1) return { kind: 'mine' }

  const { rows } = await db.query(
    'select status, body from simulator.idempotency_keys where key = $1',
    [key],
  )
  const found = rows[0] === undefined ? null : stored.parse(rows[0])
  if (found === null || found.status === null || found.body === null) return { kind: 'in_flight' }
  return { kind: 'stored', answer: { status: found.status, body: JSON.parse(found.body) } }
}

/** In the transaction of the work itself: either both are there or neither. */
export async function storeAnswer(db: Database, key: string, answer: Answer): Promise<void> {
  await db.query('update simulator.idempotency_keys set status = $2, body = $3 where key = $1', [
    key,
    answer.status,
    JSON.stringify(answer.body),
  ])
}

/** What failed for no fault of the merchant may be asked again with the same key. */
export async function releaseKey(db: Database, key: string): Promise<void> {
  await db.query('delete from simulator.idempotency_keys where key = $1 and status is null', [key])
}
