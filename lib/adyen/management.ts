import { PaymentsApi } from '@adyen/api-library/lib/src/services/checkout/paymentsApi.js'
import { z } from 'zod'
import { parseJson } from '../core/json'
import { krw } from '../core/money'
import { methodsQuestion } from './client'
import { isAdyenError } from './errors'
import { wallet } from './methods'
import { type AdyenSettings, officialClient } from './official-client'
import { callAdyen } from './transport'
import { paymentMethodsAnswer } from './wire'

/**
 * What one's own account at Adyen says, or why it could not be seen. `forbidden` is a role that the key has not;
 * `invalid` an address or account that there is not.
 */
export type Seen<T> =
  | { readonly kind: 'seen'; readonly value: T }
  | { readonly kind: 'unseen'; readonly why: Unseen; readonly code: string }
type Unseen = 'unauthorised' | 'forbidden' | 'invalid' | 'down' | 'silent' | 'garbled'

const credential = z.object({
  active: z.boolean(),
  username: z.string().default(''),
  companyName: z.string().optional(),
  roles: z.array(z.string()).default([]),
  allowedIpAddresses: z.array(z.string()).default([]),
})
export type Credential = z.output<typeof credential>

const merchant = z.object({
  status: z.string().optional(),
  captureDelay: z.string().optional(),
  companyId: z.string().optional(),
})
export type MerchantAccount = z.output<typeof merchant>

const methodSetting = z.object({
  type: z.string().optional(),
  enabled: z.boolean().optional(),
  allowed: z.boolean().optional(),
  verificationStatus: z.string().optional(),
  countries: z.array(z.string()).optional(),
  currencies: z.array(z.string()).optional(),
})
export type MethodSetting = z.output<typeof methodSetting>

const listedWebhook = z.object({
  id: z.string().optional(),
  type: z.string(),
  url: z.string(),
  active: z.boolean(),
  hasError: z.boolean().default(false),
  communicationFormat: z.string(),
  hasPassword: z.boolean().default(false),
  username: z.string().default(''),
  hmacKeyCheckValue: z.string().optional(),
  filterMerchantAccountType: z.string().optional(),
  filterMerchantAccounts: z.array(z.string()).default([]),
  additionalSettings: z
    .object({
      includeEventCodes: z.array(z.string()).optional(),
      excludeEventCodes: z.array(z.string()).optional(),
    })
    .optional(),
})
export type ListedWebhook = z.output<typeof listedWebhook>

const webhookTest = z.object({
  data: z.array(
    z.object({
      status: z.string(),
      responseCode: z.string().default(''),
      output: z.string().default(''),
    }),
  ),
})
export type WebhookTest = z.output<typeof webhookTest>['data']

/** Of which account a webhook is, as the addresses have it. */
export type Level = 'merchants' | 'companies'

const listOf = <T extends z.ZodType>(each: T) => z.object({ data: z.array(each).default([]) })

export type Management = ReturnType<typeof createManagement>

const TIMEOUT_MS = 10_000
// A test waits for our own door, which has ten seconds as well.
const TEST_TIMEOUT_MS = 25_000
const ALL = { params: { pageSize: '100' } }

/** Looks into one's own account. Every call but the last changes nothing, and the last only sends. */
export function createManagement(settings: AdyenSettings, timeoutMs = TIMEOUT_MS) {
  const { environment, apiKey, apiOrigin } = settings
  const merchantId = encodeURIComponent(settings.merchantAccount)
  const origin = { apiKey, apiOrigin, timeoutMs }
  const get = <T extends z.ZodType>(path: string, schema: T, options = {}) =>
    seen(schema, () =>
      callAdyen(origin, managementUrl(environment, path), '', { method: 'GET', ...options }),
    )
  const webhooks = (level: Level, id: string) =>
    get(`/${level}/${encodeURIComponent(id)}/webhooks`, listOf(listedWebhook), ALL)

  return {
    me: () => get('/me', credential),
    merchant: () => get(`/merchants/${merchantId}`, merchant),
    methodSettings: () =>
      get(`/merchants/${merchantId}/paymentMethodSettings`, listOf(methodSetting), ALL),
    webhooks: () => webhooks('merchants', settings.merchantAccount),
    companyWebhooks: (company: string) => webhooks('companies', company),
    /** What a shopper in Korea would be offered for ₩1,000, by Adyen's types. */
    offered: () =>
      seen(paymentMethodsAnswer, async () => {
        const payments = new PaymentsApi(officialClient(settings, timeoutMs))
        return JSON.stringify(
          await payments.paymentMethods(methodsQuestion(settings, krw(1000), 'ko')),
        )
      }),
    /** Has Adyen send one notification to the door of a webhook, which is known there as a test. */
    testWebhook: (level: Level, account: string, webhook: string) => {
      const path = `/${level}/${encodeURIComponent(account)}/webhooks/${encodeURIComponent(webhook)}/test`
      return seen(webhookTest, () =>
        callAdyen(
          { ...origin, timeoutMs: Math.max(timeoutMs, TEST_TIMEOUT_MS) },
          managementUrl(environment, path),
          JSON.stringify(testNotification),
        ),
      )
    },
  }
}

/** Where the Management API is asked. */
export const managementUrl = (environment: AdyenSettings['environment'], path: string): string =>
  `https://management-${environment === 'live' ? 'live' : 'test'}.adyen.com/v3${path}`

const testNotification = {
  types: ['CUSTOM'],
  notification: {
    eventCode: 'AUTHORISATION',
    merchantReference: 'testMerchantRef1',
    amount: { currency: 'KRW', value: 1000 },
    paymentMethod: wallet.type,
    reason: '',
    success: true,
  },
}

async function seen<T extends z.ZodType>(
  schema: T,
  ask: () => Promise<string>,
): Promise<Seen<z.output<T>>> {
  try {
    const read = schema.safeParse(parseJson(await ask()))
    return read.success
      ? { kind: 'seen', value: read.data }
      : { kind: 'unseen', why: 'garbled', code: '200' }
  } catch (error) {
    if (!isAdyenError(error)) throw error
    const { status, code } = error
    const said = [status, code].filter((part) => part !== null).join(' ')
    return { kind: 'unseen', why: whyOf(status), code: said }
  }
}

function whyOf(status: number | null): Unseen {
  if (status === null) return 'silent'
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status >= 500 || status === 429) return 'down'
  return status >= 400 ? 'invalid' : 'garbled'
}
