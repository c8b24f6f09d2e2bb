import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/settings/route'
import { keyOf, SECRET } from '@/lib/accounts/keys'
import { findSetting } from '@/lib/db/settings'
import { readEnv } from '@/lib/env'
import { SAME_KEY, saidSettings } from '@/lib/env/said-settings'
import { serve } from '@/lib/proof/shop/serve'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { seenStates } from '@/lib/proof/shop/three-states'
import { besideOurs, checkRunning, seeRunning } from './check-running'

/* A shop that runs, and the settings as they stand in its file now. */

const states = seenStates()
const set = { ADYEN_API_KEY: 'key-of-then', DELIVERY_FEE: '3000', ADMIN_EMAILS: 'a@shop.example' }

let shop: TestShop
let secret: string
beforeAll(async () => {
  shop = await openShop(set)
  await GET()
  secret = (await findSetting(shop.deps.db, SECRET)) ?? ''
})
afterAll(() => shop.close())

const said = (changes: object = {}, of = secret) => {
  const { baseUrl: BASE_URL } = shop.deps.shop
  const ADYEN_API_ORIGIN = `${shop.origin}/simulator/api`
  const settings = readEnv({ BASE_URL, ADYEN_API_ORIGIN, RATE_LIMITS: 'off', ...set, ...changes })
  return saidSettings(settings, keyOf(of, 'settings'))
}

/** What is made of what runs there, in English. */
async function found(ours: Record<string, string> | null, handler: () => Promise<Response> = GET) {
  const served = await serve(handler)
  const answered = await seeRunning({ baseUrl: served.origin })
  const finding = checkRunning(besideOurs(ours, answered, SAME_KEY))
  await served.close()
  return states.note([finding], 'running')
}

test('the running shop goes by what is set', async () => {
  expect(await found(said())).toMatchObject({ state: 'ok', next: null })
})

test('what was changed without a start is named, and never its value', async () => {
  const changed = { ADYEN_API_KEY: 'key-of-now', ADMIN_EMAILS: 'b@shop.example' }
  const { state, said: words, next } = await found(said(changed))
  expect(state).toBe('wrong')
  expect(words.en).toBe('The running shop still goes by other values: ADYEN_API_KEY, ADMIN_EMAILS.')
  expect(next?.ko).toContain('다시 띄우세요')
  expect(await (await GET()).text()).not.toContain('key-of-then')
})

test('a shop on another database is said to be that', async () => {
  const { state, said: words } = await found(said({}, 'another secret'))
  expect([state, words.en]).toEqual(['wrong', expect.stringContaining('another DATABASE_URL')])
})

test('what cannot be compared is not seen', async () => {
  const gone = await seeRunning({ baseUrl: 'http://127.0.0.1:1' })
  const finding = checkRunning(besideOurs(said(), gone, SAME_KEY))
  expect(states.note([finding], 'running').state).toBe('unknown')
  expect((await found(null)).said.en).toContain('Without its database')
  const page = async () => new Response('<h1>Parked</h1>')
  expect((await found(said(), page)).said.en).toBe('What answers there does not say.')
})

test('it was seen in all three states', () => {
  states.expectAllThreeOf(['running'])
})
