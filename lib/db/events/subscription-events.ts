import { z } from 'zod'
import type { SubscriptionId } from '../../core/ids'
import type { SubscriptionEvent } from '../../core/subscription'
import { moment, money, token } from './stored'
import { readEvent, type StoredEvent } from './stored-events'

const at = moment
const period = z.number()
const day = z.object({ year: z.number(), month: z.number(), day: z.number() })

/** Alike in all versions. */
const known = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), day, at }),
  z.object({ type: z.enum(['period_opened', 'period_paid']), period, at }),
  z.object({
    type: z.literal('period_dropped'),
    period,
    why: z.literal('sold_out').exactOptional(),
    at,
  }),
  z.object({ type: z.literal('charge_due'), period, try: z.number(), at }),
  z.object({
    type: z.literal('charge_failed'),
    period,
    try: z.number(),
    retryAt: moment.nullable(),
    at,
  }),
  z.object({
    type: z.literal('dates_passed'),
    count: z.number(),
    why: z.enum(['skipped', 'paused', 'late', 'sold_out']),
    at,
  }),
  z.object({ type: z.literal('reminded'), period, at }),
  z.object({ type: z.literal('token_set'), token, at }),
  z.object({
    type: z.enum(['token_gone', 'paused', 'resumed', 'leaving', 'staying', 'revived']),
    at,
  }),
  z.object({ type: z.literal('moved'), day, at }),
  z.object({ type: z.literal('price_set'), price: money, at }),
  z.object({ type: z.literal('price_rises'), price: money, from: z.number(), at }),
  z.object({ type: z.enum(['price_asked', 'price_agreed']), at }),
  z.object({
    type: z.literal('over'),
    over: z.discriminatedUnion('status', [
      z.object({ status: z.literal('cancelled'), why: z.enum(['by_shopper', 'by_merchant']) }),
      z.object({
        status: z.literal('ended'),
        why: z.enum(['completed', 'unpaid', 'refused', 'token_lost', 'price_not_agreed']),
      }),
    ]),
    at,
  }),
])

const versions = new Map<unknown, z.ZodType<SubscriptionEvent>>([
  [0, known],
  [1, known],
])

/** An event that the schema does not know fails to compile here, and one that is not ours above. */
export const writeSubscriptionEvent = (event: z.output<typeof known>): string =>
  JSON.stringify({ v: 1, ...event })

export const readSubscriptionEvent = (id: SubscriptionId, stored: StoredEvent): SubscriptionEvent =>
  readEvent(versions, { what: 'subscription', id }, stored)
