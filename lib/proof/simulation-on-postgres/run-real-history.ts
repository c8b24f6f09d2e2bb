import { DAY } from '@/lib/core/calendar'
import { HOUR, type SubscriptionId } from '@/lib/core/ids'
import { recordSubscription } from '@/lib/flows/subscription/record-subscription'
import type { TestShop } from '@/lib/proof/shop/shop'
import { seededRandom } from '../simulation/random'
import { checkRealShop, INITIAL_STOCK, SCARCE_VARIANT } from './check-real-shop'
import { realActs } from './real-acts'
import { type RealHistory, workOffAll } from './real-history'

const SHORTEST = 8
const LONGEST = 30

/** Once for a shop in which histories are to run: a shelf that does not run empty. */
export const fillStock = ({ deps }: TestShop) =>
  deps.pool.query('update variants set stock = $1', [INITIAL_STOCK])

/** What a history is lived with: the acts that may happen, and whoever works off what is owed in the end. */
export type Cast = Pick<RealHistory, 'coverage'> & {
  readonly acts: typeof realActs
  readonly workOffAll: typeof workOffAll
}

/**
 * One history on the real flows, the real database and the simulator behind its socket, at random; what broke,
 * or null. Histories share one database and follow each other in time, and each has shoppers of its own.
 */
export async function runRealHistory(
  shop: TestShop,
  seed: number,
  { coverage = new Map(), acts = realActs, workOffAll: workOff = workOffAll }: Partial<Cast> = {},
): Promise<string | null> {
  const random = seededRandom(seed)
  const crashOneIn = random.oneOf([1000, 6, 3])
  const jarsTakenAway = await leaveOnShelf(shop, random.oneOf([null, null, null, 1, 2]))
  const made = { orders: [], subscriptions: [], returnLinks: [], atAWord: new Set<string>() }
  const real: RealHistory = { shop, random, crashOneIn, jarsTakenAway, ...made, coverage }
  await drawSwitches(real)
  try {
    for (let left = SHORTEST + random.below(LONGEST - SHORTEST); left > 0; left--)
      await random.oneOf(acts)(real)
    await drainRealHistory(real, workOff)
  } catch (error) {
    return `it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
  const wrong = await checkRealShop(real)
  await shop.deps.pool.query('update variants set stock = stock + $1 where id = $2', [
    jarsTakenAway,
    SCARCE_VARIANT,
  ])
  return wrong ?? complaints(shop)
}

/** Leaves so many jars on the shelf, or all of them; how many were taken away. */
async function leaveOnShelf({ deps }: TestShop, left: number | null): Promise<number> {
  if (left === null) return 0
  const { rows } = await deps.pool.query(
    `update variants v set stock = $1 from variants before
     where v.id = $2 and before.id = v.id returning before.stock - v.stock as taken`,
    [left, SCARCE_VARIANT],
  )
  return rows[0].taken
}

/** How Adyen behaves: as on a calm day, or one on which notifications come late, twice or backwards. */
async function drawSwitches({ shop, random }: RealHistory): Promise<void> {
  await shop.control('switches', {
    duplicates: random.oneOf([0, 0, 1, 2]),
    reorder: random.once(3),
    dropUntilRetry: random.oneOf([0, 0, 0, 1]),
    delayMs: random.oneOf([1_000, 1_000, 60_000, 3 * HOUR]),
    cancel: random.oneOf(['OFFER_CLOSED', 'AUTHORISATION']),
    token: random.oneOf(['both', 'recurring_contract', 'token_webhook', 'none']),
    tokenOrder: random.oneOf(['after', 'before']),
    tokenAgain: random.oneOf(['same', 'new']),
    additionalData: random.oneOf(['webhooks', 'everywhere']),
    disputeOriginal: random.oneOf(['always', 'absent', 'payment_psp']),
    contAuthThen: random.oneOf(['Authorised', 'Refused']),
  })
}

/** Troubles stop, subscriptions stop, and time passes until nobody owes anybody anything. */
async function drainRealHistory(real: RealHistory, workOff: typeof workOffAll): Promise<void> {
  const { shop } = real
  await shop.deps.pool.query('delete from simulator.faults')
  await shop.deps.pool.query('delete from simulator.charges_to_come')
  await shop.control('switches', { dropUntilRetry: 0, duplicates: 0 })
  await workOff(real)
  for (const { id } of real.subscriptions)
    await recordSubscription(shop.deps, id as SubscriptionId, {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
  // A refund is tried again for four days; one of which we heard weeks later, from then on.
  const days = [DAY, 4 * DAY, 30 * DAY, DAY, 2 * DAY, 4 * DAY]
  for (const pause of [5_000, 2 * HOUR, 7 * HOUR, ...days, HOUR]) {
    await workOff(real)
    await shop.deps.clock.advance(pause)
  }
  await workOff(real)
}

/** What passed between a shop and its Adyen that Adyen does not specify; null when nothing did. */
export function complaints({ traffic }: TestShop): string | null {
  // Some cancellations are told without one, whatever the files say.
  traffic.passOver('missing_amount')
  const said = traffic.complaints.splice(0)
  return said.length > 0 ? `not as Adyen specifies it: ${said.join(', ')}` : null
}
