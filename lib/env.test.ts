import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isLoopback, readEnv, SettingsError, simulatorOrigin } from './env'
import { readSimulatorEnv } from './env/simulator'
import { SIMULATOR_HMAC_KEYS } from './env/simulator-keys'

const mistakesOf = (
  source: Record<string, string>,
  locale: 'ko' | 'en' = 'en',
): readonly string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes.map((mistake) => mistake[locale])
    throw error
  }
}

/** Whatever `readEnv` looks at, however it is written. */
function namesRead(): ReadonlySet<string> {
  const names = new Set<string>()
  const source = new Proxy({}, { get: (_, name) => void names.add(String(name)) })
  readEnv(source)
  readSimulatorEnv(source)
  return names
}

const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'
const newer = '9064450a8892a093d9e97efcc9639de31b74f3a7803135555a3c96f5a57915d6'
const [published = ''] = SIMULATOR_HMAC_KEYS

const test_ = {
  ADYEN_ENVIRONMENT: 'test',
  ADYEN_API_KEY: 'key',
  ADYEN_MERCHANT_ACCOUNT: 'Merchant',
  ADYEN_HMAC_KEYS: key,
}
const live = {
  ...test_,
  ADYEN_ENVIRONMENT: 'live',
  ADYEN_LIVE_URL_PREFIX: '1797a841fbb37ca7-Norang',
  BASE_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://user:password@db.example/norang',
  SMTP_URL: 'smtps://user:password@mail.example',
  TRUST_PROXY: 'x-real-ip',
}

const preview = {
  VERCEL: '1',
  VERCEL_ENV: 'preview',
  VERCEL_BRANCH_URL: 'norang-git-try-team.vercel.app',
  VERCEL_PROJECT_PRODUCTION_URL: 'shop.example',
}

test('letters of a shop come from its own host, unless it says from where', () => {
  expect(readEnv(live).mailFrom).toBe('Norang <norang@shop.example>')
  expect(readEnv({ ...live, MAIL_FROM: 'Tea <tea@mail.example>' }).mailFrom).toBe(
    'Tea <tea@mail.example>',
  )
})

describe('a shop without settings', () => {
  test('takes play money on this machine', () => {
    const env = readEnv({})
    expect(env.adyen).toMatchObject({
      environment: 'simulator',
      apiKey: 'simulator',
      merchantAccount: 'NorangSimulator',
      apiOrigin: 'http://127.0.0.1:3000/simulator/api',
    })
    expect(env.baseUrl).toBe('http://localhost:3000')
    expect(env.mailFrom).toBe('Norang <norang@localhost>')
    expect(env.paymentTimeLimitMinutes).toBe(70)
    expect(isLoopback(env.baseUrl)).toBe(true)
  })

  test('lives on the port that it is given', () => {
    expect(readEnv({ PORT: '4000' }).baseUrl).toBe('http://localhost:4000')
  })

  test('knows its address on Vercel', () => {
    const vercel = { VERCEL: '1', VERCEL_BRANCH_URL: 'norang-git-main.vercel.app' }
    expect(readEnv(vercel)).toMatchObject({
      baseUrl: 'https://norang-git-main.vercel.app',
      longRunning: false,
    })
    const both = { ...vercel, VERCEL_PROJECT_PRODUCTION_URL: 'norang.vercel.app' }
    expect(readEnv({ ...both, VERCEL_ENV: 'production' })).toMatchObject({
      baseUrl: 'https://norang.vercel.app',
      vercel: { deployment: 'production' },
    })
    expect(readEnv({ ...both, VERCEL_ENV: 'preview' })).toMatchObject({
      baseUrl: 'https://norang-git-main.vercel.app',
      vercel: { deployment: 'preview' },
    })
    const unbranched = { VERCEL: '1', VERCEL_ENV: 'preview', VERCEL_URL: 'norang-x1.vercel.app' }
    expect(readEnv(unbranched).baseUrl).toBe('https://norang-x1.vercel.app')
  })

  test('is not on Vercel where somebody only pulled its settings', () => {
    const pulled = { VERCEL: '1', VERCEL_ENV: 'development', VERCEL_URL: '' }
    expect(readEnv(pulled)).toMatchObject({ longRunning: true, baseUrl: 'http://localhost:3000' })
  })

  test('an empty variable counts as one that is not set', () => {
    expect(readEnv({ ADYEN_ENVIRONMENT: '', BASE_URL: ' ' }).adyen.environment).toBe('simulator')
  })
})

