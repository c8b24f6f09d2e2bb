import { z } from 'zod'
import { rhythms } from '../core/calendar'
import {
  type Instant,
  instant,
  type ShopperId,
  type SubscriptionId,
  type TokenId,
} from '../core/ids'
import { parseJson } from '../core/json'
import type { Locale } from '../core/locale'
import {
  dueAt,
  evolveSubscription,
  newSubscription,
  type Subscription,
  type SubscriptionEvent,
  subscriptionStatusOf,
  type Terms,
} from '../core/subscription'
import type { Db, Tx } from './connection'
import { money } from './events/stored'
import { readSubscriptionEvent, writeSubscriptionEvent } from './events/subscription-events'
import { unreadable } from './events/unreadable'
import type { Customer } from './orders'

/** What is known about a subscription besides its events. */
export type SubscriptionRow = {
  readonly id: SubscriptionId
  readonly shopper: ShopperId
  readonly planId: string
  /** As they were agreed to at the beginning. */
  readonly terms: Terms
  readonly customer: Customer
  readonly locale: Locale
  readonly visitor: string
  readonly createdAt: Date
}

const storedTerms: z.ZodType<Terms> = z.object({
  rhythm: z.enum(rhythms),
  price: money,
  firstPrice: money,
  periods: z.number().nullable(),
})

const storedCustomer: z.ZodType<Customer> = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  postcode: z.string(),
  address: z.string(),
  addressDetail: z.string(),
  deliveryNote: z.string(),
})

const columns = [
  'id',
  'shopper',
  'planId',
  'terms',
  'customer',
  'locale',
  'visitor',
  'createdAt',
] as const

type Stored = Omit<SubscriptionRow, 'terms' | 'customer'> & { terms: string; customer: string }

function readRow(row: Stored): SubscriptionRow {
  const terms = storedTerms.safeParse(parseJson(row.terms)).data
  const customer = storedCustomer.safeParse(parseJson(row.customer)).data
  if (terms && customer) return { ...row, terms, customer }
  const wrong = `its ${terms ? 'customer' : 'terms'} cannot be read`
  throw unreadable({ what: 'subscription', id: row.id }, wrong, `subscriptions, id '${row.id}'`)
}

export async function insertSubscription(tx: Tx, row: SubscriptionRow): Promise<void> {
  const { terms, customer, ...rest } = row
  await tx
    .insertInto('subscriptions')
    .values({
      ...rest,
      terms: JSON.stringify(terms),
      customer: JSON.stringify(customer),
      status: subscriptionStatusOf(newSubscription(row.id, terms)),
      token: null,
      dueAt: null,
      claimedAt: null,
      updatedAt: row.createdAt,
    })
    .execute()
}

export async function findSubscriptionRow(db: Db | Tx, id: SubscriptionId) {
  const query = db.selectFrom('subscriptions').select(columns).where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row ? readRow(row) : null
}

async function fold(db: Db | Tx, row: SubscriptionRow): Promise<Subscription> {
  const events = await eventsOfSubscription(db, row.id)
  return events.reduce(evolveSubscription, newSubscription(row.id, row.terms))
}

export type Found = { readonly row: SubscriptionRow; readonly sub: Subscription }

export async function findSubscription(db: Db | Tx, id: SubscriptionId): Promise<Found | null> {
  const row = await findSubscriptionRow(db, id)
  return row ? { row, sub: await fold(db, row) } : null
}

/**
 * Holds the subscription's row until the transaction ends. Always taken before an order's. Whoever holds an order
 * and writes it twice has Postgres look whether its subscription is there: that does not wait for this lock.
 */
export async function lockSubscription(tx: Tx, id: SubscriptionId): Promise<Found> {
  await tx.selectFrom('subscriptions').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const found = await findSubscription(tx, id)
  if (!found) throw new Error(`no subscription ${id}`)
  return found
}

