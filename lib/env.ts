import { z } from 'zod'

/** Thrown at start when a setting is missing or wrong. Each sentence names its variable and says what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

export type Tariff = {
  readonly fee: number
  readonly freeFrom: number
  readonly jejuSurcharge: number
  readonly islandSurcharge: number
}

/** What Korean law wants to be read on every page of a shop. Empty: not set. */
export type Business = {
  readonly name: string
  readonly representative: string
  readonly registration: string
  readonly mailOrder: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

export type AdyenEnvironment = 'simulator' | 'test' | 'live'

export type Env = {
  /** Where this process listens. */
  readonly port: number
  readonly databaseUrl: string
  /** Public origin for return URLs and mails, without a trailing slash. */
  readonly baseUrl: string
  readonly adyen: {
    readonly environment: AdyenEnvironment
    readonly apiKey: string
    readonly merchantAccount: string
    readonly liveUrlPrefix: string | null
    /** Replaces scheme and host of every call; may carry a path prefix. Null: Adyen's own. */
    readonly apiOrigin: string | null
    /** Hex keys of the standard webhook, newest first. */
    readonly hmacKeys: readonly string[]
    /** The same of the webhook about tokens; without one of its own it is not listened to. */
    readonly tokenHmacKeys: readonly string[]
    readonly webhookUser: { readonly name: string; readonly password: string } | null
  }
  readonly simulatorPassword: string | null
  /** Signs the cookies of people who are signed in. Null: made once and kept in the database. */
  readonly sessionSecret: string | null
  /** Lets people sign in with Kakao. */
  readonly kakao: { readonly clientId: string; readonly clientSecret: string } | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly cronSecret: string | null
  readonly paymentTimeLimitMinutes: number
  /** What delivery costs, in won. */
  readonly tariff: Tariff
  readonly business: Business
  /** How saved wallets are charged. */
  readonly saved: {
    readonly dunningDays: readonly number[]
    readonly renewalsPerMinute: number
    readonly unscheduledPerDay: number
  }
  /** Whether doors count how often they are opened; off for load tests. */
  readonly rateLimits: boolean
  /** The header that tells who asks, written by a proxy that is ours; null: nobody is believed. */
  readonly trustProxy: string | null
  /** False on hosts whose processes sleep between requests: work is then done by cron and after requests. */
  readonly longRunning: boolean
}

// The simulator's own keys, published on purpose: they guard play money and save a newcomer a setting.
// The second is the one before the last rotation, which is still accepted, as it would be at Adyen.
const SIMULATOR_HMAC_KEYS = [
  '4E6F72616E672073696D756C61746F72206B65792C206E6F206D6F6E6579206D',
  '4E6F72616E672073696D756C61746F72206B6579206265666F72652074686174',
]

const isLoopbackHost = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host)

/** True when this shop can only be reached from the machine that it runs on. */
export const isLoopback = (url: string) => isLoopbackHost(new URL(url).hostname)

type Source = Readonly<Record<string, string | undefined>>

const required = (name: string, where: string) =>
  `${name} is missing: with ADYEN_ENVIRONMENT=${where} it must be set.`

const hexKeys = (text: string) =>
  text
    .split(',')
    .map((key) => key.replace(/\s/g, ''))
    .filter((key) => key !== '')

const webUrl = (name: string, protocol: RegExp, example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocol.test(new URL(value).protocol), {
    error: `${name} is not a usable address: set it to something like ${example}.`,
  })

const won = (name: string, example: number) =>
  z
    .string()
    .regex(
      /^\d{1,7}$/,
      `${name} is not an amount in won: set it to a whole number such as ${example}.`,
    )
    .optional()

const wholeNumber = (name: string, example: number) =>
  z
    .string()
    .regex(
      /^[1-9]\d{0,5}$/,
      `${name} is not a whole number above 0: set it to one such as ${example}.`,
    )
    .optional()

