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
} & (
  | { readonly limit: Limited }
  /** Or a sentence that says what else keeps somebody from doing it without end. */
  | { readonly limit: null; readonly why: string }
)

/**
 * Every door that reads a body, by its folder below app/api: the most that it reads, and which of the limits in
 * lib/db/limits.ts counts how often it is opened.
 */
export const routeLimits = {
  'account/code': { ...FORM, limit: 'code' },
  'account/kakao': { ...FORM, limit: 'act' },
  'account/saved/remove': { ...FORM, limit: 'act' },
  'account/sessions/[session]/revoke': {
    ...FORM,
    limit: null,
    why: "one's own sessions alone can be ended, and each once",
  },
  'account/sign-in': { ...FORM, limit: 'guess' },
  'account/sign-out': {
    ...FORM,
    limit: null,
    why: 'nobody is to be kept signed in, and a second time does nothing',
  },
  addresses: { ...FORM, limit: 'address' },
  cart: {
    ...FORM,
    limit: null,
    why: 'who taps fast is no attacker; how many carts are kept is bounded in lib/db/people/anonymous-carts.ts',
  },
  checkout: { ...FORM, limit: 'pay' },
  'checkout/address': {
    ...FORM,
    limit: null,
    why: 'it keeps what was typed, as the draft does; the page that it leads to counts what is looked for',
  },
  'checkout/go-on': { ...FORM, limit: 'act' },
  'checkout/hand-over': { ...FORM, limit: 'act' },
  'checkout/stay': {
    ...FORM,
    limit: null,
    why: 'it ends what this very browser has begun, and a second time does nothing',
  },
  'checkout/draft': {
    ...FORM,
    limit: null,
    why: 'it is sent while somebody types, and each replaces the one before',
  },
  'desk/account/second-factor/begin': { ...FORM, limit: 'desk_act' },
  'desk/account/second-factor/off': { ...FORM, limit: 'desk_act' },
  'desk/account/second-factor/on': { ...FORM, limit: 'desk_act' },
  'desk/account/sessions': { ...FORM, limit: 'desk_act' },
  'desk/code': { ...FORM, limit: 'desk_code' },
  'desk/confirm': {
    ...FORM,
    limit: null,
    why: 'the code that it mails is counted before it is made, in app/api/desk/by-person.ts',
  },
  'desk/language': {
    ...FORM,
    limit: null,
    why: 'it sets a cookie of this very browser, and one word of whoever is signed in',
  },
  'desk/orders/[number]/address': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/again': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/arrived': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/cancel': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/cancel-unpaid': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/charge': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/claim': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/decide': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/delivered': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/handback': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/look': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/note': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/refund': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/send': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/settle': { ...FORM, limit: 'desk_act' },
  'desk/orders/[number]/write': { ...FORM, limit: 'desk_act' },
  'desk/people/[person]/remove': { ...FORM, limit: 'desk_act' },
  'desk/people/[person]/role': { ...FORM, limit: 'desk_act' },
  'desk/people/[person]/second-factor': { ...FORM, limit: 'desk_act' },
  'desk/people/[person]/sessions': { ...FORM, limit: 'desk_act' },
  'desk/people/invite': { ...FORM, limit: 'desk_act' },
  'desk/second-factor': {
    ...FORM,
    limit: null,
    why: 'five codes are tried in a session and no more, which lib/accounts/desk/desk.ts counts',
  },
  'desk/sign-in': { ...FORM, limit: 'desk_guess' },
  'desk/sign-out': {
    ...FORM,
    limit: null,
    why: 'nobody is to be kept signed in, and a second time does nothing',
  },
  'orders/[order]/again': { ...FORM, limit: 'pay' },
  'orders/[order]/cancel': { ...FORM, limit: 'act' },
  'orders/[order]/link': { ...FORM, limit: 'ask_act_link' },
  'orders/[order]/pay': { ...FORM, limit: 'pay' },
  'orders/[order]/return': { ...FORM, limit: 'act' },
  'orders/[order]/withdraw': { ...FORM, limit: 'act' },
  'orders/find': { ...FORM, limit: 'look_up' },
  'return/[attempt]': {
    ...FORM,
    limit: null,
    why: 'nobody who comes back with money under way is to be turned away; finish-payment asks Adyen twenty times at most for one attempt',
  },
  subscriptions: { ...FORM, limit: 'pay' },
  'subscriptions/[subscription]/[act]': { ...FORM, limit: 'act' },
  'subscriptions/[subscription]/link': { ...FORM, limit: 'ask_act_link' },
  'webhooks/adyen': {
    ...NOTIFICATIONS,
    limit: null,
    why: 'Adyen sends as much as it has to say, and what is not signed is not stored',
  },
  'webhooks/adyen/tokens': {
    ...TOKEN_NOTIFICATION,
    limit: null,
    why: 'Adyen sends as much as it has to say, and what is not signed is not stored',
  },
} as const satisfies Record<string, RouteLimit>
