import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createManagement } from '@/lib/adyen/management'
import { type Env, readEnv } from '@/lib/env'
import type { CheckId } from '@/lib/i18n/going-live/check-names'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { seenStates } from '@/lib/proof/shop/three-states'
import { seeAdyen } from './adyen-seen'
import { checkAccount, type HostSeen } from './check-account'
import { checkMethods } from './check-methods'
import { checkWebhooks } from './check-webhooks'
import type { FindingState } from './finding'

/* What the checks make of an account at Adyen, for everything that can be set up wrong there. */

const test_ = {
  ADYEN_ENVIRONMENT: 'test',
  ADYEN_API_KEY: 'key of the shop',
  ADYEN_MERCHANT_ACCOUNT: 'SomeShop',
  ADYEN_HMAC_KEYS: 'AB'.repeat(32),
  ADYEN_TOKEN_HMAC_KEYS: 'CD'.repeat(32),
  ADYEN_WEBHOOK_USERNAME: 'adyen',
  ADYEN_WEBHOOK_PASSWORD: 'sesame',
}
const key = test_.ADYEN_API_KEY.replaceAll(' ', '-')

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ ...test_, ADYEN_API_KEY: key })
})
afterAll(() => shop.close())
afterEach(() => shop.control('reset', {}))

const states = seenStates()
// What hangs on purpose is not waited for; all else is, on a busy machine too.
const IMPATIENT_MS = 1_500
const PATIENCE_MS = 20_000

type How = {
  readonly switches?: object
  readonly settings?: Record<string, string>
  readonly isTested?: boolean
  readonly prefix?: HostSeen
  readonly live?: boolean
  readonly isImpatient?: boolean
  readonly areKeysOld?: boolean
}

/** All that is said of Adyen, as things are at the simulator. */
async function findings(how: How = {}) {
  const { switches, settings, isTested = false, prefix, live, isImpatient, areKeysOld } = how
  if (switches) await shop.control('switches', switches)
  const read = readEnv({
    ...test_,
    ADYEN_API_KEY: key,
    BASE_URL: shop.deps.shop.baseUrl,
    ADYEN_API_ORIGIN: `${shop.origin}/simulator/api`,
    ...settings,
  })
  const env: Env = live
    ? { ...read, adyen: { ...read.adyen, environment: 'live', liveUrlPrefix: '12ab-Norang' } }
    : read
  const management = createManagement(read.adyen, isImpatient ? IMPATIENT_MS : PATIENCE_MS)
  const seen = await seeAdyen(management, env, isTested)
  return [
    ...checkAccount(env, seen, prefix ?? 'unseen'),
    ...checkMethods(env, seen),
    ...checkWebhooks(env, seen, areKeysOld),
  ]
}

test('an account without a mistake is right in all that Adyen can be asked, and its test arrives', async () => {
  const found = await findings({ isTested: true })
  const notRight = found.filter(({ state }) => state !== 'ok').map(({ id }) => id)
  expect(notRight).toEqual(['live_prefix'])
  expect(states.note(found, 'hmac').said.en).toContain('test notification arrived')
  await shop.settle()
  const parked = await shop.deps.db
    .selectFrom('webhookInbox')
    .select('parkedWhy')
    .where('parkedWhy', 'is not', null)
    .execute()
  expect(parked).toEqual([])
})

const other = 'EF'.repeat(32)
const swapped = {
  ADYEN_HMAC_KEYS: test_.ADYEN_TOKEN_HMAC_KEYS,
  ADYEN_TOKEN_HMAC_KEYS: test_.ADYEN_HMAC_KEYS,
}
const withoutUser = { ADYEN_WEBHOOK_USERNAME: '', ADYEN_WEBHOOK_PASSWORD: '' }

