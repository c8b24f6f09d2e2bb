import { expect, test } from 'vitest'
import { readEnv } from '../env'
import { SAME_KEY, saidSettings } from './said-settings'

const key = Buffer.alloc(32, 1)
const set = {
  ADYEN_ENVIRONMENT: 'test',
  ADYEN_API_KEY: 'key-of-the-shop',
  ADYEN_MERCHANT_ACCOUNT: 'SomeShop',
  ADYEN_HMAC_KEYS: 'AB'.repeat(32),
}
const said = (changes: object = {}, of = key) => saidSettings(readEnv({ ...set, ...changes }), of)
const differing = (one: object, other: object) => {
  const [a, b] = [Object.entries(said(one)), said(other)]
  return a.flatMap(([name, digest]) => (b[name] === digest ? [] : [name]))
}

test('a shop says nothing of a value, and something else of the same with another key', () => {
  const text = JSON.stringify(said())
  for (const value of Object.values(set)) expect(text).not.toContain(value)
  const other = said({}, Buffer.alloc(32, 2))
  const same = Object.entries(said()).filter(([name, digest]) => other[name] === digest)
  expect(same).toEqual([])
  expect(new Set(Object.values(said())).size).toBe(Object.keys(said()).length)
})

test.each([
  [{ ADYEN_API_KEY: 'another' }, 'ADYEN_API_KEY'],
  [{ ADYEN_HMAC_KEYS: 'CD'.repeat(32) }, 'ADYEN_HMAC_KEYS'],
  [{ ADMIN_EMAILS: 'owner@shop.example' }, 'ADMIN_EMAILS'],
  [{ DELIVERY_FEE: '2500' }, 'DELIVERY_FEE'],
  [{ BUSINESS_NAME: '노랑' }, 'BUSINESS_NAME'],
])('%j is the one that differs', (change, name) => {
  expect(differing({}, change)).toEqual([name])
})

test('a default that is written out is the same, and so is another way to one’s database', () => {
  expect(differing({}, { DELIVERY_FEE: '3000', RATE_LIMITS: 'on' })).toEqual([])
  expect(differing({}, { DATABASE_URL: 'postgres://a@b/c', TRUST_PROXY: 'none' })).toEqual([])
  expect(Object.keys(said())).toContain(SAME_KEY)
})
