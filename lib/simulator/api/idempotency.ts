import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'
import { parseJson } from '@/lib/simulator/json'
import type { Switches } from '@/lib/simulator/switches'

export type KeyReservation =
  | { kind: 'mine' }
  | { kind: 'in_flight' }
  | { kind: 'other_body' }
  | { kind: 'stored'; answer: Answer }

const stored = z.object({
  status: z.number().nullable(),
  body: z.string().nullable(),
  request_hash: z.string().nullable(),
})

// Longer than any call: a key that is still in flight after that belongs to a process that died.
const LEASE = '90 seconds'
const DAY = 86_400_000

type Asked = { readonly key: string; readonly request: string; readonly reference: string | null }

/** Keys belong to the company: one key has one answer, whatever it is sent to. */
export async function reserveKey(
  db: Database,
  { key, request, reference }: Asked,
  set: Pick<Switches, 'idempotencyDays' | 'sameKeyOtherBody'>,
  now: number,
): Promise<KeyReservation> {
  const hash = createHash('sha256').update(request).digest('hex')
  const reserved = await db.query(
    `insert into simulator.idempotency_keys as k
       (key, leased_until, created_at, request_hash, reference)
     values ($1, clock_timestamp() + $2::interval, $3, $4, $5)
     on conflict (key) do update set leased_until = excluded.leased_until, status = null, body = null,
         created_at = excluded.created_at, request_hash = excluded.request_hash
       where (k.status is null and k.leased_until < clock_timestamp())
          or (k.status is not null and k.created_at < $6)`,
    [key, LEASE, now, hash, reference, now - set.idempotencyDays * DAY],
  )
  if (reserved.rowCount === 1) return { kind: 'mine' }

  const { rows } = await db.query(
    `update simulator.idempotency_keys
     set other_bodies = other_bodies + (request_hash is distinct from $2)::int
     where key = $1 returning status, body, request_hash`,
    [key, hash],
  )
  const found = rows[0] === undefined ? null : stored.parse(rows[0])
  if (found === null || found.status === null || found.body === null) return { kind: 'in_flight' }
  if (found.request_hash !== hash && set.sameKeyOtherBody === 'refused')
    return { kind: 'other_body' }
  return { kind: 'stored', answer: { status: found.status, body: parseJson(found.body) } }
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
