import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { NotificationItem } from './notification'

/**
 * The eight fields that Adyen signs; what is absent is empty. Everything else in a notification is
 * unsigned and decides nothing by itself.
 */
const signedFields = (item: NotificationItem) => [
  item.pspReference,
  item.originalReference ?? '',
  item.merchantAccountCode,
  item.merchantReference,
  String(item.amount?.value ?? ''),
  item.amount?.currency ?? '',
  item.eventCode,
  item.success,
]

/** What Adyen signs: the fields joined by colons, and not escaped. */
export const signedText = (item: NotificationItem) => signedFields(item).join(':')

/** What makes two notifications the same one, however often and with whatever unsigned text they come. */
export const fingerprintOf = (item: NotificationItem) =>
  // As JSON, so that "a:b" beside "c" is not "a" beside "b:c".
  createHash('sha256')
    .update(JSON.stringify(signedFields(item)))
    .digest('hex')

/** Base64 of HMAC-SHA256 with a hexadecimal key. */
export const signatureOf = (text: string, hexKey: string) =>
  createHmac('sha256', Buffer.from(hexKey, 'hex')).update(text, 'utf8').digest('base64')

/** True when one of the keys made this signature: two are valid while one is being replaced. */
export function isSigned(item: NotificationItem, hexKeys: readonly string[]): boolean {
  const given = item.additionalData?.hmacSignature
  if (given === undefined) return false
  const text = signedText(item)
  // Every key is tried, so that the time taken does not tell which one fits.
  return hexKeys.map((key) => sameSecret(given, signatureOf(text, key))).includes(true)
}

/** Compares in constant time; hashing first makes the lengths equal. */
export function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
