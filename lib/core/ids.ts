declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** 132 random bits: whoever holds it may see the order, so nobody can guess it. */
export type OrderId = Brand<string, 'OrderId'>
export type AttemptId = Brand<string, 'AttemptId'>
/** The provider's name of one authorised payment. */
export type PaymentId = Brand<string, 'PaymentId'>
export type RefundId = Brand<string, 'RefundId'>
/** One wish to have money given back, drawn with the form that asks for it. */
export type WishId = Brand<string, 'WishId'>
/** The provider's name of one dispute. */
export type DisputeId = Brand<string, 'DisputeId'>
/** A line of an order, by its place: counted from 1. */
export type LineId = Brand<number, 'LineId'>
/** Drawn when it is sent. */
export type ParcelId = Brand<string, 'ParcelId'>
/** Drawn with the form that asks for it. */
export type ClaimId = Brand<string, 'ClaimId'>
/** Of one note that a person wrote, drawn with its form. */
export type NoteId = Brand<string, 'NoteId'>
/** Who somebody with an account is towards the provider: an opaque UUID of ours, never an e-mail. */
export type ShopperId = Brand<string, 'ShopperId'>
export type SubscriptionId = Brand<string, 'SubscriptionId'>
/** The provider's name of one wallet that a shopper has saved. */
export type TokenId = Brand<string, 'TokenId'>
/** Our own name of the same, for pages: it opens nothing. */
export type SavedMethodId = Brand<string, 'SavedMethodId'>
/** Of somebody who works for the shop. */
export type PersonId = Brand<string, 'PersonId'>
/** Milliseconds since 1970, UTC. */
export type Instant = Brand<number, 'Instant'>

/*
 * Where brands are made: of what was just drawn, of what is stored, of what the provider names. A column of
 * lib/db/schema.ts has its brand by itself.
 */
export const orderId = (text: string) => text as OrderId
export const attemptId = (text: string) => text as AttemptId
export const paymentId = (text: string) => text as PaymentId
/** The refunds of a payment are counted from 1. */
export const refundId = (payment: PaymentId, number: number) =>
  storedRefundId(`${payment}-${number}`)
export const storedRefundId = (text: string) => text as RefundId
export const wishId = (text: string) => text as WishId
export const disputeId = (text: string) => text as DisputeId
export const lineId = (place: number) => place as LineId
export const parcelId = (text: string) => text as ParcelId
export const claimId = (text: string) => text as ClaimId
export const noteId = (text: string) => text as NoteId
export const shopperId = (text: string) => text as ShopperId
export const subscriptionId = (text: string) => text as SubscriptionId
export const tokenId = (text: string) => text as TokenId
export const savedMethodId = (text: string) => text as SavedMethodId
export const personId = (text: string) => text as PersonId
export const instant = (milliseconds: number) => milliseconds as Instant

export const laterBy = (from: Instant, milliseconds: number) => instant(from + milliseconds)

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

const ID = /^[A-Za-z0-9]{22}$/

/** The id in a path or a payload, or null when it cannot be one. */
export const parseOrderId = (text: string) => (ID.test(text) ? orderId(text) : null)
/** The same of what a line of a command was told to be once-only by. */
export const parseWishId = (text: string) => (ID.test(text) ? wishId(text) : null)
export const parseSubscriptionId = (text: string) => (ID.test(text) ? subscriptionId(text) : null)
/** True for what can be the secret of a mailed link. */
export const isActLinkSecret = (text: string) => ID.test(text)
/** True for what can be the secret of a link to another browser's checkout. */
export const isHandOverSecret = (text: string) => ID.test(text)
/** True for what can be a return token. */
export const isReturnToken = (text: string) => ID.test(text)

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// No 0/O, 1/I/L, U: read over the telephone without a mistake.
const spokenLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 22 letters and digits, 131 bits, from bytes that the caller drew (give at least 64). */
export function idFrom(bytes: Uint8Array): string {
  // 248 is the largest multiple of 62 in a byte; what lies above would favour the first letters.
  const fair = [...bytes].filter((byte) => byte < 248).slice(0, 22)
  if (fair.length < 22) throw new Error('too few random bytes for an id')
  return fair.map((byte) => letters.charAt(byte % 62)).join('')
}

/** The number that people use: Seoul's date and some letters, such as 20261123-4F7K. Not a secret. */
export function numberFrom(bytes: Uint8Array, now: Instant, count = 4): string {
  const seoul = new Date(now + 9 * HOUR).toISOString().slice(0, 10).replaceAll('-', '')
  const tail = [...bytes.slice(0, count)].map((byte) => spokenLetters.charAt(byte % 30)).join('')
  return `${seoul}-${tail}`
}
