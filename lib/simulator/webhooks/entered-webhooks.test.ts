import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '@/lib/proof/shop/serve'
import {
  aPaymentRequest,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { signature, signatureOf } from '@/lib/simulator/webhooks/signature'

/* A simulator without a shop beside it: where its webhooks go is entered, as in the Customer Area. */

type Came = { readonly path: string; readonly headers: Headers; readonly text: string }
const came: Came[] = []
let shop: Awaited<ReturnType<typeof serve>>
let simulator: TestSimulator
beforeAll(async () => {
  shop = await serve(async (request) => {
    const { headers, url } = request
    came.push({ path: new URL(url).pathname, headers, text: await request.text() })
    return new Response('[accepted]', { status: 202 })
  })
  simulator = await startTestSimulator({ shop: null })
})
afterAll(() => Promise.all([simulator.close(), shop.close()]))
beforeEach(() => void came.splice(0))

const enter = (fields: object) => simulator.control('/webhook-settings', fields)
const key = 'AB'.repeat(32)
const other = 'CD'.repeat(32)

async function pay(reference: string): Promise<void> {
  await simulator.api('/v72/payments', aPaymentRequest(reference))
  await simulator.control('/wallet', { reference, press: 'Approve without returning' })
  await simulator.advance(1_000)
}

const keys = async () => (await (await fetch(`${simulator.origin}/control/keys`)).json()).webhooks
const page = async () => (await fetch(`${simulator.origin}/control`)).text()

test('before an address is entered notifications are held, and a replay sends them afterwards', async () => {
  const [{ hmacKey }] = await keys()
  await pay('early')
  expect(came).toEqual([])
  expect(await page()).toContain('without an address notifications are held')

  await enter({ webhook: 'standard', url: `${shop.origin}/adyen` })
  await simulator.control('/replay', { reference: 'early' })
  await simulator.advance(0)
  const item = JSON.parse(came[0]?.text ?? '').notificationItems[0].NotificationRequestItem
  expect(item.additionalData.hmacSignature).toBe(signature(item, hmacKey))
})

test('each webhook goes to its own address, signed with its own key, with its own user', async () => {
  const user = { username: 'adyen', password: 'pass:word' }
  await enter({ webhook: 'standard', url: `${shop.origin}/money`, hmacKey: key, ...user })
  await enter({ webhook: 'tokens', url: `${shop.origin}/wallets?for=us`, hmacKey: other })
  await pay('both')
  await simulator.control('/tokens/notifications', {
    shopperReference: 'somebody',
    type: 'created',
  })
  await simulator.advance(60_000)

  const [money, wallets] = ['/money', '/wallets'].map((path) =>
    came.find((one) => one.path === path),
  )
  const basic = Buffer.from('adyen:pass:word').toString('base64')
  expect(money?.headers.get('authorization')).toBe(`Basic ${basic}`)
  const item = JSON.parse(money?.text ?? '').notificationItems[0].NotificationRequestItem
  expect(item.additionalData.hmacSignature).toBe(signature(item, key))
  expect(wallets?.headers.get('authorization')).toBeNull()
  expect(wallets?.headers.get('hmacsignature')).toBe(signatureOf(wallets?.text ?? '', other))
})

test('a key that is replaced is the one before; a key that is not entered stays', async () => {
  const url = `${shop.origin}/adyen`
  await enter({ webhook: 'standard', url, hmacKey: key })
  await enter({ webhook: 'standard', url, hmacKey: other.toLowerCase() })
  await enter({ webhook: 'standard', url })
  expect((await keys())[0]).toEqual({
    webhook: 'standard',
    url,
    hmacKey: other,
    previousHmacKey: key,
  })
  const { body } = await enter({ webhook: 'standard', url, hmacKey: 'new' })
  expect(body.webhook).toMatchObject({
    hmacKey: expect.stringMatching(/^[0-9A-F]{64}$/),
    previousHmacKey: other,
  })
})

test('what was entered is kept when everything else is forgotten', async () => {
  await enter({ webhook: 'standard', url: `${shop.origin}/kept` })
  await simulator.control('/reset', {})
  expect(await page()).toContain(`${shop.origin}/kept`)
})

test.each([
  ['an address without a scheme', { url: 'shop.example/webhooks' }],
  ['an address that is no page', { url: 'javascript:alert(1)' }],
  ['an address that is a file', { url: 'file:///etc/passwd' }],
  ['a password in the address', { url: 'https://a:b@shop.example/' }],
  ['half a key', { hmacKey: 'AB' }],
  ['a user without a password', { username: 'adyen' }],
  ['a user with a colon', { username: 'a:b', password: 'c' }],
  ['a webhook that there is not', { webhook: 'third' }],
  ['a field that there is not', { hmac: key }],
])('%s is refused with a sentence, and changes nothing', async (_, wrong) => {
  const before = await keys()
  const { status, body } = await enter({ webhook: 'standard', ...wrong })
  expect([status, typeof body.error]).toEqual([400, 'string'])
  expect(await keys()).toEqual(before)
})

describe('one that anybody can reach', () => {
  let open: TestSimulator
  beforeAll(async () => {
    const leadsTo = { origins: ['https://shop.example'], setting: 'SIMULATOR_RETURN_ORIGINS' }
    open = await startTestSimulator({ shop: null, leadsTo })
  })
  afterAll(() => open.close())

  test.each([
    'http://127.0.0.1:5432/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:169.254.169.254]/',
    'http://shop.example/webhooks',
    'https://shop.example.evil.example/',
  ])('sends no webhook to %s, and says which setting would allow it', async (url) => {
    const { status, body } = await open.control('/webhook-settings', { webhook: 'standard', url })
    expect(status).toBe(403)
    expect(body.error).toContain(`add ${new URL(url).origin} to SIMULATOR_RETURN_ORIGINS`)
  })

  test('sends webhooks to the shops that it serves, and to no address of an earlier time', async () => {
    const allowed = { webhook: 'standard', url: 'https://shop.example/adyen' }
    expect((await open.control('/webhook-settings', allowed)).status).toBe(200)
    await open.pool.query(`update simulator.webhooks set url = $1`, [`${shop.origin}/inside`])
    await open.api('/v72/payments', aPaymentRequest('inside'))
    await open.control('/wallet', { reference: 'inside', press: 'Approve without returning' })
    await open.advance(1_000)
    expect(came).toEqual([])
    const ledger = await (await fetch(`${open.origin}/control/ledger?reference=inside`)).text()
    expect(ledger).toContain(`add ${shop.origin} to SIMULATOR_RETURN_ORIGINS`)
  })
})

test('beside a shop nobody enters what the shop says itself', async () => {
  const beside = await startTestSimulator()
  const { status, body } = await beside.control('/webhook-settings', { webhook: 'standard' })
  expect([status, body.error]).toEqual([409, expect.stringContaining('says itself')])
  const shown = await (await fetch(`${beside.origin}/control`)).text()
  expect(shown).not.toContain('Your shop')
  await beside.close()
})
