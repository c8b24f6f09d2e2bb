import { createHmac } from 'node:crypto'

export type NotificationItem = {
  readonly pspReference: string
  readonly originalReference?: string
  readonly merchantAccountCode: string
  readonly merchantReference: string
  readonly amount?: { readonly currency: string; readonly value: number }
  readonly eventCode: string
  readonly success: 'true' | 'false'
  readonly eventDate: string
  readonly paymentMethod?: string
  readonly reason?: string
  readonly operations?: readonly string[]
  readonly additionalData?: Readonly<Record<string, string>>
}

/** Eight fields joined by colons, absent ones empty, nothing escaped. */
export function signature(item: NotificationItem, hexKey: string): string {
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
  return createHmac('sha256', Buffer.from(hexKey, 'hex')).update(signed, 'utf8').digest('base64')
}
