import { laterBy, SECOND } from '@/lib/core/ids'
import { COULD_NOT_RENEW, renewDue } from '@/lib/flows/subscription/renew-due'
import { type Job, parseJob, runJob } from '@/lib/jobs/work'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import type { Chance } from '../simulation/chance'
import { dyingAt, isKilled } from './dying-at'

/** What a history has made so far, so that its acts find something to act on. */
export type RealHistory = {
  readonly shop: TestShop
  readonly luck: Chance
  /** Dies once in so many times. */
  readonly deadly: number
  readonly orders: string[]
  readonly subscriptions: { readonly id: string; readonly shopper: string }[]
  /** Pieces of the jar that were taken off the shelf before, so that few are left. */
  readonly elsewhere: number
  /** Where a shopper comes back to, from the wallet. */
  readonly ways: { readonly token: string; readonly redirectResult: string }[]
  readonly seen: Map<string, number>
}

export async function openReal(): Promise<TestShop> {
  const shop = await openShop({ RENEWALS_PER_MINUTE: '100000', UNSCHEDULED_PER_DAY: '1000' })
  return { ...shop, deps: { ...shop.deps, log: insistOnRenewal } }
}

/** A shop puts off what it cannot renew, and goes on: here it is a mistake, and ends the history. */
function insistOnRenewal(message: string, about?: object): void {
  if (message === COULD_NOT_RENEW) throw new Error(`${message}: ${JSON.stringify(about)}`)
}

export const noteReached = ({ seen }: Pick<RealHistory, 'seen'>, what: string) =>
  seen.set(what, (seen.get(what) ?? 0) + 1)

const MOST_BOUNDARIES = 7
// What the clocks of two machines may differ by; anything that was stored before is heard of later than that.
export const MOST_SKEW = 3 * SECOND

/** One machine of several: its clock is a little ahead of the others, or behind. */
function onSomeMachine({ shop, luck }: RealHistory): TestShop['deps'] {
  const skew = luck.oneOf([0, 0, -MOST_SKEW, MOST_SKEW])
  const { clock } = shop.deps
  return { ...shop.deps, clock: { ...clock, now: async () => laterBy(await clock.now(), skew) } }
}

/** Does something in a process that may die on the way. */
export async function liveThrough(
  real: RealHistory,
  what: string,
  work: (deps: TestShop['deps']) => Promise<unknown>,
): Promise<void> {
  const { luck, deadly } = real
  const dies = luck.once(deadly) ? 1 + luck.below(MOST_BOUNDARIES) : Number.POSITIVE_INFINITY
  noteReached(real, `act/${what}`)
  try {
    await work(dyingAt(onSomeMachine(real), dies))
  } catch (error) {
    if (!isKilled(error)) throw error
    noteReached(real, `crash/${what}`)
  }
}

type Due = { readonly id: number; readonly name: string; readonly payload: string }

/** What is owed by now. */
export async function dueJobs({ shop }: RealHistory): Promise<Due[]> {
  const now = new Date(await shop.deps.clock.now())
  const { rows } = await shop.deps.pool.query(
    'select id, name, payload from jobs_due where due_at <= $1 order by due_at, id',
    [now],
  )
  return rows
}

/** A worker takes a job; it stays owed until it has been carried out to its end. Now and then two take it. */
export async function workOn(real: RealHistory, due: Due): Promise<void> {
  const job = parseJob({ name: due.name, payload: JSON.parse(due.payload) })
  const twice = real.luck.once(8)
  await liveThrough(real, `job ${job.name}`, async (deps) => {
    await (twice ? both(deps, job) : runJob(deps, job))
    await real.shop.deps.pool.query('delete from jobs_due where id = $1', [due.id])
  })
}

async function both(deps: TestShop['deps'], job: Job): Promise<void> {
  const [one, other] = await Promise.allSettled([runJob(deps, job), runJob(deps, job)])
  for (const each of [one, other]) if (each.status === 'rejected') throw each.reason
}

/** Two workers take two jobs, and neither waits for the other. */
export const workTogether = async (real: RealHistory, one: Due, other: Due): Promise<void> => {
  const [first, second] = await Promise.allSettled([workOn(real, one), workOn(real, other)])
  for (const each of [first, second]) if (each.status === 'rejected') throw each.reason
}

/** The scheduler of the renewals, which may die like everybody. */
export const renew = (real: RealHistory) => liveThrough(real, 'renew', (deps) => renewDue(deps))

/** Everything that is owed now, by a worker that lives, until nobody owes anything. */
export async function workOffAll(real: RealHistory): Promise<void> {
  const immortal = { ...real, deadly: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 200; round++) {
    const sent = await real.shop.simulator.deliverDue()
    const renewed = await renewDue(real.shop.deps)
    const due = await dueJobs(real)
    for (const job of due) await workOn(immortal, job)
    if (sent === 0 && renewed === 0 && due.length === 0) return
  }
  throw new Error('somebody owes something for ever')
}
