import type { SimulatorConfig } from '@/lib/simulator/config'

type Webhook = {
  readonly webhook: 'standard' | 'tokens'
  readonly url: string
  readonly hmacKey: string
  readonly previousHmacKey: string | null
}

/** Where notifications go and what signs them: the standard ones, and those about the life of tokens. */
export function twoWebhooks(shop: SimulatorConfig['shop']) {
  const { hmacKey, previousHmacKey = null, tokenHmacKey, previousTokenHmacKey = null } = shop
  const keys = { hmacKey, previousHmacKey }
  const standard: Webhook = { webhook: 'standard', url: shop.webhookUrl, ...keys }
  const tokens: Webhook = {
    webhook: 'tokens',
    url: shop.tokenWebhookUrl ?? `${shop.webhookUrl}/tokens`,
    ...(tokenHmacKey === undefined
      ? keys
      : { hmacKey: tokenHmacKey, previousHmacKey: previousTokenHmacKey }),
  }
  return { standard, tokens }
}
