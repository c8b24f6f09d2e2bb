import type { Instant, SubscriptionId } from '@/lib/core/ids'
import {
  decideSubscription,
  evolveSubscription,
  type OwedBySubscription,
  owedBySubscription,
  type Subscription,
  type SubscriptionEvent,
  type SubscriptionFact,
} from '@/lib/core/subscription'
import type { Tx } from '@/lib/db/connection'
import { isUnreadable } from '@/lib/db/events/unreadable'
import { enqueue } from '@/lib/db/queues'
import {
  appendSubscriptionEvents,
  type Found,
  findAlive,
  lockSubscription,
} from '@/lib/db/subscriptions'
import type { Deps } from '../deps'

export type RecordedSubscription = {
  readonly sub: Subscription
  readonly events: readonly SubscriptionEvent[]
}

/** Every road into a subscription ends here, as every road into an order ends in `record`. */
export async function recordSubscription(
  deps: Deps,
  id: SubscriptionId,
  ...facts: readonly SubscriptionFact[]
): Promise<RecordedSubscription> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute((tx) => recordSubscriptionIn(tx, deps, id, facts, now))
}

/** The same inside a transaction that also writes what the facts are about. Takes the row's lock. */
export async function recordSubscriptionIn(
  tx: Tx,
  deps: Deps,
  id: SubscriptionId,
  facts: readonly SubscriptionFact[],
  now: Instant,
): Promise<RecordedSubscription> {
  const found = await lockSubscription(tx, id)
  const before = found.sub
  const replaced = await isReplaced(tx, found)
  const circumstances = { now, dunning: deps.shop.dunningDays, replaced }
  const events: SubscriptionEvent[] = []
  const debts: OwedBySubscription[] = []
  let sub = before
  for (const fact of facts)
    for (const event of decideSubscription(sub, fact, circumstances)) {
      sub = evolveSubscription(sub, event)
      events.push(event)
      debts.push(...owedBySubscription(event, sub))
    }
  const after = await appendSubscriptionEvents(tx, before, events)
  await enqueue(
    tx,
    debts.map(({ job, ...what }) => ({
      name: job,
      payload: { subscription: id, ...what },
      due: now,
    })),
  )
  return { sub: after, events }
}

/**
 * Tells each of several. False when one could not be read: it was not told, which is logged, and the others were.
 */
export async function recordEachIn(
  tx: Tx,
  deps: Deps,
  ids: readonly SubscriptionId[],
  factFor: (id: SubscriptionId) => SubscriptionFact,
  now: Instant,
): Promise<boolean> {
  let allTold = true
  for (const id of ids)
    try {
      await recordSubscriptionIn(tx, deps, id, [factFor(id)], now)
    } catch (error) {
      // It is read before anything is written, so the transaction goes on.
      if (!isUnreadable(error)) throw error
      deps.log('A subscription could not be told', { subscription: id, why: error.message })
      allTold = false
    }
  return allTold
}

const isReplaced = async (tx: Tx, { row, sub }: Found) =>
  sub.over !== null && (await findAlive(tx, row.shopper, row.planId)) !== null
