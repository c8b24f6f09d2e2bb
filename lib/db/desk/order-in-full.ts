import { type RawBuilder, sql } from 'kysely'
import type { AttemptId, ClaimId, ParcelId, PaymentId, RefundId } from '../../core/ids'
import type { Order, OrderEvent } from '../../core/order'
import type { Db } from '../connection'
import { readOrderEvent } from '../events/order-events'
import { foldOrder, type OrderRow } from '../orders'
import type { NoteRow } from './order-notes'

export type AttemptFact = {
  readonly id: AttemptId
  readonly number: number
  readonly method: string
  readonly reference: string
  readonly idempotencyKey: string
  readonly amount: number
  readonly createdAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
  readonly resultCode: string | null
  readonly refusalReason: string | null
  readonly refusalCode: string | null
  readonly returnedAt: string | null
  /** A saved wallet was charged, without the shopper being there. */
  readonly isCharge: boolean
}

export type RefundFact = {
  readonly id: RefundId
  readonly payment: PaymentId
  readonly reference: string
  readonly idempotencyKey: string
  readonly createdAt: string
  readonly pspReference: string | null
  readonly problem: string | null
}

export type NewsFact = {
  readonly id: number
  readonly item: string
  readonly eventCode: string
  readonly receivedAt: string
  readonly appliedAt: string | null
  readonly parkedWhy: string | null
  readonly putAside: boolean
}

export type LetterFact = {
  readonly id: number
  readonly letter: string
  readonly eventAt: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly createdAt: string
  readonly sentAt: string | null
}

export type NoteFact = {
  readonly id: string
  readonly kind: NoteRow['kind']
  readonly words: string
  readonly at: string
}

/** What a person of the shop did, by the moment that it made happen. */
export type DoneFact = {
  readonly who: string
  readonly role: string
  readonly act: string
  readonly why: string
  readonly at: string
}

type StoredEvent = { readonly seq: number; readonly at: string; readonly event: string }

/** An order with all that is known about it. */
export type OrderInFull = {
  readonly order: Order
  readonly row: OrderRow
  readonly events: readonly (Omit<StoredEvent, 'event'> & {
    readonly event: OrderEvent
    /** As it is stored. */
    readonly text: string
  })[]
  readonly attempts: readonly AttemptFact[]
  readonly refunds: readonly RefundFact[]
  readonly parcels: readonly {
    readonly id: ParcelId
    readonly carrier: string
    readonly tracking: string
  }[]
  readonly claimWords: ReadonlyMap<ClaimId, string>
  /** What Adyen has told about it, as far as it named a reference of ours. */
  readonly news: readonly NewsFact[]
  readonly letters: readonly LetterFact[]
  readonly notes: readonly NoteFact[]
  readonly done: readonly DoneFact[]
  /** What is asked of Adyen next, and when. */
  readonly due: readonly { readonly refund: RefundId; readonly at: string }[]
}

/** By the number for people, in one statement; null: there is none. */
export async function findOrderInFull(db: Db, number: string): Promise<OrderInFull | null> {
  const found = await db
    .selectFrom('orders')
    .select(['id', 'number', 'checkoutId', 'visitor', 'shopper', 'locale', 'amount'])
    .select(['deliveryFee', 'parcel', 'createdAt', 'subscriptionId', 'period', 'reason'])
    .select(['putsAside', 'name', 'email', 'phone', 'postcode', 'address', 'addressDetail'])
    .select(['deliveryNote', 'waivedFee', 'freeFrom'])
    .select([
      lines.as('lines'),
      events.as('events'),
      attempts.as('attempts'),
      refunds.as('refunds'),
      parcels.as('parcels'),
      claims.as('claims'),
      news.as('news'),
      letters.as('letters'),
      notes.as('notes'),
      done.as('done'),
      due.as('due'),
    ])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) return null
  const { name, email, phone, postcode, address, addressDetail, deliveryNote, ...rest } = found
  const { events: stored, attempts: tried, refunds: asked, lines: ordered } = rest
  const { waivedFee, freeFrom, ...besides } = rest
  const customer = { name, email, phone, postcode, address, addressDetail, deliveryNote }
  const row: OrderRow = { ...besides, customer, lines: ordered }
  const told = stored.map(({ seq, at, event }) => ({
    seq,
    at,
    event: readOrderEvent(found.id, { seq, event }),
    text: event,
  }))
  const placed = {
    ...row,
    waivedFee,
    freeFrom,
    lines: ordered.map((line) => ({ ...line, variant: line.variantId, free: line.isVatFree })),
  }
  return {
    order: foldOrder(
      found.id,
      placed,
      told.map(({ event }) => event),
    ),
    row,
    events: told,
    attempts: tried,
    refunds: asked,
    parcels: found.parcels,
    claimWords: new Map(found.claims.map(({ id, words }) => [id, words])),
    news: found.news,
    letters: found.letters,
    notes: found.notes,
    done: found.done,
    due: found.due,
  }
}

