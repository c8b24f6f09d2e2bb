import { DAY } from '@/lib/core/calendar'
import { HOUR, type SubscriptionId } from '@/lib/core/ids'
import { recordSubscription } from '@/lib/flows/subscription/record-subscription'
import type { TestShop } from '@/lib/proof/shop/shop'
import { chance } from '../simulation/chance'
import { realActs } from './acts'
import { JAR, judgeRealShop, SHELF } from './oracle'
import { type RealHistory, workOffAll } from './world'

const SHORTEST = 6
const LONGEST = 26

/** Once for a shop in which histories are to be lived: a shelf that does not run empty. */
export const prepare = ({ deps }: TestShop) =>
  deps.pool.query('update variants set stock = $1', [SHELF])

/**
 * One history on the real flows, the real database and the simulator behind its socket, drawn by luck; what broke,
 * or null. Histories share one database and follow each other in time, and each has shoppers of its own.
 */
export async function liveForReal(
  shop: TestShop,
  seed: number,
  seen: RealHistory['seen'],
): Promise<string | null> {
  const luck = chance(seed)
  const deadly = luck.oneOf([1000, 6, 3])
  const elsewhere = await emptyTheShelf(shop, luck.oneOf([null, null, null, 1, 2]))
  const made = { orders: [], subscriptions: [], ways: [] }
  const real: RealHistory = { shop, luck, deadly, elsewhere, ...made, seen }
  await setTheStage(real)
  try {
    for (let left = SHORTEST + luck.below(LONGEST - SHORTEST); left > 0; left--)
      await luck.oneOf(realActs)(real)
    await settle(real)
  } catch (error) {
    return `it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
  const wrong = await judgeRealShop(real)
  await shop.deps.pool.query('update variants set stock = stock + $1 where id = $2', [
    elsewhere,
    JAR,
  ])
  return wrong ?? complaints(shop)
}

/** Leaves so many jars on the shelf, or all of them; how many were taken away. */
async function emptyTheShelf({ deps }: TestShop, left: number | null): Promise<number> {
  if (left === null) return 0
  const { rows } = await deps.pool.query(
    `update variants v set stock = $1 from variants before
     where v.id = $2 and before.id = v.id returning before.stock - v.stock as taken`,
    [left, JAR],
  )
  return rows[0].taken
}

/** How the world is disposed: a calm day, or one on which notifications come late, twice or backwards. */
async function setTheStage({ shop, luck }: RealHistory): Promise<void> {
  await shop.control('switches', {
    duplicates: luck.oneOf([0, 0, 1, 2]),
    reorder: luck.once(3),
    dropUntilRetry: luck.oneOf([0, 0, 0, 1]),
    delayMs: luck.oneOf([1_000, 1_000, 60_000, 3 * HOUR]),
    cancel: luck.oneOf(['OFFER_CLOSED', 'AUTHORISATION']),
    token: luck.oneOf(['both', 'recurring_contract', 'token_webhook', 'none']),
    tokenOrder: luck.oneOf(['after', 'before']),
    tokenAgain: luck.oneOf(['same', 'new']),
    additionalData: luck.oneOf(['webhooks', 'everywhere']),
    contAuthThen: luck.oneOf(['Authorised', 'Refused']),
  })
}

/** Troubles stop, subscriptions stop, and time passes until nobody owes anybody anything. */
async function settle(real: RealHistory): Promise<void> {
  const { shop } = real
  await shop.deps.pool.query('delete from simulator.faults')
  await shop.deps.pool.query('delete from simulator.charges_to_come')
  await shop.control('switches', { dropUntilRetry: 0, duplicates: 0 })
  await workOffAll(real)
  for (const { id } of real.subscriptions)
    await recordSubscription(shop.deps, id as SubscriptionId, {
      kind: 'cancel',
      who: 'shopper',
      when: 'now',
    })
  for (const pause of [5_000, 2 * HOUR, 7 * HOUR, DAY, 4 * DAY, 30 * DAY, HOUR]) {
    await workOffAll(real)
    await shop.deps.clock.advance(pause)
  }
  await workOffAll(real)
}

function complaints({ traffic }: TestShop): string | null {
  const said = traffic.complaints.splice(0)
  return said.length > 0 ? `not as Adyen specifies it: ${said.join(', ')}` : null
}
