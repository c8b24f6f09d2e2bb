import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createManagement } from '@/lib/adyen/management'
import { readEnv } from '@/lib/env'
import type { CheckId } from '@/lib/i18n/going-live/check-names'
import { serve } from '@/lib/proof/shop/serve'
import { startTestSimulator, type TestSimulator } from '@/lib/proof/shop/test-simulator'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { seeAdyen } from './adyen-seen'
import { checkWebhooks } from './check-webhooks'

/* What is printed for a person to run does what it says, at an Adyen where they have entered everything themselves. */

const published = specification()
if (published === null) console.warn(noSpecification)

const BASE_URL = 'http://127.0.0.1:1'
const url = `${BASE_URL}/api/webhooks/adyen`

let adyen: TestSimulator
beforeAll(async () => {
  adyen = await startTestSimulator({ shop: null })
})
afterAll(() => adyen.close())
afterEach(() => adyen.control('/reset'))

const enter = (webhook: string, address: string | null) =>
  adyen.control('/webhook-settings', { webhook, url: address, hmacKey: 'AB'.repeat(32) })

type At = { readonly baseUrl?: string; readonly key?: string; readonly isTested?: boolean }

async function look(
  id: CheckId,
  { baseUrl = BASE_URL, key = 'CD'.repeat(32), isTested = false }: At = {},
) {
  const settings = readEnv({
    BASE_URL: baseUrl,
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_KEY: 'simulator',
    ADYEN_MERCHANT_ACCOUNT: 'NorangSimulator',
    ADYEN_HMAC_KEYS: key,
    ADYEN_API_ORIGIN: `${adyen.origin}/api`,
  })
  const seen = await seeAdyen(createManagement(settings.adyen), settings, isTested)
  const found = checkWebhooks(settings, seen).find((each) => each.id === id)
  if (found === undefined) throw new Error(`nothing was said about ${id}`)
  return found
}

/** Does what the line for a shell does, with the key in its place. */
async function run(request: string | null) {
  const line = (request ?? '').replaceAll(' \\\n  ', ' ')
  const [, method = '', address = ''] = /^curl -X (\w+) '([^']+)'/.exec(line) ?? []
  const body = / -d '(.*)'$/s.exec(line)?.[1]
  expect(line).toContain("-H 'X-API-Key: YOUR_API_KEY'")
  const path = new URL(address).pathname.replace('/simulator/api', '')
  const sent = body === undefined ? undefined : JSON.parse(body)
  if (sent !== undefined)
    expect(published?.request(path, sent, method.toLowerCase()) ?? []).toEqual([])
  const headers = { 'x-api-key': 'simulator', 'content-type': 'application/json' }
  const response = await fetch(address, { method, headers, body: body ?? null })
  const answer = await response.json()
  expect(published?.response(path, response.status, answer, method.toLowerCase()) ?? []).toEqual([])
  return { status: response.status, answer }
}

test.each<[CheckId, object]>([
  ['webhook', { webhookListed: 'nowhere' }],
  ['webhook', { webhookListed: 'preview' }],
  ['webhook', { webhookFormat: 'soap' }],
  ['webhook_active', { webhookState: 'inactive' }],
  ['webhook_active', { webhookState: 'inactive', webhookListed: 'company' }],
  ['webhook_events', { webhookEvents: 'no_offer_closed' }],
  ['webhook_events', { webhookEvents: 'no_recurring_contract' }],
  ['webhook_events', { webhookEvents: 'no_refund' }],
])('%s is right after the request that is printed with %j', async (id, switches) => {
  await enter('standard', url)
  await adyen.control('/switches', switches)
  const before = await look(id)
  expect(before.state).toBe('wrong')
  expect((await run(before.request)).status).toBe(200)
  expect((await look(id)).state).toBe('ok')
})

test('where there is no webhook at all, it is made', async () => {
  await enter('standard', null)
  const { answer } = await run((await look('webhook')).request)
  expect(answer).toMatchObject({ type: 'standard', url, active: true })
  expect((await look('webhook')).state).toBe('ok')
})

test('a key that the shop refuses is replaced by the new one that is answered', async () => {
  const shop = await serve(async () => new Response(null, { status: 401 }))
  await enter('standard', `${shop.origin}/api/webhooks/adyen`)
  const { said, request } = await look('hmac', { baseUrl: shop.origin, isTested: true })
  await shop.close()
  expect(said.en).toContain('refused the test notification (401)')
  const { answer } = await run(request)
  expect(answer.hmacKey).toMatch(/^[0-9A-F]{64}$/)
  const at = { baseUrl: shop.origin, key: answer.hmacKey }
  expect((await look('hmac', at)).said.en).toBe('The check value that Adyen shows of it fits.')
})

test('whoever may not change webhooks is told so, and an account beside a shop keeps its address', async () => {
  await enter('standard', url)
  await adyen.control('/switches', { webhookFormat: 'soap', keyRoles: 'webhooks_read' })
  expect((await run((await look('webhook')).request)).status).toBe(403)

  const beside = await startTestSimulator()
  const path = '/v3/merchants/NorangSimulator/webhooks/WBHK00000000000000000001'
  const answered = await beside.api(`${path}/generateHmac`, {})
  expect([answered.status, (await answered.json()).detail]).toEqual([
    422,
    expect.stringContaining('The shop beside this simulator says itself'),
  ])
  await beside.close()
})
