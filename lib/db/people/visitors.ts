import type { OrderId } from '../../core/ids'
import type { Tx } from '../connection'

/** Hands all that one visitor's id opens over to another, which must be new: orders, and the cart with its draft. */
export async function moveVisitor(tx: Tx, from: string, to: string): Promise<void> {
  // In this order, as all who lock several: a subscription, its orders, a cart.
  for (const table of ['subscriptions', 'orders'] as const)
    await tx.updateTable(table).set({ visitor: to }).where('visitor', '=', from).execute()
  await tx.updateTable('carts').set({ id: to }).where('id', '=', from).execute()
}

/** Hands one order over: whoever comes back from what was tried before is no longer who has it. */
export async function giveOrder(
  tx: Tx,
  order: OrderId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ visitor: to })
    .where('id', '=', order)
    .where('visitor', '=', from)
    .execute()
  await tx.updateTable('attempts').set({ handedOver: true }).where('orderId', '=', order).execute()
}

export async function deleteCart(tx: Tx, visitor: string): Promise<void> {
  await tx.deleteFrom('carts').where('id', '=', visitor).execute()
}

/** Which visitor's id a browser was given with this session. */
export async function noteVisitor(tx: Tx, session: string, visitor: string): Promise<void> {
  await tx.updateTable('sessions').set({ visitor }).where('id', '=', session).execute()
}
