import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

const settings = {
  ADYEN_API_KEY: 'key',
  ADYEN_MERCHANT_ACCOUNT: 'Merchant',
  ADYEN_HMAC_KEYS: '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056',
  ADYEN_LIVE_URL_PREFIX: 'prefix',
  BASE_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  SMTP_URL: 'smtps://mail.example',
  TRUST_PROXY: 'none',
  SIMULATOR_PASSWORD: 'open sesame',
}

const paths = [
  'api/v72/payments',
  'control',
  'control/ledger',
  'control/reset',
  'checkoutshopper/checkoutPaymentRedirect?redirectData=x',
]

test.each(['test', 'live'])(
  'beside Adyen’s own %s environment there is no simulator at all',
  async (environment) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
    vi.stubEnv('ADYEN_ENVIRONMENT', environment)
    const route = await import('./[[...path]]/route')
    const mailbox = await import('./mailbox/route')
    const headers = { 'x-simulator-password': 'open sesame', 'x-api-key': 'simulator' }
    for (const path of paths)
      for (const method of ['GET', 'POST'] as const) {
        const url = `http://127.0.0.1:3000/simulator/${path}`
        const response = await route[method](new Request(url, { method, headers }))
        expect(response.status).toBe(404)
        expect(await response.text()).toBe('')
      }
    const mails = new Request('http://127.0.0.1:3000/simulator/mailbox', { headers })
    expect((await mailbox.GET(mails)).status).toBe(404)
  },
)