test.each<[CheckId, FindingState, How]>([
  ['api_key', 'ok', {}],
  ['api_key', 'ok', { switches: { keyRoles: 'payments_only' } }],
  ['api_key', 'wrong', { settings: { ADYEN_API_KEY: 'key-of-live' } }],
  ['api_key', 'wrong', { switches: { keyState: 'inactive' } }],
  ['api_key', 'unknown', { switches: { keyState: 'some_addresses' } }],
  ['roles', 'ok', {}],
  ['roles', 'wrong', { switches: { keyRoles: 'no_checkout' } }],
  ['roles', 'unknown', { switches: { keyRoles: 'payments_only' } }],
  ['merchant_account', 'ok', {}],
  ['merchant_account', 'wrong', { switches: { accountStatus: 'PreActive' } }],
  ['merchant_account', 'wrong', { settings: { ADYEN_MERCHANT_ACCOUNT: 'SomeShopCompany' } }],
  ['merchant_account', 'wrong', { settings: { ADYEN_MERCHANT_ACCOUNT: 'someshop' } }],
  ['merchant_account', 'unknown', { switches: { keyRoles: 'no_account' } }],
  ['capture', 'ok', {}],
  ['capture', 'wrong', { switches: { captureDelay: 'manual' } }],
  ['capture', 'unknown', { switches: { keyRoles: 'no_account' } }],
  ['live_prefix', 'unknown', {}],
  ['live_prefix', 'ok', { live: true, prefix: 'there' }],
  ['live_prefix', 'wrong', { live: true, prefix: 'missing' }],
  ['live_prefix', 'unknown', { live: true, prefix: 'unseen' }],
  ['kakaopay_asked', 'ok', {}],
  ['kakaopay_asked', 'wrong', { switches: { kakaopaySetting: 'absent', kakaopay: 'disabled' } }],
  ['kakaopay_asked', 'unknown', { switches: { kakaopaySetting: 'absent' } }],
  ['kakaopay_asked', 'unknown', { switches: { keyRoles: 'no_payment_methods' } }],
  ['kakaopay_allowed', 'ok', {}],
  ['kakaopay_allowed', 'wrong', { switches: { kakaopaySetting: 'not_allowed' } }],
  ['kakaopay_allowed', 'wrong', { switches: { kakaopaySetting: 'disabled' } }],
  ['kakaopay_allowed', 'unknown', { switches: { kakaopaySetting: 'absent' } }],
  ['kakaopay_verified', 'ok', {}],
  ['kakaopay_verified', 'wrong', { switches: { kakaopaySetting: 'rejected' } }],
  ['kakaopay_verified', 'unknown', { switches: { kakaopaySetting: 'pending' } }],
  ['kakaopay_offered', 'ok', {}],
  ['kakaopay_offered', 'wrong', { switches: { kakaopay: 'disabled' } }],
  ['kakaopay_offered', 'unknown', { switches: { keyRoles: 'no_checkout' } }],
  ['second_method', 'ok', {}],
  ['second_method', 'wrong', { switches: { otherMethods: 'none' } }],
  ['second_method', 'unknown', { switches: { keyRoles: 'no_checkout' } }],
  ['webhook', 'ok', {}],
  ['webhook', 'ok', { switches: { webhookListed: 'company' } }],
  ['webhook', 'wrong', { switches: { webhookListed: 'nowhere' } }],
  ['webhook', 'wrong', { switches: { webhookListed: 'preview' } }],
  ['webhook', 'wrong', { settings: { BASE_URL: 'https://shop.example' } }],
  ['webhook', 'wrong', { switches: { webhookFormat: 'soap' } }],
  ['webhook', 'unknown', { switches: { keyRoles: 'no_webhooks' } }],
  ['webhook_active', 'ok', {}],
  ['webhook_active', 'wrong', { switches: { webhookState: 'inactive' } }],
  ['webhook_active', 'unknown', { switches: { webhookState: 'errors' } }],
  ['webhook_events', 'ok', {}],
  ['webhook_events', 'wrong', { switches: { webhookEvents: 'no_offer_closed' } }],
  ['webhook_events', 'wrong', { switches: { webhookEvents: 'no_recurring_contract' } }],
  ['webhook_events', 'wrong', { switches: { webhookEvents: 'no_refund' } }],
  ['webhook_events', 'unknown', { switches: { webhookEvents: 'unsaid' } }],
  ['webhook_auth', 'ok', {}],
  ['webhook_auth', 'wrong', { switches: { webhookUser: 'none' } }],
  ['webhook_auth', 'wrong', { switches: { webhookUser: 'other' } }],
  ['webhook_auth', 'unknown', { settings: withoutUser }],
  ['webhook_auth', 'ok', { settings: withoutUser, switches: { webhookUser: 'none' } }],
  ['hmac', 'ok', {}],
  ['hmac', 'ok', { isTested: true, switches: { keyCheckValue: 'other' } }],
  ['hmac', 'wrong', { isTested: true, switches: { signature: 'bad' } }],
  ['hmac', 'unknown', { settings: { ADYEN_HMAC_KEYS: other } }],
  ['hmac', 'unknown', { switches: { keyCheckValue: 'absent' } }],
  ['hmac', 'unknown', { isTested: true, switches: { keyRoles: 'webhooks_read' } }],
  ['token_webhook', 'ok', {}],
  ['token_webhook', 'wrong', { settings: { ADYEN_TOKEN_HMAC_KEYS: '' } }],
  ['token_webhook', 'wrong', { settings: { ADYEN_TOKEN_HMAC_KEYS: test_.ADYEN_HMAC_KEYS } }],
  ['token_webhook', 'wrong', { settings: swapped }],
  ['token_webhook', 'unknown', { settings: { ADYEN_TOKEN_HMAC_KEYS: other } }],
  ['token_webhook', 'unknown', { switches: { keyCheckValue: 'absent' } }],
  ['token_webhook', 'unknown', { switches: { tokenWebhookListed: 'absent' } }],
])('%s is %s, with %j', async (id, state, how) => {
  expect(states.note(await findings(how), id).state).toBe(state)
})