const settings = z.object({
  DATABASE_URL: webUrl(
    'DATABASE_URL',
    /^postgres(ql)?:$/,
    'postgres://user:password@host:5432/norang',
  ).optional(),
  BASE_URL: webUrl('BASE_URL', /^https?:$/, 'https://shop.example').optional(),
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
  VERCEL_BRANCH_URL: z.string().optional(),
  VERCEL: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT is not a port number: set it to a number such as 3000.')
    .optional(),
  ADYEN_ENVIRONMENT: z
    .enum(['simulator', 'test', 'live'], {
      error: 'ADYEN_ENVIRONMENT is unknown: set it to simulator, test or live, or leave it out.',
    })
    .optional(),
  ADYEN_API_KEY: z.string().optional(),
  ADYEN_MERCHANT_ACCOUNT: z.string().optional(),
  ADYEN_LIVE_URL_PREFIX: z
    .string()
    .regex(
      /^[A-Za-z0-9-]+$/,
      'ADYEN_LIVE_URL_PREFIX is not a prefix: copy it from Developers > API URLs in your live Customer Area.',
    )
    .optional(),
  ADYEN_API_ORIGIN: webUrl('ADYEN_API_ORIGIN', /^https?:$/, 'http://127.0.0.1:4010').optional(),
  ADYEN_HMAC_KEYS: z
    .string()
    .refine((text) => hexKeys(text).every((key) => /^([0-9A-Fa-f]{2})+$/.test(key)), {
      error:
        'ADYEN_HMAC_KEYS holds something that is not hexadecimal: copy the key from the webhook in your Customer Area, several keys with commas between them.',
    })
    .optional(),
  ADYEN_TOKEN_HMAC_KEYS: z
    .string()
    .refine((text) => hexKeys(text).every((key) => /^([0-9A-Fa-f]{2})+$/.test(key)), {
      error:
        'ADYEN_TOKEN_HMAC_KEYS holds something that is not hexadecimal: copy the key from the recurring-token webhook in your Customer Area, several keys with commas between them.',
    })
    .optional(),
  ADYEN_WEBHOOK_USERNAME: z.string().optional(),
  ADYEN_WEBHOOK_PASSWORD: z.string().optional(),
  SIMULATOR_PASSWORD: z.string().optional(),
  SMTP_URL: webUrl('SMTP_URL', /^smtps?:$/, 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().optional(),
  CRON_SECRET: z.string().optional(),
  SESSION_SECRET: z
    .string()
    .min(
      32,
      'SESSION_SECRET is too short: set it to at least 32 random characters, or leave it out.',
    )
    .optional(),
  KAKAO_CLIENT_ID: z.string().optional(),
  KAKAO_CLIENT_SECRET: z.string().optional(),
  DELIVERY_FEE: won('DELIVERY_FEE', 3000),
  DELIVERY_FREE_FROM: won('DELIVERY_FREE_FROM', 50000),
  DELIVERY_SURCHARGE_JEJU: won('DELIVERY_SURCHARGE_JEJU', 3000),
  DELIVERY_SURCHARGE_ISLANDS: won('DELIVERY_SURCHARGE_ISLANDS', 5000),
  RATE_LIMITS: z
    .enum(['on', 'off'], { error: 'RATE_LIMITS is unknown: set it to on or off, or leave it out.' })
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(
      /^[A-Za-z0-9-]+$/,
      'TRUST_PROXY is not the name of a header: set it to one that your own proxy writes, such as x-real-ip.',
    )
    .optional(),
  DUNNING_DAYS: z
    .string()
    .regex(
      /^\d{1,2}(\s*,\s*\d{1,2}){0,9}$/,
      'DUNNING_DAYS is not a list of days: set it to numbers with commas between them, such as 2,5,7,7.',
    )
    .optional(),
  RENEWALS_PER_MINUTE: wholeNumber('RENEWALS_PER_MINUTE', 600),
  UNSCHEDULED_PER_DAY: wholeNumber('UNSCHEDULED_PER_DAY', 5),
  BUSINESS_NAME: z.string().optional(),
  BUSINESS_REPRESENTATIVE: z.string().optional(),
  BUSINESS_REGISTRATION: z.string().optional(),
  BUSINESS_MAIL_ORDER: z.string().optional(),
  BUSINESS_ADDRESS: z.string().optional(),
  BUSINESS_PHONE: z.string().optional(),
  BUSINESS_EMAIL: z.string().optional(),
  PAYMENT_TIME_LIMIT_MINUTES: z
    .string()
    .regex(
      /^[1-9]\d{0,4}$/,
      'PAYMENT_TIME_LIMIT_MINUTES is not a number of minutes: set it to a whole number such as 70.',
    )
    .optional(),
})

/**
 * Reads the settings, or throws a SettingsError with one sentence per mistake.
 * An empty variable counts as one that is not set.
 */
export function readEnv(source: Source): Env {
  const filled = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = settings.safeParse(filled)
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => issue.message))

  const given = parsed.data
  const environment = given.ADYEN_ENVIRONMENT ?? 'simulator'
  const port = given.PORT ?? '3000'
  const vercelHost = given.VERCEL_PROJECT_PRODUCTION_URL ?? given.VERCEL_BRANCH_URL
  const baseUrl = new URL(
    given.BASE_URL ?? (vercelHost ? `https://${vercelHost}` : `http://localhost:${port}`),
  ).origin

  const mistakes = mistakesTogether(given, environment, baseUrl)
  if (mistakes.length > 0) throw new SettingsError(mistakes)

  const simulated = environment === 'simulator'
  return {
    port: Number(port),
    databaseUrl: given.DATABASE_URL ?? '',
    baseUrl,
    adyen: {
      environment,
      apiKey: given.ADYEN_API_KEY ?? (simulated ? 'simulator' : ''),
      merchantAccount: given.ADYEN_MERCHANT_ACCOUNT ?? (simulated ? 'NorangSimulator' : ''),
      liveUrlPrefix: given.ADYEN_LIVE_URL_PREFIX ?? null,
      apiOrigin:
        given.ADYEN_API_ORIGIN?.replace(/\/+$/, '') ??
        (simulated ? `${simulatorOrigin(baseUrl)}/simulator/api` : null),
      hmacKeys: given.ADYEN_HMAC_KEYS
        ? hexKeys(given.ADYEN_HMAC_KEYS)
        : simulated
          ? SIMULATOR_HMAC_KEYS
          : [],
      tokenHmacKeys: given.ADYEN_TOKEN_HMAC_KEYS
        ? hexKeys(given.ADYEN_TOKEN_HMAC_KEYS)
        : simulated
          ? SIMULATOR_HMAC_KEYS
          : [],
      webhookUser:
        given.ADYEN_WEBHOOK_USERNAME && given.ADYEN_WEBHOOK_PASSWORD
          ? { name: given.ADYEN_WEBHOOK_USERNAME, password: given.ADYEN_WEBHOOK_PASSWORD }
          : null,
    },
    simulatorPassword: given.SIMULATOR_PASSWORD ?? null,
    sessionSecret: given.SESSION_SECRET ?? null,
    kakao:
      given.KAKAO_CLIENT_ID && given.KAKAO_CLIENT_SECRET
        ? { clientId: given.KAKAO_CLIENT_ID, clientSecret: given.KAKAO_CLIENT_SECRET }
        : null,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? `Norang <norang@${new URL(baseUrl).hostname}>`,
    cronSecret: given.CRON_SECRET ?? null,
    paymentTimeLimitMinutes: Number(given.PAYMENT_TIME_LIMIT_MINUTES ?? 70),
    tariff: {
      fee: Number(given.DELIVERY_FEE ?? 3_000),
      freeFrom: Number(given.DELIVERY_FREE_FROM ?? 50_000),
      jejuSurcharge: Number(given.DELIVERY_SURCHARGE_JEJU ?? 3_000),
      islandSurcharge: Number(given.DELIVERY_SURCHARGE_ISLANDS ?? 5_000),
    },
    business: {
      name: given.BUSINESS_NAME ?? '',
      representative: given.BUSINESS_REPRESENTATIVE ?? '',
      registration: given.BUSINESS_REGISTRATION ?? '',
      mailOrder: given.BUSINESS_MAIL_ORDER ?? '',
      address: given.BUSINESS_ADDRESS ?? '',
      phone: given.BUSINESS_PHONE ?? '',
      email: given.BUSINESS_EMAIL ?? '',
    },
    saved: {
      dunningDays: (given.DUNNING_DAYS ?? '2,5,7,7').split(',').map(Number),
      renewalsPerMinute: Number(given.RENEWALS_PER_MINUTE ?? 600),
      unscheduledPerDay: Number(given.UNSCHEDULED_PER_DAY ?? 5),
    },
    rateLimits: given.RATE_LIMITS !== 'off',
    // Vercel writes this one itself, and lets nobody else write it.
    trustProxy: given.TRUST_PROXY?.toLowerCase() ?? (given.VERCEL ? 'x-real-ip' : null),
    longRunning: given.VERCEL === undefined,
  }
}

