import { z } from 'zod'
import { rungs } from '../core/attempt'
import { disputeLadder } from '../core/dispute'
import type { OrderId } from '../core/ids'
import { type OrderEvent, parcelRungs } from '../core/order'
import { refundRungs } from '../core/refund'
import { ownWish } from '../core/wish'
import { attempt, dispute, moment, money, note, payment, refund, wish } from './stored'
import { readEvent, type StoredEvent } from './stored-events'

const at = moment
const status = z.enum(['awaiting_payment', 'confirming', 'paid', 'refunded', 'cancelled'])

const parcelClimbed = z.object({
  type: z.literal('parcel_climbed'),
  to: z.enum(parcelRungs).exclude(['here']),
  despite: z.string().nullable(),
  at,
})

const refundRequested = z.object({
  type: z.literal('refund_requested'),
  refund,
  wish,
  number: z.number(),
  payment,
  amount: money,
  why: z.enum(['surplus', 'sold_out', 'order_cancelled', 'asked']),
  reason: z.string().nullable(),
  at,
})

const refundClimbed = z.object({
  type: z.literal('refund_climbed'),
  refund,
  was: z.enum(refundRungs).nullable(),
  to: z.enum(refundRungs),
  tries: z.number(),
  at,
})

const attemptStarted = z.object({
  type: z.literal('attempt_started'),
  attempt,
  number: z.number(),
  expiresAt: moment,
  holdUntil: moment.nullable(),
  at,
})

/** Alike in all versions. */
const kept = [
  z.object({
    type: z.literal('climbed'),
    attempt,
    to: z.enum(rungs).exclude(['open', 'authorised']),
    at,
  }),
  z.object({
    type: z.literal('returned'),
    attempt,
    outcome: z.enum(['approved', 'waiting', 'left', 'refused', 'broken']).nullable(),
    expiresAt: moment,
    at,
  }),
  z.object({ type: z.literal('charged'), attempt, payment, amount: money, at }),
  z.object({ type: z.literal('kept'), payment, at }),
  z.object({ type: z.literal('cancelled_by'), who: z.enum(['shopper', 'merchant']), at }),
  z.object({ type: z.literal('stock_taken'), at }),
  z.object({ type: z.literal('stock_returned'), at }),
  z.discriminatedUnion('status', [
    z.object({
      type: z.literal('became'),
      was: status,
      status: status.exclude(['cancelled']),
      why: z.null(),
      at,
    }),
    z.object({
      type: z.literal('became'),
      was: status,
      status: z.literal('cancelled'),
      why: z.enum(['payment_failed', 'timed_out', 'by_shopper', 'by_merchant']),
      at,
    }),
  ]),
] as const

const holdOver = z.object({ type: z.literal('stock_hold_over'), at })

const version3 = z.discriminatedUnion('type', [
  ...kept,
  attemptStarted,
  parcelClimbed,
  holdOver,
  refundRequested,
  refundClimbed,
  z.object({
    type: z.literal('refund_found'),
    refund,
    payment,
    amount: money,
    rung: z.enum(refundRungs),
    at,
  }),
  z.object({ type: z.literal('refund_let_be'), refund, at }),
  z.object({ type: z.literal('refund_adopted'), refund, wish, at }),
  z.object({
    type: z.literal('handed_back'),
    note,
    payment,
    amount: money,
    reason: z.string(),
    wish: wish.nullable(),
    at,
  }),
  z.object({
    type: z.literal('payment_undone'),
    payment,
    how: z.enum(['cancelled', 'never_came']),
    amount: money,
    at,
  }),
  z.object({
    type: z.literal('dispute_told'),
    dispute,
    payment,
    step: z.enum(disputeLadder),
    amount: money.nullable(),
    deadline: moment.nullable(),
    at,
  }),
])

// Money was asked back by the order alone, always all that was left of a payment, and counted from its first try.
const refundWithoutWish = refundRequested
  .omit({ wish: true, number: true, reason: true })
  .extend({ why: z.enum(['surplus', 'sold_out', 'order_cancelled']) })
  .transform((event) => ({
    ...event,
    wish: ownWish(event.payment, event.why),
    number: Number(event.refund.split('-').at(-1)),
    reason: null,
  }))
const refundWithoutPast = refundClimbed
  .omit({ was: true })
  .transform((event) => ({ ...event, was: null }))
const parcelWithoutDispute = parcelClimbed
  .omit({ despite: true })
  .transform((event) => ({ ...event, despite: null }))

const beforeWishes = [refundWithoutWish, refundWithoutPast] as const
const sinceVersion1 = [...beforeWishes, parcelWithoutDispute] as const

const version2 = z.union([
  ...sinceVersion1,
  z.discriminatedUnion('type', [...kept, attemptStarted, holdOver]),
])

// Stock was put aside for as long as a payment might take.
const attemptStartedWithoutHold = attemptStarted
  .omit({ holdUntil: true })
  .transform((event) => ({ ...event, holdUntil: null }))

const version1 = z.union([
  ...sinceVersion1,
  attemptStartedWithoutHold,
  z.discriminatedUnion('type', [...kept]),
])

// What is a claim now was called by what the shopper asks for.
const version0 = z.union([
  ...beforeWishes,
  attemptStartedWithoutHold,
  parcelClimbed
    .omit({ despite: true })
    .extend({
      to: z
        .enum(['sent', 'delivered', 'return_asked'])
        .transform((to) => (to === 'return_asked' ? 'claimed' : to)),
    })
    .transform((event) => ({ ...event, despite: null })),
  z.discriminatedUnion('type', [...kept]),
])

const versions = new Map<unknown, z.ZodType<OrderEvent>>([
  [0, version0],
  [1, version1],
  [2, version2],
  [3, version3],
])

/** An event that the schema does not know fails to compile here, and one that `OrderEvent` does not know above. */
export const writeOrderEvent = (event: z.output<typeof version3>): string =>
  JSON.stringify({ v: 3, ...event })

export const readOrderEvent = (id: OrderId, stored: StoredEvent): OrderEvent =>
  readEvent(versions, { what: 'order', id }, stored)
