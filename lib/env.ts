import { type Ask, asking, both, type EnvSource } from './env/asking'
import * as kind from './env/kinds'
import { isLoopback, simulatorOrigin } from './env/origins'
import { SettingsError } from './env/settings-error'
import { SIMULATOR_HMAC_KEYS } from './env/simulator-keys'
import { mistakesTogether } from './env/together'
import { onVercel } from './env/vercel'
import { kindWords } from './i18n/settings/kind-words'

export { isLoopback, simulatorOrigin } from './env/origins'
export { SettingsError }

export type Env = ReturnType<typeof settings>

/** Every setting, each once: its name, what it may be, and what holds where it is not set. */
function settings(ask: Ask) {
  const environment = ask('ADYEN_ENVIRONMENT', kind.environment) ?? 'simulator'
  const simulated = environment === 'simulator'
  const port = ask('PORT', kind.port(3000))
  const vercel = onVercel(ask)
  const baseUrl = new URL(
    ask('BASE_URL', kind.webUrl('https://shop.example')) ??
      (vercel?.host ? `https://${vercel.host}` : `http://localhost:${port}`),
  ).origin
  const databaseUrl = ask('DATABASE_URL', kind.postgresUrl) ?? ''
  const timeLimit = ask('PAYMENT_TIME_LIMIT_MINUTES', kind.minutes(70))
  // Where anybody can reach the simulator, keys that everybody knows would let everybody sign.
  const keys = !simulated ? [] : isLoopback(baseUrl) ? SIMULATOR_HMAC_KEYS : null

  const apiOrigin =
    ask('ADYEN_API_ORIGIN', kind.webUrl('http://127.0.0.1:4010'))?.replace(/\/+$/, '') ??
    (simulated ? `${simulatorOrigin(baseUrl)}/simulator/api` : null)
  const apiKey =
    ask('ADYEN_API_KEY', kind.word(kindWords.not_a_key)) ?? (simulated ? 'simulator' : '')
  /** What the shop and its own simulator show at each other's doors, where the host lets only a team in. */
  const pass = simulated ? (vercel?.pass ?? null) : null
  const jusoKey = ask('JUSO_KEY', kind.word(kindWords.not_a_juso_key))

  return {
    /** Where this process listens. */
    port,
    databaseUrl,
    /** The same database without its pooler, for whatever changes the schema. */
    unpooledUrl: ask('DATABASE_URL_UNPOOLED', kind.postgresUrl) ?? databaseUrl,
    /** Whether a preview may use a database in which production left its mark, since it is a copy. */
    isCopy: ask('PREVIEW_DATABASE', kind.copy) === 'copy',
    /** Public origin for return URLs and mails, without a trailing slash. */
    baseUrl,
    adyen: {
      environment,
      apiKey,
      merchantAccount:
        ask('ADYEN_MERCHANT_ACCOUNT', kind.word(kindWords.not_an_account)) ??
        (simulated ? 'NorangSimulator' : ''),
      liveUrlPrefix: ask('ADYEN_LIVE_URL_PREFIX', kind.urlPrefix),
      /** Replaces scheme and host of every call; may carry a path prefix. Null: Adyen's own. */
      apiOrigin,
      pass,
      /** Hex keys of the standard webhook, newest first. Null: made once and kept in the database. */
      hmacKeys: ask('ADYEN_HMAC_KEYS', kind.hexKeys('standard')) ?? keys,
      /** The same of the webhook about tokens; without one of its own it is not listened to. */
      tokenHmacKeys: ask('ADYEN_TOKEN_HMAC_KEYS', kind.hexKeys('tokens')) ?? keys,
      webhookUser: both(
        ask('ADYEN_WEBHOOK_USERNAME', kind.text),
        ask('ADYEN_WEBHOOK_PASSWORD', kind.text),
        (name, password) => ({ name, password }),
      ),
    },
    simulatorPassword: ask('SIMULATOR_PASSWORD', kind.text),
    /** Signs the cookies of people who are signed in. Null: made once and kept in the database. */
    sessionSecret: ask('SESSION_SECRET', kind.secret),
    /** Lets people sign in with Kakao. */
    kakao: both(
      ask('KAKAO_CLIENT_ID', kind.text),
      ask('KAKAO_CLIENT_SECRET', kind.text),
      (clientId, clientSecret) => ({ clientId, clientSecret }),
    ),
    /** The owners of the shop. */
    adminEmails:
      ask('ADMIN_EMAILS', kind.mailboxes) ??
      (simulated && isLoopback(baseUrl) ? ['owner@example.com'] : []),
    /** The government's search for addresses; null: the shop has none. The simulator's needs no key of one's own. */
    addressSearch: jusoKey
      ? { key: jusoKey, origin: 'https://business.juso.go.kr', pass: null }
      : simulated && apiOrigin
        ? { key: apiKey, origin: new URL('juso', apiOrigin).href, pass }
        : null,
    smtpUrl: ask('SMTP_URL', kind.smtpUrl),
    mailFrom: ask('MAIL_FROM', kind.sender) ?? `Norang <norang@${new URL(baseUrl).hostname}>`,
    cronSecret: ask('CRON_SECRET', kind.text),
    paymentTimeLimitMinutes: timeLimit,
    /** Never longer than a payment may take: then goods are free again anyway. */
    stockHoldMinutes: ask('STOCK_HOLD_MINUTES', kind.minutes(Math.min(15, timeLimit))),
    /** What delivery costs. */
    tariff: {
      fee: ask('DELIVERY_FEE', kind.won(3_000)),
      freeFrom: ask('DELIVERY_FREE_FROM', kind.won(50_000)),
      jejuSurcharge: ask('DELIVERY_SURCHARGE_JEJU', kind.won(3_000)),
      islandSurcharge: ask('DELIVERY_SURCHARGE_ISLANDS', kind.won(5_000)),
    },
    /** What Korean law wants to be read on every page of a shop. Empty: not set. */
    business: {
      name: ask('BUSINESS_NAME', kind.text) ?? '',
      representative: ask('BUSINESS_REPRESENTATIVE', kind.text) ?? '',
      registration: ask('BUSINESS_REGISTRATION', kind.text) ?? '',
      mailOrder: ask('BUSINESS_MAIL_ORDER', kind.text) ?? '',
      address: ask('BUSINESS_ADDRESS', kind.text) ?? '',
      phone: ask('BUSINESS_PHONE', kind.text) ?? '',
      email: ask('BUSINESS_EMAIL', kind.text) ?? '',
    },
    /** How saved wallets are charged. */
    saved: {
      dunningDays: ask('DUNNING_DAYS', kind.days([2, 5, 7, 7])),
      renewalsPerMinute: ask('RENEWALS_PER_MINUTE', kind.aboveZero(600)),
      unscheduledPerDay: ask('UNSCHEDULED_PER_DAY', kind.aboveZero(5)),
    },
    /** Whether doors count how often they are opened; off for load tests. */
    rateLimits: (ask('RATE_LIMITS', kind.onOrOff) ?? 'on') === 'on',
    /**
     * The header in which a proxy of ours tells who asks; null: there is no proxy, and the socket's address counts.
     * Vercel writes its own, and lets nobody else write it.
     */
    trustProxy: ask('TRUST_PROXY', kind.headerName) ?? (vercel ? 'x-real-ip' : null),
    /** Null: it does not run on Vercel. */
    vercel,
    /** False on hosts whose processes sleep between requests: work is then done by cron and after requests. */
    longRunning: vercel === null,
  } as const
}

/**
 * Reads the settings, or throws a SettingsError with one sentence per mistake.
 * An empty variable counts as one that is not set.
 */
export function readEnv(source: EnvSource): Env {
  const { ask, given, mistakes } = asking(source)
  const read = settings(ask)
  // Only settings that are right by themselves are seen side by side.
  if (mistakes.length === 0) mistakes.push(...mistakesTogether(given, read))
  if (mistakes.length > 0) throw new SettingsError(mistakes)
  return read
}

/** Known without the other settings, which may be wrong. */
export const isOnVercel = (): boolean => onVercel(asking(process.env).ask) !== null

let own: Env | undefined

/** The settings of this process, read once. */
export function env(): Env {
  own ??= readEnv(process.env)
  return own
}