/** Mistakes that show only when settings are seen side by side. */
function mistakesTogether(
  given: z.infer<typeof settings>,
  environment: AdyenEnvironment,
  baseUrl: string,
): string[] {
  const mistakes: string[] = []
  if (environment !== 'simulator') {
    if (!given.ADYEN_API_KEY) mistakes.push(required('ADYEN_API_KEY', environment))
    if (!given.ADYEN_MERCHANT_ACCOUNT)
      mistakes.push(required('ADYEN_MERCHANT_ACCOUNT', environment))
    if (!given.ADYEN_HMAC_KEYS || hexKeys(given.ADYEN_HMAC_KEYS).length === 0)
      mistakes.push(required('ADYEN_HMAC_KEYS', environment))
  }
  if (environment === 'live') {
    if (!given.ADYEN_LIVE_URL_PREFIX) mistakes.push(required('ADYEN_LIVE_URL_PREFIX', 'live'))
    if (!given.DATABASE_URL) mistakes.push(required('DATABASE_URL', 'live'))
    if (!given.SMTP_URL) mistakes.push(required('SMTP_URL', 'live'))
    if (!baseUrl.startsWith('https://'))
      mistakes.push(
        'BASE_URL is not https: with ADYEN_ENVIRONMENT=live it must be an https address.',
      )
    if (given.RATE_LIMITS === 'off')
      mistakes.push(
        'RATE_LIMITS cannot be off with ADYEN_ENVIRONMENT=live: remove it, somebody will try every number.',
      )
    if (given.ADYEN_API_ORIGIN)
      mistakes.push(
        'ADYEN_API_ORIGIN cannot be used with ADYEN_ENVIRONMENT=live: remove it, live payments go to Adyen only.',
      )
  }
  if (Boolean(given.ADYEN_WEBHOOK_USERNAME) !== Boolean(given.ADYEN_WEBHOOK_PASSWORD))
    mistakes.push(
      'ADYEN_WEBHOOK_USERNAME and ADYEN_WEBHOOK_PASSWORD belong together: set both or neither.',
    )
  if (Boolean(given.KAKAO_CLIENT_ID) !== Boolean(given.KAKAO_CLIENT_SECRET))
    mistakes.push('KAKAO_CLIENT_ID and KAKAO_CLIENT_SECRET belong together: set both or neither.')
  return mistakes
}

/**
 * Where the simulator's pages live. On one's own machine that is another origin than the shop's, so that
 * the redirect, the cookies and the security policy are crossed as they are with Adyen.
 */
export function simulatorOrigin(baseUrl: string): string {
  const url = new URL(baseUrl)
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  return url.origin
}

let read: Env | undefined

/** The settings of this process, read once. */
export function env(): Env {
  read ??= readEnv(process.env)
  return read
}
