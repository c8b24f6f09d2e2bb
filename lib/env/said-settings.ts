import { createHmac } from 'node:crypto'
import type { Env } from '../env'

type Settings = Omit<Env, 'port' | 'databaseUrl' | 'unpooledUrl' | 'isCopy' | 'vercel'>

/**
 * By its setting, what a shop goes by. What is another on each machine is left out: where it listens, how it gets to its
 * database, and what a host sets by itself.
 */
const compared: Readonly<Record<string, (settings: Settings) => unknown>> = {
  ADYEN_ENVIRONMENT: ({ adyen }) => adyen.environment,
  ADYEN_API_KEY: ({ adyen }) => adyen.apiKey,
  ADYEN_MERCHANT_ACCOUNT: ({ adyen }) => adyen.merchantAccount,
  ADYEN_LIVE_URL_PREFIX: ({ adyen }) => adyen.liveUrlPrefix,
  ADYEN_API_ORIGIN: ({ adyen }) => adyen.apiOrigin,
  ADYEN_HMAC_KEYS: ({ adyen }) => adyen.hmacKeys,
  ADYEN_TOKEN_HMAC_KEYS: ({ adyen }) => adyen.tokenHmacKeys,
  ADYEN_WEBHOOK_USERNAME: ({ adyen }) => adyen.webhookUser?.name,
  ADYEN_WEBHOOK_PASSWORD: ({ adyen }) => adyen.webhookUser?.password,
  BASE_URL: ({ baseUrl }) => baseUrl,
  ADMIN_EMAILS: ({ adminEmails }) => adminEmails,
  SMTP_URL: ({ smtpUrl }) => smtpUrl,
  MAIL_FROM: ({ mailFrom }) => mailFrom,
  CRON_SECRET: ({ cronSecret }) => cronSecret,
  SIMULATOR_PASSWORD: ({ simulatorPassword }) => simulatorPassword,
  KAKAO_CLIENT_ID: ({ kakao }) => kakao?.clientId,
  KAKAO_CLIENT_SECRET: ({ kakao }) => kakao?.clientSecret,
  // On the simulator it is that of Adyen once more.
  JUSO_KEY: ({ addressSearch, adyen }) =>
    adyen.environment === 'simulator' ? null : addressSearch?.key,
  RATE_LIMITS: ({ rateLimits }) => rateLimits,
  PAYMENT_TIME_LIMIT_MINUTES: ({ paymentTimeLimitMinutes }) => paymentTimeLimitMinutes,
  STOCK_HOLD_MINUTES: ({ stockHoldMinutes }) => stockHoldMinutes,
  DELIVERY_FEE: ({ tariff }) => tariff.fee,
  DELIVERY_FREE_FROM: ({ tariff }) => tariff.freeFrom,
  DELIVERY_SURCHARGE_JEJU: ({ tariff }) => tariff.jejuSurcharge,
  DELIVERY_SURCHARGE_ISLANDS: ({ tariff }) => tariff.islandSurcharge,
  BUSINESS_NAME: ({ business }) => business.name,
  BUSINESS_REPRESENTATIVE: ({ business }) => business.representative,
  BUSINESS_REGISTRATION: ({ business }) => business.registration,
  BUSINESS_MAIL_ORDER: ({ business }) => business.mailOrder,
  BUSINESS_ADDRESS: ({ business }) => business.address,
  BUSINESS_PHONE: ({ business }) => business.phone,
  BUSINESS_EMAIL: ({ business }) => business.email,
  DUNNING_DAYS: ({ saved }) => saved.dunningDays,
  RENEWALS_PER_MINUTE: ({ saved }) => saved.renewalsPerMinute,
  UNSCHEDULED_PER_DAY: ({ saved }) => saved.unscheduledPerDay,
}

/** The one that says whose key it was. */
export const SAME_KEY = 'DATABASE_URL'

/**
 * What a shop may say to anybody of its settings: whether each is the same as somebody else's who knows its key, and nothing
 * of what it is.
 */
export function saidSettings(settings: Settings, key: Buffer): Record<string, string> {
  const said = (name: string, value: unknown) =>
    createHmac('sha256', key)
      .update(JSON.stringify([name, value ?? null]))
      .digest('base64url')
      .slice(0, 16)
  const each = Object.entries(compared).map(([name, read]) => [name, said(name, read(settings))])
  return Object.fromEntries([[SAME_KEY, said(SAME_KEY, null)], ...each])
}
