import { type RawBuilder, sql } from 'kysely'
import type { PaymentId } from '../core/ids'
import type { Db, Tx } from './connection'

export type InboxItem = {
  readonly fingerprint: string
  readonly item: string
  readonly live: string
  readonly eventCode: string
  readonly reference: string
}

export type InboxRow = InboxItem & {
  readonly id: number
  readonly appliedAt: Date | null
  readonly parkedWhy: string | null
  /** It came long before it could be applied: nobody is mailed about it. */
  readonly isOld: boolean
}

// Postgres' text has no NUL; the item itself is JSON, where it is spelled out.
const printable = (text: string) => text.replaceAll('\0', '�').slice(0, 200)

/** The job that applies an inbox row; `payload` is what lib/jobs parses. */
const APPLY_NOTIFICATION = 'apply_notification'

/**
 * Stores what is new with the job that applies it, in one statement: one durable write per notification.
 * A repeat changes nothing, unless the first copy could not be applied: then it is tried again. `live` is
 * not signed, so of two copies the one that fits our environment (`ours`) counts.
 */
export async function storeNotification(
  db: Db | Tx,
  item: InboxItem,
  ours: string,
  at: Date,
): Promise<void> {
  await sql`
    with stored as (
      insert into webhook_inbox (fingerprint, item, live, event_code, reference, received_at)
      values (${item.fingerprint}, ${item.item}, ${printable(item.live)},
              ${printable(item.eventCode)}, ${printable(item.reference)}, ${at})
      on conflict (fingerprint) do update
        set live = case when excluded.live = ${ours} then excluded.live else webhook_inbox.live end
        where webhook_inbox.applied_at is null
          and (webhook_inbox.parked_why is not null
               or (excluded.live = ${ours} and webhook_inbox.live <> ${ours}))
      returning id
    )
    insert into jobs_due (name, payload, due_at)
    select ${APPLY_NOTIFICATION}, json_build_object('notification', id)::text, ${at} from stored
  `.execute(db)
}

export async function findNotification(db: Db | Tx, id: number): Promise<InboxRow | null> {
  const row = await db
    .selectFrom('webhookInbox')
    .select([
      'id',
      'fingerprint',
      'item',
      'live',
      'eventCode',
      'reference',
      'appliedAt',
      'parkedWhy',
      'isOld',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Done with it: it entered an order, or has no consequence for one. */
export async function markApplied(db: Db | Tx, id: number, at: Date): Promise<void> {
  await db
    .updateTable('webhookInbox')
    .set({ appliedAt: at, parkedWhy: null })
    .where('id', '=', id)
    .execute()
}

/** Kept for a person: why it could not be applied. It can be applied again. What was applied meanwhile stays so. */
export async function park(db: Db | Tx, id: number, why: string): Promise<void> {
  await db
    .updateTable('webhookInbox')
    .set({ parkedWhy: why })
    .where('id', '=', id)
    .where('appliedAt', 'is', null)
    .execute()
}

/** What was told about one refund, dispute or payment, oldest first. It looks through all of the inbox. */
export async function listItemsNaming(db: Db, pspReference: string): Promise<string[]> {
  const rows = await db
    .selectFrom('webhookInbox')
    .select('item')
    .where(sql<boolean>`position(${pspReference} in item) > 0`)
    .orderBy('id')
    .execute()
  return rows.map(({ item }) => item)
}

export const listParked = (db: Db) =>
  db
    .selectFrom('webhookInbox')
    .select(['id', 'eventCode', 'reference', 'parkedWhy', 'receivedAt'])
    .where('parkedWhy', 'is not', null)
    .where('putAsideAt', 'is', null)
    .orderBy('id')
    .execute()

/** A person has looked at it, and nothing is to be done. False: there is no such notification that waits. */
export async function putAside(db: Db, id: number, note: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhookInbox')
    .set({ putAsideAt: at, note })
    .where('id', '=', id)
    .where('parkedWhy', 'is not', null)
    .where('putAsideAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Tries it again later, whatever has become of it by then. */
export async function applyLater(tx: Tx, id: number, at: Date): Promise<void> {
  const payload = JSON.stringify({ notification: id })
  await tx.insertInto('jobsDue').values({ name: APPLY_NOTIFICATION, payload, dueAt: at }).execute()
}

/** Tries all that were parked for one reason again, now that the cause may be gone. */
export async function applyAgain(db: Db | Tx, why: string, at: Date): Promise<void> {
  await tryAgain(db, why, at, sql`true`)
}

/** The same for those alone that name one payment, or the attempt that brought it. */
export async function applyAgainOf(
  tx: Tx,
  why: string,
  { payment, reference }: { payment: PaymentId; reference: string | null },
  at: Date,
): Promise<void> {
  await tryAgain(tx, why, at, sql`(position(${payment} in item) > 0 or reference = ${reference})`)
}

const tryAgain = (db: Db | Tx, why: string, at: Date, which: RawBuilder<unknown>) =>
  sql`
    insert into jobs_due (name, payload, due_at)
    select ${APPLY_NOTIFICATION}, json_build_object('notification', id)::text, ${at}
    from webhook_inbox
    where parked_why = ${why} and applied_at is null and put_aside_at is null and ${which}
  `.execute(db)
