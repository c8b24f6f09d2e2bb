import type { Limited } from '@/lib/deps'

const KIB = 1024

// A redirectResult may have 20,000 characters, three times as many once they are percent-encoded. Everything
// else that a person types is shorter, and Next itself sets no limit to a route handler.
// The largest form of ours has some twenty fields.
const FORM = { bytes: 128 * KIB, parts: 100 } as const
// Adyen sends one item at a time; a token's news is one by itself.
const NOTIFICATIONS = { bytes: 256 * KIB, parts: 100 } as const
const TOKEN_NOTIFICATION = { bytes: 256 * KIB, parts: 1 } as const

type RouteLimit = {
  readonly bytes: number
  /** Fields of a form, items of a delivery. */
  readonly parts: number
  readonly limit: Limited | null
}

/**
 * Every door that reads a body, by its folder below app/api: the most that it reads, and which of the limits in
 * lib/db/limits.ts counts how often it is opened.
 */
export const routeLimits = {
  'account/code': { ...FORM, limit: 'code' },
  'account/kakao': { ...FORM, limit: null },
  'account/saved/remove': { ...FORM, limit: null },
  'account/sessions/[session]/revoke': { ...FORM, limit: null },
  'account/sign-in': { ...FORM, limit: 'guess' },
  'account/sign-out': { ...FORM, limit: null },
  cart: { ...FORM, limit: null },
  checkout: { ...FORM, limit: 'pay' },
  'checkout/draft': { ...FORM, limit: null },
  'orders/[order]/again': { ...FORM, limit: 'pay' },
  'orders/[order]/cancel': { ...FORM, limit: null },
  'orders/[order]/link': { ...FORM, limit: 'look_up' },
  'orders/[order]/pay': { ...FORM, limit: 'pay' },
  'orders/[order]/return': { ...FORM, limit: null },
  'orders/find': { ...FORM, limit: 'look_up' },
  'return/[attempt]': { ...FORM, limit: null },
  subscriptions: { ...FORM, limit: 'pay' },
  'subscriptions/[subscription]/[act]': { ...FORM, limit: null },
  'subscriptions/[subscription]/link': { ...FORM, limit: 'look_up' },
  'webhooks/adyen': { ...NOTIFICATIONS, limit: null },
  'webhooks/adyen/tokens': { ...TOKEN_NOTIFICATION, limit: null },
} as const satisfies Record<string, RouteLimit>