describe('who is believed about where somebody comes from', () => {
  const vercel = { VERCEL: '1', VERCEL_BRANCH_URL: 'norang.vercel.app' }

  test('is nobody but the socket, unless a proxy is named', () => {
    expect(readEnv({}).trustProxy).toBeNull()
    expect(readEnv({ ...live, TRUST_PROXY: 'none' }).trustProxy).toBeNull()
    expect(readEnv({ ...live, TRUST_PROXY: 'X-Forwarded-For' }).trustProxy).toBe('x-forwarded-for')
  })

  test('is Vercel about its own visitors, also with real money and without a word', () => {
    const real = { ...live, ...vercel, VERCEL_ENV: 'production', CRON_SECRET: 'x' }
    expect(readEnv({ ...real, TRUST_PROXY: '' }).trustProxy).toBe('x-real-ip')
    // There is no socket to be seen there.
    expect(readEnv({ ...vercel, TRUST_PROXY: 'none' }).trustProxy).toBe('x-real-ip')
  })
})

test('the simulator is another origin than a shop on one’s own machine', () => {
  expect(simulatorOrigin('http://localhost:3000')).toBe('http://127.0.0.1:3000')
  expect(simulatorOrigin('https://demo.example')).toBe('https://demo.example')
})

test.each([
  { SMTP_URL: 'smtp://…' },
  { DATABASE_URL: 'postgres://…' },
  { DATABASE_URL: 'postgres://user:password@데이터/norang' },
])('an example that was copied and not filled in is said: %j', (set) => {
  expect(() => readEnv(set)).toThrow(`${Object.keys(set)[0]} is not a usable address`)
})

test('a database may be reached by a socket', () => {
  const socket = 'postgres://norang@%2Fvar%2Frun%2Fpostgresql/norang'
  expect(readEnv({ DATABASE_URL: socket }).databaseUrl).toBe(socket)
})

test('keys may have blanks and line ends around them', () => {
  const keys = { ...test_, ADYEN_HMAC_KEYS: ` ${newer} ,\n ${key}\n` }
  expect(readEnv(keys).adyen.hmacKeys).toEqual([newer, key])
})

describe('the keys that the simulator publishes', () => {
  test('sign for a shop on this machine, and need not be set there', () => {
    const { hmacKeys, tokenHmacKeys } = readEnv({}).adyen
    expect([hmacKeys, tokenHmacKeys]).toEqual([SIMULATOR_HMAC_KEYS, SIMULATOR_HMAC_KEYS])
    expect(mistakesOf({ ADYEN_HMAC_KEYS: published })).toEqual([])
  })

  test('sign for no shop that others can reach: it has keys of its own in its database', () => {
    const shop = readEnv({ BASE_URL: 'https://demo.example' })
    expect(shop.adyen).toMatchObject({ hmacKeys: null, tokenHmacKeys: null })
    const keys = { BASE_URL: 'https://demo.example', ADYEN_HMAC_KEYS: key }
    expect(readEnv(keys).adyen).toMatchObject({ hmacKeys: [key], tokenHmacKeys: null })
  })
})

test('another origin for Adyen keeps its path prefix', () => {
  const origin = { ...test_, ADYEN_API_ORIGIN: 'http://127.0.0.1:4010/adyen/' }
  expect(readEnv(origin).adyen.apiOrigin).toBe('http://127.0.0.1:4010/adyen')
})

test('delivery costs what the merchant says, and without a word what is usual', () => {
  expect(readEnv({}).tariff).toEqual({
    fee: 3000,
    freeFrom: 50000,
    jejuSurcharge: 3000,
    islandSurcharge: 5000,
  })
  const given = {
    DELIVERY_FEE: '0',
    DELIVERY_FREE_FROM: '30000',
    DELIVERY_SURCHARGE_JEJU: '4000',
    DELIVERY_SURCHARGE_ISLANDS: '7000',
  }
  expect(readEnv(given).tariff).toEqual({
    fee: 0,
    freeFrom: 30000,
    jejuSurcharge: 4000,
    islandSurcharge: 7000,
  })
})

test('what a copy brings along at either end is no part of a setting', () => {
  const copied = { ...test_, ADYEN_API_KEY: ' key\n', BASE_URL: ' https://shop.example ' }
  expect(readEnv(copied)).toMatchObject({
    baseUrl: 'https://shop.example',
    adyen: { apiKey: 'key' },
  })
})

