import type { SimulatorConfig } from '@/lib/simulator/config'

/** Where nobody and nothing is sent, and the setting that would allow it. */
export type Forbidden = { readonly origin: string; readonly setting: string }

/** Null: this address is a shop's to which browsers and webhooks may be sent. */
export function forbiddenAddress(
  { leadsTo }: Pick<SimulatorConfig, 'leadsTo'>,
  address: string,
): Forbidden | null {
  const { origin } = new URL(address)
  if (leadsTo === null || leadsTo.origins.includes(origin)) return null
  return { origin, setting: leadsTo.setting }
}
