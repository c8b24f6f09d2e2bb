import ClientModule from '@adyen/api-library/lib/src/client.js'
import ConfigModule, { EnvironmentEnum } from '@adyen/api-library/lib/src/config.js'
import { transport } from './transport'

export type AdyenSettings = {
  readonly environment: 'simulator' | 'test' | 'live'
  readonly apiKey: string
  readonly merchantAccount: string
  readonly liveUrlPrefix: string | null
  readonly apiOrigin: string | null
  readonly pass?: string | null
}

// A bundler hands over the default of a CommonJS module; plain Node, in which our commands run, all of it.
const defaultOf = <T extends object>(found: T): T =>
  'default' in found ? (found.default as T) : found
const Client = defaultOf(ClientModule)
const Config = defaultOf(ConfigModule)

/** Adyen's own library, which speaks through our transport. */
export function officialClient(settings: AdyenSettings, timeoutMs: number) {
  const { environment, apiKey, apiOrigin, liveUrlPrefix, pass } = settings
  const config = new Config({
    apiKey,
    environment: environment === 'live' ? EnvironmentEnum.LIVE : EnvironmentEnum.TEST,
    ...(liveUrlPrefix ? { liveEndpointUrlPrefix: liveUrlPrefix } : {}),
  })
  return new Client(config, transport({ apiKey, apiOrigin, timeoutMs, ...(pass ? { pass } : {}) }))
}