test('the owners are those who are named; on one’s own machine there is one to try it with', () => {
  expect(readEnv({ ADMIN_EMAILS: 'Kim@shop.example, lee@shop.example' }).adminEmails).toEqual([
    'kim@shop.example',
    'lee@shop.example',
  ])
  expect(readEnv({}).adminEmails).toEqual(['owner@example.com'])
  expect(readEnv({ BASE_URL: 'https://demo.example' }).adminEmails).toEqual([])
  expect(readEnv(live).adminEmails).toEqual([])
})

test('who sells is told as it is set, and is empty where it is not', () => {
  const { business } = readEnv({
    BUSINESS_NAME: '노랑상회',
    BUSINESS_REPRESENTATIVE: '김노랑',
    BUSINESS_REGISTRATION: '123-45-67890',
    BUSINESS_MAIL_ORDER: '제2026-서울중구-0001호',
    BUSINESS_ADDRESS: '서울특별시 중구',
    BUSINESS_PHONE: '02-123-4567',
  })
  expect(business).toEqual({
    name: '노랑상회',
    representative: '김노랑',
    registration: '123-45-67890',
    mailOrder: '제2026-서울중구-0001호',
    address: '서울특별시 중구',
    phone: '02-123-4567',
    email: '',
  })
})

test('people can sign in with Kakao once both of its keys are set', () => {
  expect(readEnv({})).toMatchObject({ kakao: null, sessionSecret: null })
  const keys = { KAKAO_CLIENT_ID: 'rest-key', KAKAO_CLIENT_SECRET: 'hidden' }
  expect(readEnv(keys).kakao).toEqual({ clientId: 'rest-key', clientSecret: 'hidden' })
})

test('every setting that a merchant may want is named in .env.example', () => {
  const example = readFileSync('.env.example', 'utf8')
  const ownAffair = /^(VERCEL|PORT$)/ // the host sets them, not the merchant
  const names = [...namesRead()].filter((name) => !ownAffair.test(name))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !example.includes(`# ${name}=`))).toEqual([])
})