test.each(['401', '403', '422', '500', 'hangs', 'garbled'])(
  'where the Management API answers %s, nothing that it alone knows is taken for right or wrong',
  async (managementApi) => {
    const found = await findings({
      switches: { managementApi },
      isImpatient: managementApi === 'hangs',
    })
    // Broken on purpose, it is none that the specification knows.
    if (managementApi === 'garbled') shop.traffic.complaints.splice(0)
    const alsoOtherwise = ['api_key', 'kakaopay_offered', 'second_method']
    for (const { id, state, next } of found) {
      expect(state).toBe(alsoOtherwise.includes(id) ? 'ok' : 'unknown')
      if (state === 'unknown') expect(next?.ko).toBeTruthy()
    }
  },
)

test.each(['error_500', 'hang', 'truncated_body'])(
  'where /paymentMethods meets %s, whether KakaoPay is offered is not known',
  async (kind) => {
    await shop.control('faults', { on: 'paymentMethods', kind })
    expect(
      states.note(await findings({ isImpatient: kind === 'hang' }), 'kakaopay_offered').state,
    ).toBe('unknown')
  },
)

test('a key of live in the place of one of test is said to be that', async () => {
  const found = await findings({ settings: { ADYEN_API_KEY: 'key-of-live' } })
  expect(states.note(found, 'api_key').said.en).toContain('a key of live is unknown to test')
  expect(states.note(found, 'merchant_account').next?.en).toBe('Mend the API key first.')
})

describe('where one thing keeps all else from being seen, that alone is said to be mended', () => {
  test.each<[CheckId, string, How]>([
    ['api_key', 'Mend the API key first', { settings: { ADYEN_API_KEY: 'key-of-live' } }],
    [
      'merchant_account',
      'Mend the merchant account first',
      { settings: { ADYEN_MERCHANT_ACCOUNT: 'someshop' } },
    ],
    [
      'merchant_account',
      'Mend the merchant account first',
      { settings: { ADYEN_MERCHANT_ACCOUNT: 'SomeShopCompany' } },
    ],
    [
      'merchant_account',
      'Mend the merchant account first',
      { settings: { ADYEN_MERCHANT_ACCOUNT: 'someshop' }, switches: { keyRoles: 'payments_only' } },
    ],
  ])('%s: %s, with %j', async (id, next, how) => {
    const found = await findings(how)
    expect(found.filter(({ state }) => state === 'wrong').map((each) => each.id)).toEqual([id])
    const others = found.filter(
      ({ id, state }) => state === 'unknown' && !['live_prefix', 'roles'].includes(id),
    )
    for (const each of others) expect(each.next?.en, each.id).toContain(next)
  })

  test('also that the key may not take payments', async () => {
    const found = await findings({ switches: { keyRoles: 'no_checkout' } })
    expect(found.filter(({ state }) => state === 'wrong').map(({ id }) => id)).toEqual(['roles'])
    for (const id of ['kakaopay_offered', 'second_method'] as const)
      expect(states.note(found, id).next?.en).toContain('Mend the roles of the API key first')
  })
})

test('a key that the running shop does not know yet is not to be made anew', async () => {
  const switches = { signature: 'bad' }
  const { said, request } = states.note(
    await findings({ isTested: true, areKeysOld: true, switches }),
    'hmac',
  )
  expect(said.en).toContain('still goes by other keys')
  expect(request).toBeNull()
})

test('the company account in the place of the merchant account is named', async () => {
  const found = await findings({ settings: { ADYEN_MERCHANT_ACCOUNT: 'SomeShopCompany' } })
  expect(states.note(found, 'merchant_account').said.en).toBe(
    'SomeShopCompany is the company account.',
  )
})

test('a webhook to a preview is named, with the request that would mend it, and no key in it', async () => {
  const found = await findings({ switches: { webhookListed: 'preview' } })
  const { said, request } = states.note(found, 'webhook')
  expect(said.en).toContain('norang-git-try-team.vercel.app')
  expect(request).toContain("curl -X PATCH '")
  expect(request).toContain(`"url":"${shop.deps.shop.baseUrl}/api/webhooks/adyen"`)
  expect(request).toContain('YOUR_API_KEY')
  expect(JSON.stringify(found)).not.toContain(key)
})

test('events that are off are named, and the request keeps those that are on', async () => {
  const found = await findings({ switches: { webhookEvents: 'no_offer_closed' } })
  const { said, request } = states.note(found, 'webhook_events')
  expect(said.en).toBe('OFFER_CLOSED: switched off.')
  expect(request).toContain('["RECURRING_CONTRACT","EXPIRE","OFFER_CLOSED"]')
})

test('the role that would let us see is said by Adyen’s name', async () => {
  const found = await findings({ switches: { keyRoles: 'payments_only' } })
  expect(states.note(found, 'capture').next?.en).toContain('Management API—Account read')
  expect(states.note(found, 'webhook_events').next?.en).toContain('Management API—Webhooks read')
})

test('each of them was seen in all three states', async () => {
  states.expectAllThreeOf((await findings()).map(({ id }) => id))
})
