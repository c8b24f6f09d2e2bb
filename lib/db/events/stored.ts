import { z } from 'zod'
import {
  attemptId,
  claimId,
  disputeId,
  instant,
  lineId,
  noteId,
  orderId,
  parcelId,
  paymentId,
  storedRefundId,
  subscriptionId,
  tokenId,
  wishId,
} from '../../core/ids'

/* What is found again and again in what this shop has stored as JSON: events, jobs, terms. */

export const order = z.string().transform(orderId)
export const attempt = z.string().transform(attemptId)
export const payment = z.string().transform(paymentId)
export const refund = z.string().transform(storedRefundId)
export const wish = z.string().transform(wishId)
export const dispute = z.string().transform(disputeId)
export const parcel = z.string().transform(parcelId)
export const claim = z.string().transform(claimId)
export const note = z.string().transform(noteId)
export const subscription = z.string().transform(subscriptionId)
export const token = z.string().transform(tokenId)
export const moment = z.number().transform(instant)
export const pieces = z
  .array(z.object({ line: z.int().min(1).transform(lineId), quantity: z.int().min(1) }))
  .readonly()
export const money = z.object({ currency: z.literal('KRW'), minor: z.int().min(0) })
