import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'
import { seenStates } from '@/lib/proof/shop/three-states'
import { checkShop, settingsMistaken } from './check-shop'

const states = seenStates()

const test_ = {
  ADYEN_ENVIRONMENT: 'test',
  ADYEN_API_KEY: 'key',
  ADYEN_MERCHANT_ACCOUNT: 'Merchant',
  ADYEN_HMAC_KEYS: 'AB'.repeat(32),
}
const live = {
  ...test_,
  ADYEN_ENVIRONMENT: 'live',
  ADYEN_LIVE_URL_PREFIX: '1797a841fbb37ca7-Norang',
  BASE_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://user:password@db.example/norang',
  SMTP_URL: 'smtps://user:password@mail.example',
  TRUST_PROXY: 'none',
}
const business = {
  BUSINESS_NAME: 'a',
  BUSINESS_REPRESENTATIVE: 'b',
  BUSINESS_REGISTRATION: 'c',
  BUSINESS_MAIL_ORDER: 'd',
  BUSINESS_ADDRESS: 'e',
  BUSINESS_PHONE: 'f',
  BUSINESS_EMAIL: 'g',
}
const usual = { nodeVersion: '24.1.0', templates: [] }

const of = (source: Record<string, string>, about: Partial<typeof usual> = {}) =>
  checkShop(readEnv(source), { ...usual, ...about })

test.each([
  ['settings', 'ok', test_],
  ['settings', 'unknown', {}],
  ['simulator', 'ok', live],
  ['simulator', 'wrong', {}],
  ['simulator', 'unknown', { ...test_, ADYEN_API_ORIGIN: 'http://127.0.0.1:3100/simulator/api' }],
  ['limits', 'ok', live],
  ['limits', 'unknown', { ...test_, RATE_LIMITS: 'off' }],
  ['limits', 'wrong', { ...test_, RATE_LIMITS: 'off', BASE_URL: 'https://shop.example' }],
  ['time_limit', 'ok', {}],
  ['time_limit', 'wrong', { PAYMENT_TIME_LIMIT_MINUTES: '60' }],
  ['time_limit', 'unknown', { PAYMENT_TIME_LIMIT_MINUTES: '1440' }],
  ['owners', 'ok', { ...test_, ADMIN_EMAILS: 'kim@shop.example' }],
  ['owners', 'wrong', test_],
  ['owners', 'unknown', {}],
  ['business', 'ok', { ...live, ...business }],
  ['business', 'wrong', { ...live, ...business, BUSINESS_MAIL_ORDER: '' }],
  ['business', 'unknown', test_],
] as const)('%s is %s', (id, state, source) => {
  expect(states.note(of(source), id).state).toBe(state)
})

test('a Node that is too old, or newer than anybody tried, is said', () => {
  const stateWith = (nodeVersion: string) => states.note(of({}, { nodeVersion }), 'node').state
  expect(['24.1.0', '22.17.1', '31.0.0'].map(stateWith)).toEqual(['ok', 'wrong', 'unknown'])
})

test('legal texts that are still a template are wrong in a shop that is live', () => {
  const about = { templates: ['lib/i18n/legal/ko.ts'] as never }
  expect(states.note(of(live, about), 'legal')).toMatchObject({
    state: 'wrong',
    said: { en: expect.stringContaining('lib/i18n/legal/ko.ts') },
  })
  expect(states.note(of(test_, about), 'legal').state).toBe('unknown')
  expect(states.note(of(live), 'legal').state).toBe('ok')
})

test('what of the business is missing is said by the names of its settings', () => {
  const { said } = states.note(of({ ...live, ...business, BUSINESS_PHONE: '' }), 'business')
  expect(said.ko).toContain('BUSINESS_PHONE')
  expect(said.ko).not.toContain('BUSINESS_NAME')
})

test('settings that cannot be read are said as the start says them', () => {
  const found = settingsMistaken([
    { ko: 'ADYEN_API_KEY: 없습니다.', en: 'ADYEN_API_KEY is missing.' },
    { ko: 'BASE_URL: https가 아닙니다.', en: 'BASE_URL is not https.' },
  ])
  expect(states.note([found], 'settings')).toMatchObject({ state: 'wrong' })
  expect(found.said).toEqual({
    ko: 'ADYEN_API_KEY: 없습니다. BASE_URL: https가 아닙니다.',
    en: 'ADYEN_API_KEY is missing. BASE_URL is not https.',
  })
})

test('each of them was seen in all three states', () => {
  states.expectAllThreeOf(of({}).map(({ id }) => id))
})
