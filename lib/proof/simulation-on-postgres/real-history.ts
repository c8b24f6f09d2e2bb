import { HOUR, laterBy, SECOND } from '@/lib/core/ids'
import { COULD_NOT_RENEW, renewDue } from '@/lib/flows/subscription/renew-due'
import { type Job, parseJob, runJob } from '@/lib/jobs/work'
import type { ScratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import type { Random } from '../simulation/random'
import { type Coverage, cover } from '../simulation/world'
import { crashAt, isCrashed } from './crash-at'

/** What a history has made so far, so that its acts find something to act on. */
export type RealHistory = {
  readonly shop: TestShop
  readonly random: Random
  /** Dies once in so many times. */
  readonly crashOneIn: number
  readonly orders: string[]
  readonly subscriptions: { readonly id: string; readonly shopper: string }[]
  /** Pieces of the jar that were taken off the shelf before, so that few are left. */
  readonly jarsTakenAway: number
  /** References of attempts about whose money a person was believed, rightly or not. */
  readonly atAWord: Set<string>
  /** Where a shopper comes back to, from the wallet. */
  readonly returnLinks: { readonly token: string; readonly redirectResult: string }[]
  readonly coverage: Coverage
}

const settings = {
  RENEWALS_PER_MINUTE: '100000',
  UNSCHEDULED_PER_DAY: '1000',
  RATE_LIMITS: 'on',
  // A jar alone is brought for nothing; teas are not, when the jar with them is cancelled.
  DELIVERY_FEE: '3000',
  DELIVERY_FREE_FROM: '15000',
}

/** A shop for histories; another build's, on a database that is there, where `beside` is a shop with its Adyen. */
export async function openRealShop(
  open = openShop,
  database?: ScratchDatabase,
  beside?: TestShop,
): Promise<TestShop> {
  const adyen = beside ? { ADYEN_API_ORIGIN: `${beside.origin}/simulator/api` } : {}
  const shop = await open({ ...settings, ...adyen }, database && Promise.resolve(database))
  const { control, press } = beside ?? shop
  return { ...shop, control, press, deps: { ...shop.deps, log: failOnRenewalError } }
}

/** A shop puts off what it cannot renew, and goes on: here it is a mistake, and ends the history. */
function failOnRenewalError(message: string, about?: object): void {
  if (message === COULD_NOT_RENEW) throw new Error(`${message}: ${JSON.stringify(about)}`)
}

const MOST_BOUNDARIES = 7
// What the clocks of two machines may differ by; anything that was stored before is heard of later than that.
export const MOST_SKEW = 3 * SECOND

/** One machine of several: its clock is a little ahead of the others, or behind. */
function onSomeMachine({ shop, random }: RealHistory): TestShop['deps'] {
  const skew = random.oneOf([0, 0, -MOST_SKEW, MOST_SKEW])
  const { clock } = shop.deps
  return { ...shop.deps, clock: { ...clock, now: async () => laterBy(await clock.now(), skew) } }
}

/** Does something in a process that may die on the way. */
export async function runWithCrashes(
  real: RealHistory,
  what: string,
  work: (deps: TestShop['deps']) => Promise<unknown>,
): Promise<void> {
  const { random, crashOneIn } = real
  const dies = random.once(crashOneIn)
    ? 1 + random.below(MOST_BOUNDARIES)
    : Number.POSITIVE_INFINITY
  cover(real.coverage, `act/${what}`)
  try {
    await work(crashAt(onSomeMachine(real), dies))
  } catch (error) {
    if (!isCrashed(error)) throw error
    cover(real.coverage, `crash/${what}`)
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
export async function workJob(real: RealHistory, due: Due): Promise<void> {
  const job = parseJob({ name: due.name, payload: JSON.parse(due.payload) })
  const twice = real.random.once(8)
  await runWithCrashes(real, `job ${job.name}`, async (deps) => {
    await (twice ? both(deps, job) : runJob(deps, job))
    await real.shop.deps.pool.query('delete from jobs_due where id = $1', [due.id])
  })
}

async function both(deps: TestShop['deps'], job: Job): Promise<void> {
  const [one, other] = await Promise.allSettled([runJob(deps, job), runJob(deps, job)])
  for (const each of [one, other]) if (each.status === 'rejected') throw each.reason
}

/** Two workers take two jobs, and neither waits for the other. */
export const workTwoJobs = async (real: RealHistory, one: Due, other: Due): Promise<void> => {
  const [first, second] = await Promise.allSettled([workJob(real, one), workJob(real, other)])
  for (const each of [first, second]) if (each.status === 'rejected') throw each.reason
}

/** The scheduler of the renewals, which may die like everybody. */
export const renew = (real: RealHistory) => runWithCrashes(real, 'renew', (deps) => renewDue(deps))

/** Everything that is owed now, by a worker that lives, until nobody owes anything. */
export async function workOffAll(real: RealHistory): Promise<void> {
  const immortal = { ...real, deadly: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 200; round++) {
    const sent = await real.shop.simulator.deliverDue()
    const renewed = await renewDue(real.shop.deps)
    const due = await dueJobs(real)
    for (const job of due) await workJob(immortal, job)
    if (sent === 0 && renewed === 0 && due.length === 0) return
  }
  throw new Error('somebody owes something for ever')
}

/** Adyen gives up after thirty days, so nothing that was told waits while weeks pass. */
export async function tellAll({ shop }: RealHistory): Promise<void> {
  const waits = `select id from simulator.notifications where status = 'waiting' limit 1`
  while ((await shop.deps.pool.query(waits)).rows.length > 0) {
    await shop.simulator.deliverDue()
    await shop.deps.clock.advance(HOUR)
  }
}
