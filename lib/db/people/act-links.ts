import { createHash } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import type { OwnerAct } from '../../core/asker'
import type { Db, Tx } from '../connection'
import type { Database } from '../schema'

/** Keeps what opens an act once until then; what can open nothing any more is forgotten. */
export async function storeActLink(
  tx: Tx,
  secret: string,
  act: OwnerAct,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx.deleteFrom('actLinks').where('expiresAt', '<=', now).execute()
  await tx
    .insertInto('actLinks')
    .values({ secret: fingerprint(secret), ...columnsOf(act), expiresAt, usedAt: null })
    .onConflict((conflict) => conflict.column('secret').doNothing())
    .execute()
}

/** Uses a link up: true for one of those who use it at once, and for no other act than it was mailed for. */
export async function spendActLink(tx: Tx, secret: string, act: OwnerAct, now: Date) {
  const used = await tx
    .updateTable('actLinks')
    .set({ usedAt: now })
    .where(opens(secret, act, now))
    .returning('secret')
    .executeTakeFirst()
  return used !== undefined
}

/** Does this link still open the act? Looking uses nothing up. */
export async function isActLinkGood(db: Db, secret: string, act: OwnerAct, now: Date) {
  const links = db
    .selectFrom('actLinks')
    .select('secret')
    .where(opens(secret, act, now))
  return (await links.executeTakeFirst()) !== undefined
}

function opens(secret: string, act: OwnerAct, now: Date) {
  const { act: kind, orderId, subscriptionId } = columnsOf(act)
  return (e: ExpressionBuilder<Database, 'actLinks'>) =>
    e.and([
      e('secret', '=', fingerprint(secret)),
      e('act', '=', kind),
      e('orderId', 'is not distinct from', orderId),
      e('subscriptionId', 'is not distinct from', subscriptionId),
      e('usedAt', 'is', null),
      e('expiresAt', '>', now),
    ])
}

const columnsOf = (act: OwnerAct) => ({
  act: act.kind,
  orderId: act.kind === 'end' ? null : act.order,
  subscriptionId: act.kind === 'end' ? act.subscription : null,
})

const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('base64url')
