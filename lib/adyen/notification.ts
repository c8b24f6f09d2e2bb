import { z } from 'zod'
import { parseJson } from '../core/json'

/*
 * A notification is signed field by field, so the schema takes what Adyen sends as it is: success stays
 * a string, and an absent amount stays absent. Unknown fields and events come without notice.
 */
const item = z.looseObject({
  eventCode: z.string(),
  success: z.string(),
  eventDate: z.string().optional(),
  merchantAccountCode: z.string(),
  merchantReference: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  pspReference: z.string(),
  originalReference: z.string().nullish(),
  amount: z.object({ currency: z.string(), value: z.number() }).nullish(),
  reason: z.string().nullish(),
  additionalData: z.looseObject({ hmacSignature: z.string().optional() }).nullish(),
})
export type NotificationItem = z.output<typeof item>

// An array is only looked at here: of its items there may be more than anybody wants to copy.
const envelope = z.object({
  live: z.unknown().optional(),
  notificationItems: z.custom<readonly unknown[]>(Array.isArray),
})
const wrapped = z.object({ NotificationRequestItem: z.unknown() })

export type NotificationBatch = { readonly live: string; readonly items: readonly unknown[] }

/** One delivery with its items as they came, or null when it has no list of them. */
export function parseBatch(body: unknown): NotificationBatch | null {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return null
  const { live = 'false', notificationItems } = parsed.data
  // Of another shape it is of no environment that we know, and parks what it brought.
  const isWord = typeof live === 'string' || typeof live === 'boolean'
  return { live: isWord ? String(live) : 'unknown', items: notificationItems }
}

/** What is inside one of them, null for nothing. Whether it is shaped like a notification is not said yet. */
export const unwrapped = (each: unknown): unknown =>
  wrapped.safeParse(each).data?.NotificationRequestItem ?? null

/** A stored item, whose signature has been verified; null when it is not shaped like one. */
export const parseItem = (text: string): NotificationItem | null =>
  item.safeParse(parseStored(text)).data ?? null

/** JSON as Adyen sent it, as far as a person or a database can read it. */
export const parseStored = (text: string): unknown => storable(parseJson(text))

// Adyen nests five levels. JSON can be read at any depth, but not written again.
const DEEPEST = 50

/** The same without what is nested deeper than anything that means something; a NUL, which no database text can hold, is made visible. */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return null
  if (Array.isArray(value)) return value.map((each) => storable(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, storable(each, depth + 1)]),
  )
}
