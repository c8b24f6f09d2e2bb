import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

import { unwrapped } from './notification'

// Only text, numbers and truths can be signed, whatever an item says or means.
const field = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''))

export const signedFields = z.object({
  pspReference: field,
  originalReference: field,
  merchantAccountCode: field,
  merchantReference: field,
  amount: z.object({ value: field, currency: field }).nullish(),
  eventCode: field,
  success: field,
})
export type SignedFields = z.output<typeof signedFields>

const withSignature = signedFields.extend({
  additionalData: z.object({ hmacSignature: z.string() }),
})

/**
 * The eight fields that Adyen signs; what is absent is empty. Everything else in a notification is
 * unsigned and decides nothing by itself.
 */
const inOrder = ({ amount, ...fields }: SignedFields) => [
  fields.pspReference,
  fields.originalReference,
  fields.merchantAccountCode,
  fields.merchantReference,
  amount?.value ?? '',
  amount?.currency ?? '',
  fields.eventCode,
  fields.success,
]

/** What Adyen signs: the fields joined by colons, and not escaped. */
export const signedText = (fields: SignedFields) => inOrder(fields).join(':')

/** What makes two notifications the same one, however often and with whatever unsigned text they come. */
export const fingerprintOf = (fields: SignedFields) =>
  // As JSON, so that "a:b" beside "c" is not "a" beside "b:c".
  createHash('sha256')
    .update(JSON.stringify(inOrder(fields)))
    .digest('hex')

/** Base64 of HMAC-SHA256 with a hexadecimal key. */
export const signatureOf = (text: string, hexKey: string) =>
  createHmac('sha256', Buffer.from(hexKey, 'hex')).update(text, 'utf8').digest('base64')

/**
 * What Adyen shows of a key in place of it. Its making is not documented: people tell of the last three bytes of the
 * HMAC over eight zeros, so that one that fits is good news, and one that does not is none.
 */
export const keyCheckValue = (hexKey: string) =>
  createHmac('sha256', Buffer.from(hexKey, 'hex'))
    .update('00000000')
    .digest('hex')
    .slice(-6)
    .toUpperCase()

export type VerifiedItem = { readonly item: unknown; readonly fields: SignedFields }

/** The items of a delivery, all of them signed; null at the first that is not, and the rest is not looked at. */
export function verify(
  items: readonly unknown[],
  hexKeys: readonly string[],
): readonly VerifiedItem[] | null {
  const verified: VerifiedItem[] = []
  for (const each of items) {
    const item = unwrapped(each)
    const fields = fieldsSignedBy(hexKeys, item)
    if (fields === null) return null
    verified.push({ item, fields })
  }
  return verified
}

/** Two keys are valid while one is being replaced. */
function fieldsSignedBy(hexKeys: readonly string[], item: unknown): SignedFields | null {
  const fields = withSignature.safeParse(item).data
  if (fields === undefined) return null
  const { hmacSignature } = fields.additionalData
  const text = signedText(fields)
  // Every key is tried, so that the time taken does not tell which one fits.
  const fits = hexKeys.map((key) => sameSecret(hmacSignature, signatureOf(text, key)))
  return fits.includes(true) ? fields : null
}

/** Compares in constant time; hashing first makes the lengths equal. */
export function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
