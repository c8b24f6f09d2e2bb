import { z } from 'zod'
import type { OrderId } from '../core/ids'
import { type OrderEvent, parcelRungs, refundRungs, rungs } from '../core/order'
import { attempt, moment, money, payment, refund } from './stored'
import { readEvent, type StoredEvent } from './stored-events'

const at = moment
const status = z.enum(['awaiting_payment', 'confirming', 'paid', 'refunded', 'cancelled'])

const parcelClimbed = z.object({
  type: z.literal('parcel_climbed'),
  to: z.enum(parcelRungs).exclude(['here']),
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
  z.object({
    type: z.literal('refund_requested'),
    refund,
    payment,
    amount: money,
    why: z.enum(['surplus', 'sold_out', 'order_cancelled']),
    at,
  }),
  z.object({
    type: z.literal('refund_climbed'),
    refund,
    to: z.enum(refundRungs),
    tries: z.number(),
    at,
  }),
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

const version2 = z.discriminatedUnion('type', [
  ...kept,
  attemptStarted,
  parcelClimbed,
  z.object({ type: z.literal('stock_hold_over'), at }),
])

// Stock was put aside for as long as a payment might take.
const attemptStartedWithoutHold = attemptStarted
  .omit({ holdUntil: true })
  .transform((event) => ({ ...event, holdUntil: null }))

const version1 = z.union([
  attemptStartedWithoutHold,
  z.discriminatedUnion('type', [...kept, parcelClimbed]),
])

// What is a claim now was called by what the shopper asks for.
const version0 = z.union([
  attemptStartedWithoutHold,
  z.discriminatedUnion('type', [
    ...kept,
    parcelClimbed.extend({
      to: z
        .enum(['sent', 'delivered', 'return_asked'])
        .transform((to) => (to === 'return_asked' ? 'claimed' : to)),
    }),
  ]),
])

const versions = new Map<unknown, z.ZodType<OrderEvent>>([
  [0, version0],
  [1, version1],
  [2, version2],
])

/** An event that the schema does not know fails to compile here, and one that `OrderEvent` does not know above. */
export const writeOrderEvent = (event: z.output<typeof version2>): string =>
  JSON.stringify({ v: 2, ...event })

export const readOrderEvent = (id: OrderId, stored: StoredEvent): OrderEvent =>
  readEvent(versions, { what: 'order', id }, stored)
