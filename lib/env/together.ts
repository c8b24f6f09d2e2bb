import type { SettingWords } from '../i18n/settings/setting-words'
import { togetherWords as words } from '../i18n/settings/together-words'
import { isLoopback } from './origins'
import { SIMULATOR_HMAC_KEYS } from './simulator-keys'
import type { OnVercel } from './vercel'

type Given = (name: string) => string | null
type Read = {
  readonly adyen: {
    readonly environment: 'simulator' | 'test' | 'live'
    readonly hmacKeys: readonly string[] | null
    readonly tokenHmacKeys: readonly string[] | null
  }
  readonly baseUrl: string
  readonly databaseUrl: string
  readonly vercel: OnVercel | null
  readonly paymentTimeLimitMinutes: number
  readonly stockHoldMinutes: number
}
/** Sees what is set as it stands there, and what was made of it. */
type Seen<T> = (given: Given, read: Read) => T
type Rule = Seen<SettingWords | null>

const rules: readonly Rule[] = [
  needed('ADYEN_API_KEY', ['test', 'live']),
  needed('ADYEN_MERCHANT_ACCOUNT', ['test', 'live']),
  needed('ADYEN_HMAC_KEYS', ['test', 'live'], (_, { adyen }) => adyen.hmacKeys?.length === 0),
  needed('ADYEN_LIVE_URL_PREFIX', ['live']),
  needed('DATABASE_URL', ['live']),
  needed('SMTP_URL', ['live']),
  notLive((_, { baseUrl }) => !baseUrl.startsWith('https://'), words.not_https),
  notLive((given, { vercel }) => given('TRUST_PROXY') === null && vercel === null, words.no_proxy),
  notLive((given) => given('RATE_LIMITS') === 'off', words.limits_off),
  notLive((given) => given('ADYEN_API_ORIGIN') !== null, words.other_adyen),
  ownKeys('ADYEN_HMAC_KEYS', ({ adyen }) => adyen.hmacKeys),
  ownKeys('ADYEN_TOKEN_HMAC_KEYS', ({ adyen }) => adyen.tokenHmacKeys),
  (_, { paymentTimeLimitMinutes: most, stockHoldMinutes }) =>
    stockHoldMinutes > most ? words.held_too_long(most) : null,
  notLive((given, { vercel }) => vercel !== null && given('CRON_SECRET') === null, words.no_cron),
  onPreview((_, { adyen }) => adyen.environment === 'live', words.live_preview),
  onPreview(
    (given, { baseUrl, vercel }) =>
      given('BASE_URL') !== null && new URL(baseUrl).host === vercel?.productionHost,
    words.address_of_production,
  ),
  (given) =>
    given('DATABASE_URL') === null && given('DATABASE_URL_UNPOOLED') !== null
      ? words.unpooled_alone
      : null,
  (_, { vercel, baseUrl, databaseUrl }) =>
    vercel !== null && !isLoopback(baseUrl) && databaseUrl !== '' && isLoopback(databaseUrl)
      ? words.database_at_home
      : null,
  together('ADYEN_WEBHOOK_USERNAME', 'ADYEN_WEBHOOK_PASSWORD'),
  together('KAKAO_CLIENT_ID', 'KAKAO_CLIENT_SECRET'),
]

/** Mistakes that show only when settings are seen side by side. */
export const mistakesTogether = (given: Given, read: Read): SettingWords[] =>
  rules.flatMap((rule) => rule(given, read) ?? [])

function needed(
  name: string,
  where: readonly Read['adyen']['environment'][],
  isMissing: Seen<boolean> = (given) => given(name) === null,
): Rule {
  return (given, read) =>
    where.includes(read.adyen.environment) && isMissing(given, read)
      ? words.missing(name, read.adyen.environment)
      : null
}

function notLive(isSo: Seen<boolean>, sentence: SettingWords): Rule {
  return (given, read) => (read.adyen.environment === 'live' && isSo(given, read) ? sentence : null)
}

function onPreview(isSo: Seen<boolean>, sentence: SettingWords): Rule {
  return (given, read) =>
    read.vercel?.deployment === 'preview' && isSo(given, read) ? sentence : null
}

/** Everybody knows the keys that the simulator publishes: they are for a machine that nobody else can reach. */
function ownKeys(name: string, keysOf: (read: Read) => readonly string[] | null): Rule {
  return (_, read) => {
    const isAlone = read.adyen.environment === 'simulator' && isLoopback(read.baseUrl)
    const isPublished = (key: string) => SIMULATOR_HMAC_KEYS.includes(key.toUpperCase())
    return !isAlone && keysOf(read)?.some(isPublished) ? words.published_key(name) : null
  }
}

function together(one: string, other: string): Rule {
  return (given) =>
    (given(one) === null) === (given(other) === null) ? null : words.belong_together(one, other)
}
