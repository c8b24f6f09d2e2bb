import type { Limited } from '@/lib/deps'

const KIB = 1024

// A redirectResult may have 20,000 characters, three times as many once they are percent-encoded. Everything
// else that a person types is shorter, and Next itself sets no limit to a route handler.
const FORM = 128 * KIB
const NOTIFICATION = 256 * KIB

type RouteLimit = { readonly bytes: number; readonly limit: Limited | null }

/**
 * Every door that reads a body, by its folder below app/api: the most bytes that it reads, and which of the
 * limits in lib/db/limits.ts counts how often it is opened.
 */
export const routeLimits = {
  'account/code': { bytes: FORM, limit: 'code' },
  'account/kakao': { bytes: FORM, limit: null },
  'account/saved/remove': { bytes: FORM, limit: null },
  'account/sessions/[session]/revoke': { bytes: FORM, limit: null },
  'account/sign-in': { bytes: FORM, limit: 'guess' },
  'account/sign-out': { bytes: FORM, limit: null },
  cart: { bytes: FORM, limit: null },
  checkout: { bytes: FORM, limit: 'pay' },
  'checkout/draft': { bytes: FORM, limit: null },
  'orders/[order]/again': { bytes: FORM, limit: 'pay' },
  'orders/[order]/cancel': { bytes: FORM, limit: null },
  'orders/[order]/link': { bytes: FORM, limit: 'look_up' },
  'orders/[order]/pay': { bytes: FORM, limit: 'pay' },
  'orders/[order]/return': { bytes: FORM, limit: null },
  'orders/find': { bytes: FORM, limit: 'look_up' },
  'return/[attempt]': { bytes: FORM, limit: null },
  subscriptions: { bytes: FORM, limit: 'pay' },
  'subscriptions/[subscription]/[act]': { bytes: FORM, limit: null },
  'subscriptions/[subscription]/link': { bytes: FORM, limit: 'look_up' },
  'webhooks/adyen': { bytes: NOTIFICATION, limit: null },
  'webhooks/adyen/tokens': { bytes: NOTIFICATION, limit: null },
} as const satisfies Record<string, RouteLimit>
