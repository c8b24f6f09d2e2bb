import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { enteredWebhooks, type TwoWebhooks } from '@/lib/simulator/webhooks/entered-webhooks'

/** Where notifications go and what signs them: the standard ones, and those about the life of tokens. */
export async function twoWebhooks(db: Database, config: SimulatorConfig): Promise<TwoWebhooks> {
  return config.shop === null ? enteredWebhooks(db) : webhooksOf(config.shop)
}

function webhooksOf(shop: NonNullable<SimulatorConfig['shop']>): TwoWebhooks {
  const { hmacKey, previousHmacKey = null, tokenHmacKey, previousTokenHmacKey = null } = shop
  const { username, password } = shop
  const keys = { hmacKey, previousHmacKey }
  return {
    standard: { webhook: 'standard', url: shop.webhookUrl, ...keys, username, password },
    tokens: {
      webhook: 'tokens',
      url: shop.tokenWebhookUrl ?? `${shop.webhookUrl}/tokens`,
      ...(tokenHmacKey === undefined
        ? keys
        : { hmacKey: tokenHmacKey, previousHmacKey: previousTokenHmacKey }),
      username,
      password,
    },
  }
}
