import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '@/lib/proof/shop/serve'
import {
  aPaymentRequest,
  hmacKey,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { keyFor, signatureOf } from '@/lib/simulator/webhooks/signature'

const published = specification()
if (published === null) console.warn(noSpecification)

const letters: { path: string; text: string; signature: string | null }[] = []
let shop: Awaited<ReturnType<typeof serve>>
let simulator: TestSimulator
beforeAll(async () => {
  shop = await serve(async (request) => {
    const path = new URL(request.url).pathname
    const signature = request.headers.get('hmacsignature')
    letters.push({ path, text: await request.text(), signature })
    return new Response(null, { status: 202 })
  })
  const { origin: webhookUrl } = shop
  simulator = await startTestSimulator({
    shop: { name: 'S', webhookUrl, hmacKey, username: null, password: null },
  })
})
afterAll(() => Promise.all([simulator.close(), shop.close()]))

async function told(asked: object) {
  letters.splice(0)
  const { status, body } = await simulator.control('/tokens/notifications', asked)
  expect(status).toBe(200)
  await simulator.advance(0)
  const [letter] = letters
  const news = JSON.parse(letter?.text ?? 'null')
  expect(published?.webhook(news) ?? []).toEqual([])
  return { letter, news, token: body.token }
}

test.each(['created', 'updated', 'alreadyExisting', 'disabled'])(
  'recurring.token.%s can be sent by hand about the newest token of a shopper',
  async (type) => {
    const reference = `saved-${type}`
    const shopperReference = `shopper-${type}`
    await simulator.api('/v72/payments', {
      ...aPaymentRequest(reference),
      shopperReference,
      storePaymentMethod: true,
    })
    await simulator.control('/wallet', { reference, press: 'Approve' })
    await simulator.advance(10_000)
    const { letter, news, token } = await told({ shopperReference, type })
    const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
    expect((await ledger.json()).tokens).toMatchObject([{ token, disabledAt: null }])
    expect(letter?.path).toBe('/tokens')
    expect(letter?.signature).toBe(signatureOf(letter?.text ?? '', hmacKey))
    expect(news).toMatchObject({
      type: `recurring.token.${type}`,
      data: { shopperReference, storedPaymentMethodId: token, type: 'kakaopay' },
    })
    expect(news.data.operation).toBe(type === 'disabled' ? undefined : type)
  },
)

test('it can be about a token that nobody knows, and wrongly signed', async () => {
  const { letter, news, token } = await told({
    shopperReference: 'nobody-here',
    type: 'updated',
    token: 'new',
    signature: 'bad',
  })
  expect(token).toMatch(/^[A-Z0-9]{16}$/)
  expect(news.data.storedPaymentMethodId).toBe(token)
  expect(letter?.signature).toBe(signatureOf(letter?.text ?? '', keyFor({ hmacKey }, 'bad')))
})
