import type { OwnerAct, Ownership } from '../../core/asker'
import type { Db, Tx } from '../connection'

/** Whose it is that is acted on, or null when it is not there. Whoever acts on it has locked it. */
export async function findOwner(tx: Db | Tx, act: OwnerAct): Promise<Ownership | null> {
  if (act.kind !== 'end') {
    const orders = tx.selectFrom('orders').select(['visitor', 'shopper'])
    const row = await orders.where('id', '=', act.order).executeTakeFirst()
    return row ? { ...row, orders: [act.order] } : null
  }
  const subscriptions = tx.selectFrom('subscriptions').select(['visitor', 'shopper'])
  const row = await subscriptions.where('id', '=', act.subscription).executeTakeFirst()
  if (!row) return null
  const orders = tx.selectFrom('orders').select('id')
  const periods = await orders.where('subscriptionId', '=', act.subscription).execute()
  return { ...row, orders: periods.map(({ id }) => id) }
}