test('no name in .env.example is one that nobody reads', () => {
  const example = readFileSync('.env.example', 'utf8')
  const named = [...example.matchAll(/^# ([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
  expect(named.filter((name) => !namesRead().has(name))).toEqual([])
})

test('a complete live shop starts', () => {
  expect(mistakesOf(live)).toEqual([])
})

describe('every mistake is one sentence that names its variable', () => {
  test.each<[string, Record<string, string>]>([
    ['RATE_LIMITS', { RATE_LIMITS: 'sometimes' }],
    ['RATE_LIMITS', { ...live, RATE_LIMITS: 'off' }],
    ['TRUST_PROXY', { TRUST_PROXY: '127.0.0.1, ::1' }],
    ['TRUST_PROXY', { ...live, TRUST_PROXY: '' }],
    ['DUNNING_DAYS', { DUNNING_DAYS: 'two' }],
    ['RENEWALS_PER_MINUTE', { RENEWALS_PER_MINUTE: '0' }],
    ['ADYEN_TOKEN_HMAC_KEYS', { ADYEN_TOKEN_HMAC_KEYS: 'xyz' }],
    ['ADYEN_ENVIRONMENT', { ADYEN_ENVIRONMENT: 'production' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'short' }],
    ['KAKAO_CLIENT_SECRET', { KAKAO_CLIENT_ID: 'rest-key' }],
    ['KAKAO_CLIENT_ID', { KAKAO_CLIENT_SECRET: 'hidden' }],
    ['ADYEN_API_KEY', { ...test_, ADYEN_API_KEY: '' }],
    ['ADYEN_MERCHANT_ACCOUNT', { ...test_, ADYEN_MERCHANT_ACCOUNT: '' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: '' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: ' , ' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: 'not hex' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: 'ABC' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: 'AB12' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: key.slice(2) }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: `${key}AB` }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: `${key},${key.replace('4', 'G')}` }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: published }],
    ['ADYEN_HMAC_KEYS', { ...live, ADYEN_HMAC_KEYS: `${key},${published.toLowerCase()}` }],
    ['ADYEN_HMAC_KEYS', { BASE_URL: 'https://demo.example', ADYEN_HMAC_KEYS: published }],
    ['ADYEN_TOKEN_HMAC_KEYS', { ADYEN_TOKEN_HMAC_KEYS: key.slice(1) }],
    ['ADYEN_TOKEN_HMAC_KEYS', { ...test_, ADYEN_TOKEN_HMAC_KEYS: SIMULATOR_HMAC_KEYS[1] ?? '' }],
    ['ADYEN_LIVE_URL_PREFIX', { ...live, ADYEN_LIVE_URL_PREFIX: '' }],
    ['ADYEN_LIVE_URL_PREFIX', { ...live, ADYEN_LIVE_URL_PREFIX: 'https://evil.example/' }],
    ['ADYEN_LIVE_URL_PREFIX', { ...live, ADYEN_LIVE_URL_PREFIX: 'https://12ab-Norang' }],
    ['ADYEN_LIVE_URL_PREFIX', { ...live, ADYEN_LIVE_URL_PREFIX: '12ab-Norang-checkout-live' }],
    ['ADYEN_API_KEY', { ...test_, ADYEN_API_KEY: 'AQE key' }],
    ['ADYEN_API_KEY', { ...test_, ADYEN_API_KEY: '"key"' }],
    ['ADYEN_MERCHANT_ACCOUNT', { ...test_, ADYEN_MERCHANT_ACCOUNT: 'My Merchant' }],
    ['ADYEN_HMAC_KEYS', { ...test_, ADYEN_HMAC_KEYS: `'${key}'` }],
    ['BASE_URL', { BASE_URL: '“https://shop.example”' }],
    ['ADMIN_EMAILS', { ADMIN_EMAILS: 'owner@shop.example, somebody' }],
    ['MAIL_FROM', { MAIL_FROM: 'Tea House' }],
    ['BASE_URL', { ...live, BASE_URL: 'http://shop.example' }],
    ['BASE_URL', { BASE_URL: 'shop.example' }],
    ['DATABASE_URL', { ...live, DATABASE_URL: '' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example' }],
    ['SMTP_URL', { ...live, SMTP_URL: '' }],
    ['ADYEN_API_ORIGIN', { ...live, ADYEN_API_ORIGIN: 'http://127.0.0.1:4010' }],
    ['ADYEN_WEBHOOK_PASSWORD', { ADYEN_WEBHOOK_USERNAME: 'adyen' }],
    ['PAYMENT_TIME_LIMIT_MINUTES', { PAYMENT_TIME_LIMIT_MINUTES: '0' }],
    ['STOCK_HOLD_MINUTES', { STOCK_HOLD_MINUTES: '0' }],
    ['STOCK_HOLD_MINUTES', { STOCK_HOLD_MINUTES: '71' }],
    ['STOCK_HOLD_MINUTES', { STOCK_HOLD_MINUTES: '15', PAYMENT_TIME_LIMIT_MINUTES: '10' }],
    ['DATABASE_URL_UNPOOLED', { ...live, DATABASE_URL_UNPOOLED: 'db.example/norang' }],
    ['DATABASE_URL', { DATABASE_URL_UNPOOLED: 'postgres://db.example/norang' }],
    ['DATABASE_URL', { ...preview, DATABASE_URL: 'postgres://localhost:5432/norang' }],
    ['DATABASE_URL', { ...preview, DATABASE_URL: '"postgres://db.example/norang"' }],
    ['PREVIEW_DATABASE', { ...preview, PREVIEW_DATABASE: 'yes' }],
    ['ADYEN_ENVIRONMENT', { ...live, ...preview, BASE_URL: '', CRON_SECRET: 'x' }],
    ['BASE_URL', { ...preview, BASE_URL: 'https://shop.example/' }],
    ['CRON_SECRET', { ...live, ...preview, VERCEL_ENV: 'production' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['VERCEL_BRANCH_URL', { VERCEL_BRANCH_URL: 'not a host' }],
    ['DELIVERY_FEE', { DELIVERY_FEE: '₩3,000' }],
    ['DELIVERY_FREE_FROM', { DELIVERY_FREE_FROM: '-1' }],
    ['DELIVERY_SURCHARGE_JEJU', { DELIVERY_SURCHARGE_JEJU: '2.5' }],
    ['DELIVERY_SURCHARGE_ISLANDS', { DELIVERY_SURCHARGE_ISLANDS: 'free' }],
  ])('%s', (name, source) => {
    expect(mistakesOf(source)).toEqual([expect.stringMatching(new RegExp(`${name}.*\\.$`))])
    const inKorean = new RegExp(`${name}.*[가-힣].*\\.$`)
    expect(mistakesOf(source, 'ko')).toEqual([expect.stringMatching(inKorean)])
  })

  test('several at once are all said', () => {
    expect(mistakesOf({ ADYEN_ENVIRONMENT: 'live' }).length).toBeGreaterThan(4)
  })
})
