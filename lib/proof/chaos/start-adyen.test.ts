import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPaymentRequest } from '@/lib/proof/shop/test-simulator'
import { checkNotifications } from '@/lib/proof/specification/check-notifications'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { type AdyenProcess, startAdyen } from './start-adyen'

if (specification() === null) console.warn(noSpecification)

const merchantAccount = 'NorangSimulator'
let adyen: AdyenProcess
beforeAll(async () => {
  adyen = await startAdyen({
    webhookUrl: 'http://127.0.0.1:9/nobody',
    hmacKey: '4368616F7320746865206B65792C206E6F206D6F6E6579206D6F766573206F6E',
    merchantAccount,
    apiKey: 'chaos',
  })
})
afterAll(() => adyen.stop())

const pay = (body: object) =>
  fetch(`${adyen.origin}/api/v72/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'chaos' },
    body: JSON.stringify(body),
  })

describe('the simulator as a process of its own', () => {
  beforeEach(needsSpecification)
  test('has every call held against the specification, and tells what breaks it', async () => {
    expect((await pay(aPaymentRequest('good'))).status).toBe(200)
    expect(adyen.complaints).toEqual([])
    await pay({ ...aPaymentRequest('wrong'), refernce: 'wrong' })
    await expect.poll(() => adyen.complaints).toEqual([expect.stringContaining('request POST')])
  })

  test('has its notifications read from its books', async () => {
    await adyen.control('/wallet', { reference: 'good', press: 'Approve' })
    expect(await checkNotifications(adyen.pool)).toEqual([])
    await adyen.control('/notifications', {
      reference: 'good',
      eventCode: 'NEXT_YEAR',
      success: true,
    })
    expect(await checkNotifications(adyen.pool)).toEqual([
      expect.stringContaining('notification of good'),
    ])
  })
})
