import { POST as postCode } from '@/app/api/account/code/route'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import { POST as postCart } from '@/app/api/cart/route'
import { POST as postDraft } from '@/app/api/checkout/draft/route'
import { POST as postCheckout } from '@/app/api/checkout/route'
import { POST as postAgain } from '@/app/api/orders/[order]/again/route'
import { POST as postCancel } from '@/app/api/orders/[order]/cancel/route'
import { POST as postLink } from '@/app/api/orders/[order]/link/route'
import { POST as postPay } from '@/app/api/orders/[order]/pay/route'
import { POST as postReturn } from '@/app/api/orders/[order]/return/route'
import { GET as getOrder } from '@/app/api/orders/[order]/route'
import { POST as postFind } from '@/app/api/orders/find/route'
import {
  GET as getReturnFromWallet,
  POST as postReturnFromWallet,
} from '@/app/api/return/[attempt]/route'
import { POST as postAct } from '@/app/api/subscriptions/[subscription]/[act]/route'
import { POST as postEndLink } from '@/app/api/subscriptions/[subscription]/link/route'
import { POST as postSubscribe } from '@/app/api/subscriptions/route'
import { POST as postWebhook } from '@/app/api/webhooks/adyen/route'
import { POST as postTokens } from '@/app/api/webhooks/adyen/tokens/route'
import { signatureOf, signedFields, signedText } from '@/lib/adyen/signature'
import type { Random } from '@/lib/proof/simulation/random'
import { mutateFields, mutateText, oddText, oddValue } from './fuzz-values'

/** What an attacker may know: an order that exists, and the link that its shopper holds. */
export type KnownToAttacker = {
  readonly order: string
  readonly returnToken: string
  /** Whose order it is, and the cookie that only their browser has. */
  readonly visitor: string
  readonly cookie: string
  readonly checkout: string
  /** The webhook's password, so that the signature is all that is left. */
  readonly authorization: string
  /** A notification about it, with a signature that is right. */
  readonly notification: Record<string, unknown>
}

type Context = { params: Promise<Record<string, string>> }
type Door = (request: Request, context: Context) => Promise<Response>

export type Attack = { readonly name: string; readonly send: () => Promise<Response> }
type Target = readonly [
  name: string,
  door: Door,
  fields: (known: KnownToAttacker) => Record<string, string>,
]

const person = {
  name: '김노랑',
  email: 'attacker@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울',
  addressDetail: '',
  agreement: 'yes',
  method: 'kakaopay',
  locale: 'ko',
}

const forms: readonly [Target, ...Target[]] = [
  ['cart', postCart, () => ({ variant: 'yuja-preserve', intent: 'add', quantity: '1' })],
  [
    'checkout',
    postCheckout,
    ({ checkout }) => ({ ...person, checkout, attempt: '1', total: '15000' }),
  ],
  ['draft', postDraft, () => person],
  ['pay', postPay as Door, () => ({ attempt: '2', method: 'kakaopay' })],
  ['cancel', postCancel as Door, () => ({ locale: 'ko', link: 'x'.repeat(22) })],
  ['have a link mailed', postLink as Door, () => ({ act: 'cancel' })],
  ['have an end mailed', postEndLink as Door, () => ({ locale: 'ko' })],
  ['ask for a return', postReturn as Door, () => ({ reason: 'x' })],
  ['again', postAgain as Door, ({ checkout }) => ({ checkout, total: '15000', consent: 'yes' })],
  ['find', postFind, () => ({ number: '20261123-4F7K', email: 'a@example.com' })],
  ['code', postCode, () => ({ email: 'attacker@example.com' })],
  ['sign in', postSignIn, () => ({ email: 'attacker@example.com', code: '123456' })],
  [
    'subscribe',
    postSubscribe,
    () => ({ ...person, plan: 'corn-tea-weekly', attempt: '1', total: '5900', price: '5900' }),
  ],
  ['act', postAct as Door, () => ({ when: 'now', day: '2027-01-01' })],
]

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'text/plain;charset=utf-7',
  '',
] as const