/** What happened to a subscription, in the order it happened. @throws for an event that nobody knows. */
export async function eventsOfSubscription(
  db: Db | Tx,
  id: SubscriptionId,
): Promise<SubscriptionEvent[]> {
  const rows = await db
    .selectFrom('subscriptionEvents')
    .select(['seq', 'event'])
    .where('subscriptionId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => readSubscriptionEvent(id, row))
}

/** How much happened to a subscription since then. */
export async function countEventsSince(tx: Tx, id: SubscriptionId, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('subscriptionEvents')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('subscriptionId', '=', id)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Writes what happened, and repeats in the row what lists and the scheduler want to know. */
export async function appendSubscriptionEvents(
  tx: Tx,
  before: Subscription,
  events: readonly SubscriptionEvent[],
): Promise<Subscription> {
  const last = events.at(-1)
  if (!last) return before
  const { most } = await tx
    .selectFrom('subscriptionEvents')
    .select((e) => e.fn.coalesce(e.fn.max('seq'), e.lit(0)).as('most'))
    .where('subscriptionId', '=', before.id)
    .executeTakeFirstOrThrow()
  const rows = events.map((event, index) => ({
    subscriptionId: before.id,
    seq: most + index + 1,
    at: new Date(event.at),
    event: writeSubscriptionEvent(event),
  }))
  await tx.insertInto('subscriptionEvents').values(rows).execute()
  const after = events.reduce(evolveSubscription, before)
  const due = dueAt(after)
  const asks = events.some(({ type }) => type === 'period_opened' || type === 'charge_due')
  await tx
    .updateTable('subscriptions')
    .set({
      status: subscriptionStatusOf(after),
      isOver: after.over !== null,
      token: after.token,
      dueAt: due === null ? null : new Date(due),
      updatedAt: new Date(last.at),
      ...(asks ? { claimedAt: new Date(last.at) } : {}),
    })
    .where('id', '=', before.id)
    .execute()
  return after
}

export async function updateAddress(
  db: Db | Tx,
  id: SubscriptionId,
  customer: Customer,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ customer: JSON.stringify(customer) })
    .where('id', '=', id)
    .execute()
}

const idsOf = (rows: readonly { id: SubscriptionId }[]) => rows.map(({ id }) => id)

/** The one that this shopper has of a plan and has not ended. */
export async function findAlive(db: Db | Tx, shopper: ShopperId, planId: string) {
  const row = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('shopper', '=', shopper)
    .where('planId', '=', planId)
    .where('isOver', '=', false)
    .executeTakeFirst()
  return row?.id ?? null
}

// One that is begun and given up unpaid costs nothing, and each that is listed is read.
const MOST_LISTED = 50

/** Those that are not over, which are one for each plan, and then the newest. */
export async function listSubscriptionsOf(db: Db, shopper: ShopperId): Promise<SubscriptionId[]> {
  const query = db.selectFrom('subscriptions').select('id').where('shopper', '=', shopper)
  const ordered = query.orderBy('isOver').orderBy('createdAt', 'desc')
  return idsOf(await ordered.limit(MOST_LISTED).execute())
}

/** All that are charged with this token, ended ones too. By id, as all who lock several do. */
export async function listWithToken(db: Db | Tx, token: TokenId) {
  const query = db.selectFrom('subscriptions').select('id').where('token', '=', token)
  return idsOf(await query.orderBy('id').execute())
}

/** Those of a shopper that wait for a token, and `own`. By id, as all who lock several do. */
export async function listWithoutToken(
  db: Db | Tx,
  shopper: ShopperId,
  own: SubscriptionId | null,
): Promise<SubscriptionId[]> {
  const query = db
    .selectFrom('subscriptions')
    .select('id')
    .where('shopper', '=', shopper)
    .where((e) => {
      const waits = e.and([e('token', 'is', null), e('isOver', '=', false)])
      return own === null ? waits : e.or([e('id', '=', own), waits])
    })
  return idsOf(await query.orderBy('id').execute())
}

export async function listAliveOfPlan(db: Db | Tx, planId: string) {
  const query = db
    .selectFrom('subscriptions')
    .select('id')
    .where('planId', '=', planId)
    .where('isOver', '=', false)
  return idsOf(await query.orderBy('id').execute())
}

/** The longest due, held until the transaction ends; what another worker holds is left to it. */
export async function takeDue(tx: Tx, now: Instant, most: number): Promise<SubscriptionId[]> {
  const rows = await tx
    .selectFrom('subscriptions')
    .select('id')
    .where('dueAt', '<=', new Date(now))
    .orderBy('dueAt')
    .limit(most)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()
  return idsOf(rows)
}

/** Not due before then, unless something happens to it. */
export async function postpone(tx: Tx, id: SubscriptionId, until: Instant): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ dueAt: new Date(until) })
    .where('id', '=', id)
    .execute()
}

/** How many charges were let go since then. */
export async function countTaken(tx: Tx, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('subscriptions')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('claimedAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** When the next subscription falls due, or null. */
export async function nextSubscriptionDue(db: Db): Promise<Instant | null> {
  const { due } = await db
    .selectFrom('subscriptions')
    .select((e) => e.fn.min('dueAt').as('due'))
    .executeTakeFirstOrThrow()
  return due ? instant(due.getTime()) : null
}
