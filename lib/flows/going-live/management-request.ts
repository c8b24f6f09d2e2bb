import { managementUrl } from '@/lib/adyen/management'
import type { PlacedWebhook } from './adyen-seen'
import type { ShopSettings } from './shop-settings'

/** The exact request of the Management API that would do something, for a person to run. The key is a placeholder. */
function managementRequest(
  { adyen }: ShopSettings,
  method: 'POST' | 'PATCH',
  path: string,
  body: object | null,
): string {
  const url = managementUrl(adyen.environment, path)
  const address = adyen.apiOrigin === null ? url : `${adyen.apiOrigin}${new URL(url).pathname}`
  return [
    `curl -X ${method} '${address}'`,
    `-H 'X-API-Key: YOUR_API_KEY'`,
    `-H 'Content-Type: application/json'`,
    ...(body === null ? [] : [`-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ')
}

/** Makes the standard webhook with what is off by default. */
export const toCreateWebhook = (settings: ShopSettings, url: string): string =>
  managementRequest(
    settings,
    'POST',
    `/merchants/${encodeURIComponent(settings.adyen.merchantAccount)}/webhooks`,
    {
      type: 'standard',
      url,
      active: true,
      communicationFormat: 'json',
      additionalSettings: { includeEventCodes: OFF_BY_DEFAULT },
    },
  )

/** Event codes that nobody is told of unless they are switched on. */
export const OFF_BY_DEFAULT = ['OFFER_CLOSED', 'RECURRING_CONTRACT'] as const

/** Changes something of a webhook; null where Adyen did not say which it is. */
export const toChangeWebhook = (
  settings: ShopSettings,
  { id, level, account }: PlacedWebhook,
  change: object,
): string | null =>
  id === undefined
    ? null
    : managementRequest(
        settings,
        'PATCH',
        `/${level}/${encodeURIComponent(account)}/webhooks/${encodeURIComponent(id)}`,
        change,
      )

/** Makes a new key of a webhook; the old one is then of no more use. */
export const toMakeKey = (
  settings: ShopSettings,
  { id, level, account }: PlacedWebhook,
): string | null =>
  id === undefined
    ? null
    : managementRequest(
        settings,
        'POST',
        `/${level}/${encodeURIComponent(account)}/webhooks/${encodeURIComponent(id)}/generateHmac`,
        null,
      )
