import type { OrderId } from '../../core/ids'
import type { Db } from '../connection'
import type { PutUp } from './first-product'

/** The newest order of one piece of it and of nothing else, since it was put up; null: none. */
export async function findFirstOrder(db: Db, { id, since }: PutUp) {
  const query = db
    .selectFrom('orderLines')
    .innerJoin('orders', 'orders.id', 'orderLines.orderId')
    .select(['orders.id', 'orders.number', 'orders.createdAt', 'orders.locale'])
    .where('variantId', '=', id)
    .where('quantity', '=', 1)
    .where('orders.createdAt', '>=', new Date(since))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('orderLines as other')
            .select('other.orderId')
            .whereRef('other.orderId', '=', 'orders.id')
            .whereRef('other.position', '<>', 'orderLines.position'),
        ),
      ),
    )
    .orderBy('orders.createdAt', 'desc')
    .limit(1)
  return (await query.executeTakeFirst()) ?? null
}

/** All that came of an order so far, as it is stored: what was asked, what came back, what was told, what was mailed. */
export async function tracesOf(db: Db, order: OrderId) {
  const attempts = await db
    .selectFrom('attempts')
    .select(['reference', 'createdAt', 'answeredAt', 'returnedAt'])
    .select(['resultCode', 'refusalReason', 'refusalCode'])
    .where('orderId', '=', order)
    .orderBy('number')
    .execute()
  const refunds = await db
    .selectFrom('refunds')
    .select(['reference', 'createdAt', 'pspReference', 'problem'])
    .where('orderId', '=', order)
    .orderBy('createdAt')
    .execute()
  const references = [...attempts, ...refunds].map(({ reference }) => reference)
  const told =
    references.length === 0
      ? []
      : await db
          .selectFrom('webhookInbox')
          .select(['eventCode', 'receivedAt', 'item'])
          .where('reference', 'in', references)
          .orderBy('id')
          .execute()
  const letter = await db
    .selectFrom('mails')
    .select(['createdAt', 'sentAt'])
    .where('orderId', '=', order)
    .where('letter', '=', 'paid')
    .executeTakeFirst()
  return { attempts, refunds, told, letter: letter ?? null }
}

export type Traces = Awaited<ReturnType<typeof tracesOf>>
