import { type ClaimId, instant, MINUTE, type OrderId } from '@/lib/core/ids'
import type { Order } from '@/lib/core/order'
import { findOrder, findOrderByNumber } from '@/lib/db/orders'
import { enqueue } from '@/lib/db/queues'
import type { Deps, MayMail } from '../deps'

// One link in this time, however often somebody asks: nobody's mailbox is to be filled from here.
const ONE_LINK_IN = 10 * MINUTE

/**
 * Mails the link of an order to the address that it was placed with, when number and address fit. What
 * the asker reads is the same in every case, so that nobody learns who ordered what.
 */
export async function findOrderByMail(
  deps: Deps,
  { number, email }: { readonly number: string; readonly email: string },
  mayMail: MayMail,
): Promise<void> {
  const order = await findOrderByNumber(deps.db, number)
  if (!order || order.email.toLowerCase() !== email.toLowerCase()) return
  const now = await deps.clock.now()
  const event = instant(Math.floor(now / ONE_LINK_IN) * ONE_LINK_IN)
  const isPaidFor = order.status === 'paid'
  if (!(await mayMail({ letter: `${order.id} ${event}`, isPaidFor }))) return
  const payload = { order: order.id, letter: 'order_link', event }
  await enqueue(deps.db, [{ name: 'mail', payload, due: now }])
}

/** For the merchant's own commands: the order with this number, or null. */
export const findOrderId = async ({ db }: Deps, number: string): Promise<OrderId | null> =>
  (await findOrderByNumber(db, number))?.id ?? null

/** The order with this number as it is now, or null. */
export async function findOrderNumbered(deps: Deps, number: string): Promise<Order | null> {
  const id = await findOrderId(deps, number)
  return id === null ? null : findOrder(deps.db, id)
}

/** The claim that pages name by its place among those of its order, the first first; or null. */
export const findClaimId = async (
  { db }: Deps,
  id: OrderId,
  place: number,
): Promise<ClaimId | null> => (await findOrder(db, id))?.goods.claims[place - 1]?.id ?? null
