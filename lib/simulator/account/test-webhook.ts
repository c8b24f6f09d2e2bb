import { z } from 'zod'
import { restError } from '@/lib/simulator/account/rest-answer'
import type { Answer } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { newPspReference } from '@/lib/simulator/references'
import type { Switches } from '@/lib/simulator/switches'
import type { Webhook } from '@/lib/simulator/webhooks/entered-webhooks'
import { eventDate } from '@/lib/simulator/webhooks/event-date'
import { postWebhook } from '@/lib/simulator/webhooks/post-webhook'
import { keyFor, type SignedItem, signature } from '@/lib/simulator/webhooks/signature'

const SAMPLES = [
  'AUTHORISATION',
  'CHARGEBACK_REVERSED',
  'ORDER_CLOSED',
  'ORDER_OPENED',
  'PAIDOUT_REVERSED',
  'PAYOUT_THIRDPARTY',
  'REFUNDED_REVERSED',
  'REFUND_WITH_DATA',
  'REPORT_AVAILABLE',
]

const amount = z.object({ currency: z.string(), value: z.number().int() })
export const webhookTestRequest = z.object({
  types: z.array(z.enum([...SAMPLES, 'CUSTOM'])).min(1),
  notification: z
    .object({
      amount: amount.optional(),
      eventCode: z.string().optional(),
      merchantReference: z.string().optional(),
      paymentMethod: z.string().default('visa'),
      reason: z.string().default(''),
      success: z.boolean().optional(),
    })
    .optional(),
})
type Asked = z.infer<typeof webhookTestRequest>

type Test = { readonly config: SimulatorConfig; readonly webhook: Webhook; readonly set: Switches }

/** POST …/webhooks/{webhookId}/test: really sends, waits, and tells what came back. */
export async function testWebhook(test: Test, asked: Asked): Promise<Answer> {
  const { types, notification } = asked
  if (types.includes('CUSTOM') && notification === undefined)
    return restError(422, "The 'notification' object is required when types contains CUSTOM.")
  const now = await test.config.now()
  const data: object[] = []
  for (const type of types) {
    const items = type === 'CUSTOM' ? [notification ?? visa].map(custom) : samples(type)
    for (const item of items) data.push(await sendOne(test, item, now))
  }
  return { status: 200, body: { data } }
}

type Sample = Omit<SignedItem, 'merchantAccountCode' | 'eventDate'>

const custom = (given: NonNullable<Asked['notification']>): Sample => ({
  paymentMethod: given.paymentMethod,
  reason: given.reason,
  amount: given.amount ?? { currency: 'EUR', value: 100 },
  eventCode: given.eventCode ?? 'AUTHORISATION',
  merchantReference: given.merchantReference ?? newPspReference().slice(0, 8),
  pspReference: newPspReference(),
  success: given.success === false ? 'false' : 'true',
})

const visa = { paymentMethod: 'visa', reason: '' }

/** Four: what succeeds and what does not, in two currencies, whatever the account has. */
const samples = (eventCode: string): Sample[] =>
  ['EUR', 'GBP'].flatMap((currency) =>
    [true, false].map((success) =>
      custom({ ...visa, eventCode, success, amount: { currency, value: 21_000 } }),
    ),
  )

async function sendOne({ config, webhook, set }: Test, sample: Sample, now: number) {
  const { merchantAccount } = config
  const item = { ...sample, merchantAccountCode: merchantAccount, eventDate: eventDate(now) }
  const hmacSignature = signature(item, keyFor(webhook, set.signature))
  const body = JSON.stringify({
    live: 'false',
    notificationItems: [
      { NotificationRequestItem: { ...item, additionalData: { hmacSignature } } },
    ],
  })
  const began = performance.now()
  const { httpStatus, answer } = await postWebhook(config, webhook, { body, hmac: null })
  const isAccepted = httpStatus !== null && httpStatus >= 200 && httpStatus < 300
  return {
    merchantId: merchantAccount,
    output: answer,
    requestSent: body,
    responseCode: String(httpStatus ?? ''),
    responseTime: `${Math.round(performance.now() - began)} ms`,
    status: isAccepted ? 'success' : 'failed',
  }
}
