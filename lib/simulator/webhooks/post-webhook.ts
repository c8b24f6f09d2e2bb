import type { SimulatorConfig } from '@/lib/simulator/config'
import { forbiddenAddress } from '@/lib/simulator/leads-to'
import { notThere, type Webhook } from '@/lib/simulator/webhooks/entered-webhooks'

const TIME_LIMIT = 10_000

export type Posted = { readonly httpStatus: number | null; readonly answer: string }

/** Takes one webhook to its address, once. `hmac`: what goes into a header; null: it is in the body. */
export async function postWebhook(
  config: SimulatorConfig,
  { url, username, password }: Webhook,
  { body, hmac }: { readonly body: string; readonly hmac: string | null },
): Promise<Posted> {
  if (url === null) return { httpStatus: null, answer: 'no address has been entered' }
  // What was entered may be older than the word of where webhooks go; a shop's own address is its own affair.
  const forbidden = config.shop === null ? forbiddenAddress(config, url) : null
  if (forbidden !== null) return { httpStatus: null, answer: notThere(forbidden) }
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (config.shop?.pass) headers['x-vercel-protection-bypass'] = config.shop.pass
  if (hmac !== null) headers.hmacsignature = hmac
  if (username !== null)
    headers.authorization = `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}`
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT),
    })
    return { httpStatus: response.status, answer: (await response.text()).slice(0, 200) }
  } catch (error) {
    return { httpStatus: null, answer: error instanceof Error ? error.message : 'no answer' }
  }
}
