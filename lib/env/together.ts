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
type Rule = Seen<string | null>

const rules: readonly Rule[] = [
  needed('ADYEN_API_KEY', ['test', 'live']),
  needed('ADYEN_MERCHANT_ACCOUNT', ['test', 'live']),
  needed('ADYEN_HMAC_KEYS', ['test', 'live'], (_, { adyen }) => adyen.hmacKeys?.length === 0),
  needed('ADYEN_LIVE_URL_PREFIX', ['live']),
  needed('DATABASE_URL', ['live']),
  needed('SMTP_URL', ['live']),
  notLive(
    (_, { baseUrl }) => !baseUrl.startsWith('https://'),
    'BASE_URL is not https: with ADYEN_ENVIRONMENT=live it must be an https address.',
  ),
  notLive(
    (given, { vercel }) => given('TRUST_PROXY') === null && vercel === null,
    'TRUST_PROXY is missing: with ADYEN_ENVIRONMENT=live set it to the header in which your proxy tells who asks, or to none where browsers reach the shop directly.',
  ),
  notLive(
    (given) => given('RATE_LIMITS') === 'off',
    'RATE_LIMITS cannot be off with ADYEN_ENVIRONMENT=live: remove it, somebody will try every number.',
  ),
  notLive(
    (given) => given('ADYEN_API_ORIGIN') !== null,
    'ADYEN_API_ORIGIN cannot be used with ADYEN_ENVIRONMENT=live: remove it, live payments go to Adyen only.',
  ),
  ownKeys('ADYEN_HMAC_KEYS', ({ adyen }) => adyen.hmacKeys),
  ownKeys('ADYEN_TOKEN_HMAC_KEYS', ({ adyen }) => adyen.tokenHmacKeys),
  (_, { paymentTimeLimitMinutes: most, stockHoldMinutes }) =>
    stockHoldMinutes > most
      ? `STOCK_HOLD_MINUTES is longer than a payment may take: set it to at most ${most}, which is PAYMENT_TIME_LIMIT_MINUTES.`
      : null,
  notLive(
    (given, { vercel }) => vercel !== null && given('CRON_SECRET') === null,
    'CRON_SECRET is missing: with ADYEN_ENVIRONMENT=live on Vercel it must be set, or payments that nobody finishes are never ended.',
  ),
  onPreview(
    (_, { adyen }) => adyen.environment === 'live',
    'ADYEN_ENVIRONMENT cannot be live on a preview: in Vercel, set it for Production only.',
  ),
  onPreview(
    (given, { baseUrl, vercel }) =>
      given('BASE_URL') !== null && new URL(baseUrl).host === vercel?.productionHost,
    'BASE_URL is the address of production, and this is a preview: in Vercel, set it for Production only. A preview knows its own.',
  ),
  (given) =>
    given('DATABASE_URL') === null && given('DATABASE_URL_UNPOOLED') !== null
      ? 'DATABASE_URL is missing: DATABASE_URL_UNPOOLED is the way past its pooler, and of use only beside it.'
      : null,
  (_, { vercel, baseUrl, databaseUrl }) =>
    vercel !== null && !isLoopback(baseUrl) && databaseUrl !== '' && isLoopback(databaseUrl)
      ? 'DATABASE_URL is that of a machine of your own, which Vercel does not reach: set it to a database on the internet.'
      : null,
  together('ADYEN_WEBHOOK_USERNAME', 'ADYEN_WEBHOOK_PASSWORD'),
  together('KAKAO_CLIENT_ID', 'KAKAO_CLIENT_SECRET'),
]

/** Mistakes that show only when settings are seen side by side. */
export const mistakesTogether = (given: Given, read: Read): string[] =>
  rules.flatMap((rule) => rule(given, read) ?? [])

function needed(
  name: string,
  where: readonly Read['adyen']['environment'][],
  isMissing: Seen<boolean> = (given) => given(name) === null,
): Rule {
  return (given, read) =>
    where.includes(read.adyen.environment) && isMissing(given, read)
      ? `${name} is missing: with ADYEN_ENVIRONMENT=${read.adyen.environment} it must be set.`
      : null
}

function notLive(isSo: Seen<boolean>, sentence: string): Rule {
  return (given, read) => (read.adyen.environment === 'live' && isSo(given, read) ? sentence : null)
}

function onPreview(isSo: Seen<boolean>, sentence: string): Rule {
  return (given, read) =>
    read.vercel?.deployment === 'preview' && isSo(given, read) ? sentence : null
}

/** Everybody knows the keys that the simulator publishes: they are for a machine that nobody else can reach. */
function ownKeys(name: string, keysOf: (read: Read) => readonly string[] | null): Rule {
  return (_, read) => {
    const isAlone = read.adyen.environment === 'simulator' && isLoopback(read.baseUrl)
    const isPublished = (key: string) => SIMULATOR_HMAC_KEYS.includes(key.toUpperCase())
    return !isAlone && keysOf(read)?.some(isPublished)
      ? `${name} holds a key that the simulator publishes, with which anybody can sign: set it to a key of your own.`
      : null
  }
}

function together(one: string, other: string): Rule {
  return (given) =>
    (given(one) === null) === (given(other) === null)
      ? null
      : `${one} and ${other} belong together: set both or neither.`
}
