import { z } from 'zod'
import { claimId, type Instant, parcelId } from '../../core/ids'
import type { OrderEvent } from '../../core/order'
import { ownWish } from '../../core/wish'
import {
  at,
  attemptStarted,
  kept,
  ofMoney,
  refundClimbed,
  refundRequested,
  stockHoldOver,
} from './order-event-schemas'

/* What was stored by earlier versions of this shop, read in the words of today. */

const FIRST_PARCEL = parcelId('first')
const FIRST_CLAIM = claimId('first')

type Climbed = { to: 'sent' | 'delivered' | 'claimed'; despite: string | null; at: Instant }

/** An order had one parcel of all that it had, and all of it could be claimed once. */
function asParcel({ to, despite, at }: Climbed): OrderEvent {
  const parcel = FIRST_PARCEL
  switch (to) {
    case 'sent':
      return { type: 'parcel_sent', parcel, pieces: null, brings: 'all', despite, at }
    case 'delivered':
      return { type: 'parcel_moved', parcel, to: 'delivered', at }
    case 'claimed': {
      const unsaid = { by: 'shopper', pieces: null, ground: 'not_said', remedy: 'money' } as const
      return { type: 'claim_opened', claim: FIRST_CLAIM, ...unsaid, at }
    }
  }
}

const parcelClimbed = z.object({
  type: z.literal('parcel_climbed'),
  to: z.enum(['sent', 'delivered', 'claimed']),
  despite: z.string().nullable(),
  at,
})

export const version3 = z.union([
  parcelClimbed.transform(asParcel),
  z.discriminatedUnion('type', [...kept, attemptStarted, stockHoldOver, ...ofMoney]),
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
  .transform((event) => asParcel({ ...event, despite: null }))

const beforeWishes = [refundWithoutWish, refundWithoutPast] as const
const sinceVersion1 = [...beforeWishes, parcelWithoutDispute] as const

export const version2 = z.union([
  ...sinceVersion1,
  z.discriminatedUnion('type', [...kept, attemptStarted, stockHoldOver]),
])

// Stock was put aside for as long as a payment might take.
const attemptStartedWithoutHold = attemptStarted
  .omit({ holdUntil: true })
  .transform((event) => ({ ...event, holdUntil: null }))

export const version1 = z.union([
  ...sinceVersion1,
  attemptStartedWithoutHold,
  z.discriminatedUnion('type', [...kept]),
])

// What is a claim now was called by what the shopper asks for.
export const version0 = z.union([
  ...beforeWishes,
  attemptStartedWithoutHold,
  parcelClimbed
    .omit({ despite: true })
    .extend({
      to: z
        .enum(['sent', 'delivered', 'return_asked'])
        .transform((to) => (to === 'return_asked' ? 'claimed' : to)),
    })
    .transform((event) => asParcel({ ...event, despite: null })),
  z.discriminatedUnion('type', [...kept]),
])