/** Where a form comes from: another site, our page in the browser that ordered, or our page in any other. */
type FormSource = 'another site' | 'who ordered' | 'somebody else'

/** A form that our own page could have sent, mutated. */
export function formAttack(random: Random, known: KnownToAttacker, from: FormSource): Attack {
  const [name, door, fields] = random.oneOf(forms)
  const filled = mutateFields(random, fields(known), oddText) as Record<string, string>
  const body = random.once(3)
    ? mutateText(random, new URLSearchParams(Object.entries(filled)).toString())
    : new URLSearchParams(Object.entries(filled)).toString()
  const type = random.once(3) ? random.oneOf(types) : types[0]
  const origin =
    from === 'another site' ? strangeOrigin(random) : { 'sec-fetch-site': 'same-origin' }
  const cookie = from === 'somebody else' ? plantedCookie(random, known) : known.cookie
  const headers = { 'content-type': type, cookie, ...origin }
  const id = random.once(3) ? oddText(random) : known.order
  const params = { order: id, subscription: id, act: random.once(2) ? 'cancel' : oddText(random) }
  return { name, send: () => call(door, headers, body, params) }
}

const strangeOrigin = (random: Random) =>
  random.oneOf<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    {},
  ])

/** What nobody of ours has signed, or for another purpose. */
function plantedCookie(random: Random, { visitor, order, cookie }: KnownToAttacker): string {
  const odd = encodeURIComponent(oddText(random).toWellFormed())
  const [, signed = ''] = cookie.split('=')
  const back = Buffer.from(`${order}:9999999999999`).toString('base64url')
  return random.oneOf([
    '',
    `norang=${visitor}`,
    `norang=${odd}`,
    `norang=${encodeURIComponent(mutateText(random, signed).toWellFormed())}x`,
    `norang.back=${signed}`,
    `norang.back=${back}.${signed.split('.')[1]}`,
    `norang.back=${odd}`,
  ])
}

/** A notification that nobody signed as it stands, for either webhook. */
export function webhookAttack(
  random: Random,
  { notification, authorization }: KnownToAttacker,
): Attack {
  const item = mutateFields(random, notification, oddValue)
  // What is not signed may change without the signature breaking; so one field that is always does.
  const forged = { ...item, pspReference: `FORGED${random.below(1e9)}` }
  const items = Array.from({ length: 1 + random.below(3) }, () => ({
    NotificationRequestItem: forged,
  }))
  const body = JSON.stringify(
    random.once(5) ? oddValue(random) : { live: oddValue(random), notificationItems: items },
  )
  const text = random.once(3) ? mutateText(random, body) : body
  const isToken = random.once(3)
  const headers = {
    'content-type': 'application/json',
    authorization: random.once(4) ? 'Basic YWR5ZW46d3Jvbmc=' : authorization,
    ...(random.once(2) ? { hmacsignature: 'coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=' } : {}),
  }
  const door = isToken ? postTokens : postWebhook
  return {
    name: isToken ? 'token webhook' : 'webhook',
    send: () => call(door as Door, headers, text, {}),
  }
}

/** Nonsense that Adyen itself would have signed, such as an event of next year about an order of ours. */
export function signedAttack(
  random: Random,
  { notification, authorization }: KnownToAttacker,
): Attack {
  const item = mutateFields(
    random,
    { ...notification, success: 'false' },
    random.once(2) ? oddText : oddValue,
  )
  // What is no notification at all is not stored; here all of them are to reach the worker.
  const whole = { ...item, ...mustBeTexts(random, item) }
  const hmacSignature = signatureOf(signedText(signedFields.parse(whole)), SIMULATOR_KEY)
  const additionalData = { ...mutateFields(random, { 'a.b': 'c' }, oddValue), hmacSignature }
  const request = { NotificationRequestItem: { ...whole, additionalData } }
  // Of another environment it would only be parked, unread.
  const live = random.once(8) ? oddValue(random) : 'false'
  const body = JSON.stringify({ live, notificationItems: [request] })
  const headers = { 'content-type': 'application/json', authorization }
  return { name: 'signed', send: () => call(postWebhook as Door, headers, body, {}) }
}

