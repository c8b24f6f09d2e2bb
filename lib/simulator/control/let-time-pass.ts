import type { SimulatorConfig } from '@/lib/simulator/config'
import { deliverDue } from '@/lib/simulator/webhooks/webhook-delivery'

const LEAST_STEP = 1_000
// A year of a subscription takes some five hundred. The rest of the time passes in one jump.
const MOST_STEPS = 5_000
const LONGEST_MS = 240_000

/** Moves the clock, and stops wherever the shop or a webhook is due, so that nothing happens late. */
export async function letTimePass(config: SimulatorConfig, ms: number): Promise<void> {
  const end = (await config.now()) + ms
  const deadline = performance.now() + LONGEST_MS
  for (let step = 0; step < MOST_STEPS && performance.now() < deadline; step++) {
    const now = await config.now()
    const left = end - now
    if (left <= 0) return
    const due = await nextDue(config)
    const until = due === null ? left : Math.max(due - now, LEAST_STEP)
    await config.moveClock(Math.min(until, left))
    await deliverDue(config)
    await config.settle?.()
  }
  await config.moveClock(Math.max(0, end - (await config.now())))
}

async function nextDue({ pool, nextDue }: SimulatorConfig): Promise<number | null> {
  const { rows } = await pool.query<{ due: string | number | null }>(
    `select least(
       (select min(due_at) from simulator.notifications where status = 'waiting'),
       (select min(expires_at) from simulator.payments where status = 'open')) as due`,
  )
  const own = rows[0]?.due ?? null
  const shops = (await nextDue?.()) ?? null
  const known = [own, shops].filter((at) => at !== null).map(Number)
  return known.length === 0 ? null : Math.min(...known)
}