/** Rows of a statement about the order at hand, as JSON, so that they cost no statement of their own. */
const listed = <Row>(rows: RawBuilder<unknown>) =>
  sql<readonly Row[]>`(select coalesce(json_agg(to_json(one)), '[]') from (${rows}) as one)`

type OrderedLine = OrderRow['lines'][number] & { readonly isVatFree: boolean }

const lines = listed<OrderedLine>(sql`
  select line.variant_id as "variantId", line.name_ko as "nameKo", line.name_en as "nameEn",
         line.option_ko as "optionKo", line.option_en as "optionEn", line.price, line.quantity,
         line.is_vat_free as "isVatFree", products.is_delivered as "isDelivered"
  from order_lines line
  join variants on variants.id = line.variant_id
  join products on products.id = variants.product_id
  where line.order_id = orders.id
  order by line.position`)

const events = listed<StoredEvent>(sql`
  select seq, at, event from order_events where order_id = orders.id order by seq`)

const attempts = listed<AttemptFact>(sql`
  select id, number, method, reference, idempotency_key as "idempotencyKey", amount,
         created_at as "createdAt", answer, answered_at as "answeredAt",
         result_code as "resultCode", refusal_reason as "refusalReason",
         refusal_code as "refusalCode", returned_at as "returnedAt",
         charge_token is not null as "isCharge"
  from attempts where order_id = orders.id order by number`)

const refunds = listed<RefundFact>(sql`
  select id, payment, reference, idempotency_key as "idempotencyKey", created_at as "createdAt",
         psp_reference as "pspReference", problem
  from refunds where order_id = orders.id order by created_at, id`)

const parcels = listed<OrderInFull['parcels'][number]>(sql`
  select id, carrier, tracking from parcels where order_id = orders.id order by at`)

const claims = listed<{ readonly id: ClaimId; readonly words: string }>(sql`
  select id, words from claims where order_id = orders.id`)

// By our own references and by Adyen's names of its payments: what is about a refund carries either.
const news = listed<NewsFact>(sql`
  select id, item, event_code as "eventCode", received_at as "receivedAt",
         applied_at as "appliedAt", parked_why as "parkedWhy", put_aside_at is not null as "putAside"
  from webhook_inbox
  where reference in (select reference from attempts where order_id = orders.id
                      union all select reference from refunds where order_id = orders.id)
  order by id`)

const letters = listed<LetterFact>(sql`
  select id, letter, event_at as "eventAt", recipient, subject, text,
         created_at as "createdAt", sent_at as "sentAt"
  from mails where order_id = orders.id order by id`)

const notes = listed<NoteFact>(sql`
  select id, kind, words, at from order_notes where order_id = orders.id order by at, id`)

const due = listed<{ readonly refund: RefundId; readonly at: string }>(sql`
  select payload::json ->> 'refund' as refund, due_at as at from jobs_due
  where name in ('ask_refund', 'refund_again') and position(orders.id in payload) > 0`)

const done = listed<DoneFact>(sql`
  select who, role, act, why, at from desk_log where about = orders.number order by id`)
