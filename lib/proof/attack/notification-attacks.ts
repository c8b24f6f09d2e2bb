import { POST as postWebhook } from '@/app/api/webhooks/adyen/route'
import { POST as postTokens } from '@/app/api/webhooks/adyen/tokens/route'
import { signatureOf, signedFields, signedText } from '@/lib/adyen/signature'
import type { Random } from '@/lib/proof/simulation/random'
import { hugeDelivery, hugeJson } from './floods'
import { mutateFields, mutateText, oddText, oddValue } from './fuzz-values'
import { type Attack, type Door, type KnownToAttacker, post } from './known'

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
  const text = random.once(20)
    ? hugeDelivery(random, JSON.stringify(forged))
    : random.once(3)
      ? mutateText(random, body)
      : body
  const isToken = random.once(3)
  const headers = {
    'content-type': 'application/json',
    authorization: random.once(4) ? 'Basic YWR5ZW46d3Jvbmc=' : authorization,
    ...(random.once(2) ? { hmacsignature: 'coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=' } : {}),
  }
  const door = isToken ? postTokens : postWebhook
  return {
    name: isToken ? 'token webhook' : 'webhook',
    send: () => post(door as Door, headers, text, {}),
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
  const plain = JSON.stringify({ live, notificationItems: [request] })
  const body = random.once(20)
    ? plain.replace('"additionalData":{', () => `"more":${hugeJson(random)},$&`)
    : plain
  const headers = { 'content-type': 'application/json', authorization }
  return { name: 'signed', send: () => post(postWebhook as Door, headers, body, {}) }
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
  return { name: 'signed token', send: () => post(postTokens as Door, headers, body, {}) }
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