/** The same about the life of a token, which is signed whole. */
export function signedTokenAttack(random: Random, { authorization }: KnownToAttacker): Attack {
  const data = {
    merchantAccount: 'NorangSimulator',
    shopperReference: random.once(2) ? '3e6b1a5c-0d0f-4a39-9f0d-2f6f3a1c7e11' : oddText(random),
    storedPaymentMethodId: `M5N7${oddText(random)}`,
    type: random.once(2) ? 'kakaopay' : oddText(random),
    more: oddValue(random),
  }
  const type = random.oneOf(['created', 'updated', 'alreadyExisting', 'disabled', 'of next year'])
  const event = {
    type: `recurring.token.${type}`,
    environment: 'test',
    eventId: oddText(random),
    data,
  }
  const body = JSON.stringify(event)
  const hmacsignature = signatureOf(body, SIMULATOR_KEY)
  const headers = { 'content-type': 'application/json', authorization, hmacsignature }
  return { name: 'signed token', send: () => call(postTokens as Door, headers, body, {}) }
}

const SIMULATOR_KEY = '4E6F72616E672073696D756C61746F72206B65792C206E6F206D6F6E6579206D'

/** Any event but a success of a payment, which would rightly be believed. */
function mustBeTexts(random: Random, item: Record<string, unknown>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : oddText(random))
  const { pspReference, merchantAccountCode, merchantReference, eventCode } = item
  return {
    success: random.once(2) ? 'false' : oddText(random).replace('true', 'True'),
    pspReference: text(pspReference),
    merchantAccountCode: text(merchantAccountCode),
    merchantReference: text(merchantReference),
    eventCode: random.once(2) ? random.oneOf(events) : text(eventCode),
    originalReference: random.once(2) ? oddText(random) : null,
    amount: random.once(2)
      ? { currency: oddText(random), value: random.oneOf([0, -1, 1e308, 0.5]) }
      : null,
  }
}

const events = [
  'AUTHORISATION',
  'OFFER_CLOSED',
  'REFUND',
  'REFUND_FAILED',
  'REFUNDED_REVERSED',
  'CHARGEBACK',
  'RECURRING_CONTRACT',
] as const

/** Somebody comes back, to a link that exists or not, with a result that is none. */
export function returnAttack(random: Random, known: KnownToAttacker): Attack {
  const attempt = random.once(3) ? oddText(random) : known.returnToken
  const result = random.once(2) ? `X6XtfGC3!${'A'.repeat(random.below(3000))}` : oddText(random)
  const params = { attempt }
  if (random.once(4))
    return {
      name: 'order as JSON',
      send: () => get(getOrder as Door, '', { order: random.once(2) ? attempt : known.order }),
    }
  if (random.once(2)) {
    const query = random.once(3)
      ? mutateText(random, `redirectResult=${result}`)
      : `redirectResult=${encodeURIComponent(result.toWellFormed())}`
    return { name: 'return', send: () => get(getReturnFromWallet as Door, query, params) }
  }
  const body = new URLSearchParams({ redirectResult: result }).toString()
  const headers = { 'content-type': types[0] }
  return {
    name: 'return by POST',
    send: () => call(postReturnFromWallet as Door, headers, body, params),
  }
}

const call = (
  door: Door,
  headers: Record<string, string>,
  body: string,
  params: Record<string, string>,
) =>
  door(new Request('http://localhost/', { method: 'POST', headers, body }), {
    params: Promise.resolve(params),
  })

function get(door: Door, query: string, params: Record<string, string>): Promise<Response> {
  const url = new URL('http://localhost/')
  url.search = query
  return door(new Request(url), { params: Promise.resolve(params) })
}
