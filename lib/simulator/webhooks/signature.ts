import { createHash, createHmac } from 'node:crypto'

export type SignedItem = {
  readonly pspReference: string
  readonly originalReference?: string
  /** Only RECURRING_CONTRACT has it, beside originalReference. */
  readonly originalPsp?: string
  readonly merchantAccountCode: string
  readonly merchantReference: string
  readonly amount?: { readonly currency: string; readonly value: number } | undefined
  readonly eventCode: string
  readonly success: 'true' | 'false'
  readonly eventDate: string
  readonly paymentMethod?: string
  readonly reason?: string
  readonly operations?: readonly string[]
  readonly additionalData?: Readonly<Record<string, string>>
}

/** Eight fields joined by colons, absent ones empty, nothing escaped. */
export function signature(item: SignedItem, hexKey: string): string {
  const signed = [
    item.pspReference,
    item.originalReference ?? '',
    item.merchantAccountCode,
    item.merchantReference,
    item.amount?.value ?? '',
    item.amount?.currency ?? '',
    item.eventCode,
    item.success,
  ].join(':')
  return signatureOf(signed, hexKey)
}

export const signatureOf = (text: string, hexKey: string): string =>
  createHmac('sha256', Buffer.from(hexKey, 'hex')).update(text, 'utf8').digest('base64')

type Keys = { readonly hmacKey: string; readonly previousHmacKey?: string | null }

export function keyFor(keys: Keys, how: 'good' | 'bad' | 'old'): string {
  switch (how) {
    case 'good':
      return keys.hmacKey
    case 'old':
      return keys.previousHmacKey ?? someOtherKey(keys.hmacKey)
    case 'bad':
      return someOtherKey(keys.hmacKey)
  }
}

const someOtherKey = (hexKey: string) =>
  createHash('sha256').update(`not ${hexKey}`).digest('hex').toUpperCase()
