import type { SimulatorConfig } from '@/lib/simulator/config'
import { readSwitches } from '@/lib/simulator/switches'
import { closeExpiredOffers } from '@/lib/simulator/wallet/wallet'
import { type Posted, postWebhook } from '@/lib/simulator/webhooks/post-webhook'
import { twoWebhooks } from '@/lib/simulator/webhooks/two-webhooks'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Adyen's own: three times at once, then the queue, then every eight hours for thirty days. */
const schedule = [9, 9, 9]
  .map((seconds) => seconds * SECOND)
  .concat([2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE))
  .concat([1, 2, 4, 8].map((hours) => hours * HOUR))
const LAST_INTERVAL = 8 * HOUR
const GIVE_UP_AFTER = 30 * 24 * HOUR

// One call does not keep on for ever when every webhook fails and the schedule is scaled to nothing.
const MOST_AT_ONCE = 200

type TakenWebhook = {
  readonly id: string | number
  readonly body: string
  readonly header_signature: string | null
  readonly first_due_at: string | number
  readonly attempts: number
  readonly lost_attempts: number
}

/** Sends what is due, one after the other, and says how many were sent. */
export async function deliverDue(config: SimulatorConfig): Promise<number> {
  await closeExpiredOffers(config)
  for (let sent = 0; sent < MOST_AT_ONCE; sent++) {
    const taken = await takeDue(config)
    if (taken === null) return sent
    const lost = taken.attempts < taken.lost_attempts
    const result = lost
      ? { httpStatus: null, answer: 'lost on the way' }
      : await send(config, taken)
    await write(config, taken, result)
  }
  return MOST_AT_ONCE
}

/** In how many milliseconds the next one is due that nobody is sending; null: none waits. */
export async function nextDelivery({ pool, now }: SimulatorConfig): Promise<number | null> {
  const { rows } = await pool.query<{ due: string | number | null }>(
    `select min(due_at) as due from simulator.notifications
     where status = 'waiting' and (leased_until is null or leased_until < clock_timestamp())`,
  )
  const due = rows[0]?.due ?? null
  return due === null ? null : Math.max(0, Number(due) - (await now()))
}

/** A lease instead of a lock: no transaction is open while the shop answers. */
async function takeDue(config: SimulatorConfig): Promise<TakenWebhook | null> {
  const { blockingQueue } = await readSwitches(config.pool, null)
  const { rows } = await config.pool.query<TakenWebhook>(
    `update simulator.notifications
     set leased_until = clock_timestamp() + interval '30 seconds'
     where id = (
       select id from simulator.notifications n
       where status = 'waiting' and due_at <= $1
         and (leased_until is null or leased_until < clock_timestamp())
         and not ($2 and exists (
           select from simulator.notifications earlier
           where (earlier.header_signature is null) = (n.header_signature is null)
             and earlier.status = 'waiting' and earlier.first_due_at <= $1
             and (earlier.first_due_at, earlier.id) < (n.first_due_at, n.id)))
       order by due_at, id limit 1 for update skip locked)
     returning id, body, header_signature, first_due_at, attempts, lost_attempts`,
    [await config.now(), blockingQueue],
  )
  return rows[0] ?? null
}

async function send(
  config: SimulatorConfig,
  { body, header_signature: hmac }: TakenWebhook,
): Promise<Posted> {
  const { standard, tokens } = await twoWebhooks(config.pool, config)
  return postWebhook(config, hmac === null ? standard : tokens, { body, hmac })
}

async function write(config: SimulatorConfig, taken: TakenWebhook, result: Posted): Promise<void> {
  const now = await config.now()
  const attempts = taken.attempts + 1
  const accepted = result.httpStatus !== null && result.httpStatus >= 200 && result.httpStatus < 300
  const next = now + (schedule[attempts - 1] ?? LAST_INTERVAL) * config.retryScale
  const last = Number(taken.first_due_at) + GIVE_UP_AFTER * config.retryScale
  const status = accepted ? 'delivered' : next > last ? 'given_up' : 'waiting'
  await config.pool.query(
    `with told as (
       update simulator.notifications
       set status = $2, attempts = $3, due_at = $4, leased_until = null where id = $1 returning id)
     -- A notification that was reset while it was on its way has no delivery to note.
     insert into simulator.deliveries (notification_id, attempt, at, http_status, answer)
     select id, $3, $5, $6, $7 from told`,
    [
      taken.id,
      status,
      attempts,
      accepted ? now : Math.round(next),
      now,
      result.httpStatus,
      result.answer,
    ],
  )
}
