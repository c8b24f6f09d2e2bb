import { createHmac } from 'node:crypto'
import type { OwnerAct } from '@/lib/core/asker'
import { HOUR, type Instant, idFrom, instant, laterBy, MINUTE } from '@/lib/core/ids'
import { mayCancel, mayCancelOf, mayClaim, type Order, statusOf } from '@/lib/core/order'
import { subscriptionMay } from '@/lib/core/subscription'
import { listDaysOff } from '@/lib/db/days-off'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { storeActLink } from '@/lib/db/people/act-links'
import { enqueue } from '@/lib/db/queues'
import { findSubscription, findSubscriptionRow } from '@/lib/db/subscriptions'
import type { Deps, MayMail } from '../deps'

const WORKS_FOR = 24 * HOUR
// One link for one act in this time, however often somebody asks: nobody's mailbox is to be filled from here.
const ONE_LINK_IN = 10 * MINUTE

/**
 * Mails a link that opens one act, once, to the address of the order or of the subscription. Nobody else reads it, so
 * anybody may ask for it. Nothing is mailed for what cannot be done now.
 */
export async function mailActLink(deps: Deps, act: OwnerAct, mayMail: MayMail): Promise<void> {
  const now = await deps.clock.now()
  const doable = await findDoable(deps, act, now)
  if (!doable) return
  const { isPaidFor } = doable
  const event = instant(Math.floor(now / ONE_LINK_IN) * ONE_LINK_IN)
  if (!(await mayMail({ letter: `${act.kind} ${idOf(act)} ${event}`, isPaidFor }))) return
  const secret = await actLinkSecret(deps, act, event)
  const times = { now: new Date(now), expiresAt: new Date(laterBy(event, WORKS_FOR)) }
  await deps.db.transaction().execute(async (tx) => {
    await storeActLink(tx, secret, act, times)
    await enqueue(tx, [{ name: 'mail_act_link', payload: { ...act, event }, due: now }])
  })
}

/** Made anew by whoever writes the letter, so that it lies in no job and in no table. */
export async function actLinkSecret({ keys }: Deps, act: OwnerAct, event: number): Promise<string> {
  const bytes = createHmac('sha512', await keys.for('act links'))
  return idFrom(bytes.update(`${act.kind} ${idOf(act)} ${event}`).digest())
}

const idOf = (act: OwnerAct) => (act.kind === 'end' ? act.subscription : act.order)

/** Where the link goes, or null when there is nothing of this name. */
export async function recipientOf({ db }: Deps, act: OwnerAct): Promise<string | null> {
  const row =
    act.kind === 'end'
      ? await findSubscriptionRow(db, act.subscription)
      : await findOrderRow(db, act.order)
  return row?.customer.email ?? null
}

/** Whether money came for what it is about; null: it cannot be done now. */
async function findDoable(
  { db }: Deps,
  act: OwnerAct,
  now: Instant,
): Promise<{ readonly isPaidFor: boolean } | null> {
  if (act.kind === 'end') {
    const found = await findSubscription(db, act.subscription)
    if (!found || !subscriptionMay.cancel(found.sub)) return null
    // It begins with the first period that is paid.
    return { isPaidFor: found.sub.calendar !== null }
  }
  const order = await findOrder(db, act.order)
  if (!order) return null
  const isDoable = act.kind === 'cancel' ? canCancel(order) : await canClaim(db, order, now)
  return isDoable ? { isPaidFor: statusOf(order).status === 'paid' } : null
}

const canCancel = (order: Order): boolean => mayCancel(order) || mayCancelOf(order).length > 0

/** Who has asked for it may keep the goods after all, by the same link. */
const canClaim = async (db: Deps['db'], order: Order, now: Instant): Promise<boolean> =>
  order.goods.claims.some(({ state }) => state === 'open') ||
  mayClaim(order, 'faulty', { now, daysOff: await listDaysOff(db) })
