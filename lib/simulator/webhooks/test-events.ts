import { z } from 'zod'
import { inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

/** What the Customer Area sends when somebody presses “Test configuration”. About no payment at all. */
export const testEventRequest = z.object({
  eventCode: z.string().default('AUTHORISATION'),
})

export async function sendTestEvent(
  config: SimulatorConfig,
  { eventCode }: z.infer<typeof testEventRequest>,
): Promise<string> {
  const now = await config.now()
  const item = eventCode === 'REPORT_AVAILABLE' ? report : about(eventCode)
  await inTransaction(config.pool, (tx) =>
    queueWebhooks(
      tx,
      config,
      { reference: 'testMerchantRef1', additionalData: {} },
      [{ afterMs: 1_000, item: { ...item, eventCode, success: 'true' } }],
      now,
      { delayMs: 0 },
    ),
  )
  return item.pspReference
}

const about = (eventCode: string) => ({
  pspReference: `test_${eventCode}_1`,
  merchantReference: 'testMerchantRef1',
  amount: { currency: 'EUR', value: 1_000 },
  paymentMethod: 'visa',
  reason: '',
})

// Its pspReference is a file name, which may have the sign that separates what is signed.
const report = {
  pspReference: 'settlement_detail_report_batch_1:test.csv',
  merchantReference: '',
  amount: { currency: 'EUR', value: 0 },
  reason: 'https://ca-test.adyen.com/reports/download/settlement_detail_report_batch_1.csv',
}
