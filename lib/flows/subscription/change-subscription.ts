import { type Asker, isAccountOf } from '@/lib/core/asker'
import { DAY } from '@/lib/core/calendar'
import { laterBy, type SubscriptionId } from '@/lib/core/ids'
import { type SubscriptionFact, subscriptionMay } from '@/lib/core/subscription'
import type { Customer } from '@/lib/db/orders'
import { findOrderOfPeriod } from '@/lib/db/orders'
import {
  countEventsSince,
  findSubscriptionRow,
  lockSubscription,
  updateAddress,
} from '@/lib/db/subscriptions'
import { actorOn, logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'
import { record } from '../record'
import { recordSubscriptionIn } from './record-subscription'

/** What a shopper can want of a subscription. */
export type SubscriptionChange = Extract<
  SubscriptionFact,
  { kind: 'pause' | 'resume' | 'skip' | 'stay' | 'agree' | 'move' | 'cancel' }
>

// All that ever happened to it is read whenever it is looked at.
const MOST_A_DAY = 60

type Change = { readonly id: SubscriptionId; readonly change: SubscriptionChange }

/**
 * `no_longer`: it cannot be done now, and nothing was; `often`: nor was it, since so much was changed today. Ending it is
 * for all who may act on it, however often; the rest is for its account alone, and for everybody else it is not there: null.
 */
export async function changeSubscription(
  deps: Deps,
  asker: Asker,
  { id, change }: Change,
): Promise<'done' | 'no_longer' | 'often' | 'may_not' | null> {
  if (!(await findSubscriptionRow(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { row, sub } = await lockSubscription(tx, id)
    if (change.kind !== 'cancel' && !isAccountOf(asker, row)) return null
    if (change.kind === 'cancel' && subscriptionMay.cancel(sub)) {
      const shop = 'change_subscription'
      const about = { owner: { kind: 'end', subscription: id }, shop } as const
      const actor = await actorOn(tx, deps, asker, about, now)
      if (actor === null) return 'may_not'
      await logAct(tx, actor, { act: shop, about: id, why: change.kind }, now)
    }
    const since = new Date(laterBy(now, -DAY))
    if (change.kind !== 'cancel' && (await countEventsSince(tx, id, since)) >= MOST_A_DAY)
      return 'often'
    const { events } = await recordSubscriptionIn(tx, deps, id, [change], now)
    return events.length > 0 ? 'done' : 'no_longer'
  })
}

type NewAddress = { readonly id: SubscriptionId; readonly customer: Customer }

/** Where the next deliveries go, as its account says. */
export async function changeAddress(
  { db }: Deps,
  asker: Asker,
  { id, customer }: NewAddress,
): Promise<boolean> {
  if (!(await findSubscriptionRow(db, id))) return false
  return db.transaction().execute(async (tx) => {
    const { row } = await lockSubscription(tx, id)
    if (!isAccountOf(asker, row)) return false
    await updateAddress(tx, id, customer)
    return true
  })
}

/**
 * The job: what was not paid when the subscription was cancelled is not to be paid any more. Should its money
 * have come in the meantime, it goes back.
 */
export async function dropPeriod(
  deps: Deps,
  subscription: SubscriptionId,
  period: number,
): Promise<void> {
  const order = await findOrderOfPeriod(deps.db, subscription, period)
  if (order) await record(deps, order, { kind: 'cancelled_by', who: 'shopper' })
}
