import { z } from 'zod'
import { rungs } from '../../core/attempt'
import { disputeLadder } from '../../core/dispute'
import { grounds, remedies } from '../../core/goods/goods'
import { parcelsBring } from '../../core/goods/parcel'
import { noMoney } from '../../core/money'
import { ownReasons, refundRungs } from '../../core/refund'
import {
  attempt,
  claim,
  dispute,
  moment,
  money,
  note,
  parcel,
  payment,
  pieces,
  refund,
  wish,
} from './stored'

/* What each event of an order is stored as today. */

export const at = moment
const status = z.enum(['awaiting_payment', 'confirming', 'paid', 'refunded', 'cancelled'])

export const refundRequested = z.object({
  type: z.literal('refund_requested'),
  refund,
  wish,
  number: z.number(),
  payment,
  amount: money,
  why: z.enum(ownReasons),
  reason: z.string().nullable(),
  at,
})

export const refundClimbed = z.object({
  type: z.literal('refund_climbed'),
  refund,
  was: z.enum(refundRungs).nullable(),
  to: z.enum(refundRungs),
  tries: z.number(),
  at,
})

export const attemptStarted = z.object({
  type: z.literal('attempt_started'),
  attempt,
  number: z.number(),
  expiresAt: moment,
  holdUntil: moment.nullable(),
  at,
})

/** Alike in all versions. */
export const kept = [
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

export const stockHoldOver = z.object({ type: z.literal('stock_hold_over'), at })

const person = z.enum(['shopper', 'merchant'])
const remedy = z.enum(remedies)

/** What happens to goods. */
export const ofGoods = [
  z.object({
    type: z.literal('lines_cancelled'),
    wish,
    who: person,
    pieces,
    reason: z.string().nullable(),
    // Not there where a version did not withhold anything; one that does not know the word reads the rest.
    wayThere: money.default(noMoney),
    amount: money,
    at,
  }),
  z.object({
    type: z.literal('parcel_sent'),
    parcel,
    pieces: pieces.nullable(),
    brings: z.enum(parcelsBring),
    despite: z.string().nullable(),
    at,
  }),
  z.object({
    type: z.literal('parcel_moved'),
    parcel,
    to: z.enum(['delivered', 'unsent', 'came_back']),
    at,
  }),
  z.object({ type: z.literal('parcel_lost'), parcel, remedy, wish, amount: money, at }),
  z.object({
    type: z.literal('claim_opened'),
    claim,
    by: person,
    pieces: pieces.nullable(),
    ground: z.enum([...grounds, 'not_said']),
    remedy,
    at,
  }),
  z.object({ type: z.literal('claim_refused'), claim, reason: z.string(), at }),
  z.object({ type: z.literal('claim_withdrawn'), claim, at }),
  z.object({
    type: z.literal('claim_arrived'),
    claim,
    sellable: pieces,
    damaged: pieces,
    at,
  }),
  z.object({
    type: z.literal('claim_settled'),
    claim,
    wish,
    settlement: z.object({
      remedy,
      goods: money,
      delivery: money,
      wayBack: money,
      wayThere: money,
      notOurs: money,
      amount: money,
    }),
    at,
  }),
] as const

/** What happens to money, alike since there are wishes. */
export const ofMoney = [
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
] as const
