import type { AdyenSettings } from '@/lib/adyen/official-client'

/** What is set, as far as the checks look at it. */
export type ShopSettings = {
  readonly baseUrl: string
  /** Empty: one of its own. */
  readonly databaseUrl: string
  readonly adyen: AdyenSettings & {
    readonly hmacKeys: readonly string[] | null
    readonly tokenHmacKeys: readonly string[] | null
    readonly webhookUser: { readonly name: string; readonly password: string } | null
  }
  readonly adminEmails: readonly string[]
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly cronSecret: string | null
  readonly paymentTimeLimitMinutes: number
  readonly business: Readonly<Record<BusinessDetail, string>>
  readonly rateLimits: boolean
  /** A worker stays in the shop's process. */
  readonly longRunning: boolean
}

/** What the law wants on every page, and the setting that says it. */
export const businessSettings = {
  name: 'BUSINESS_NAME',
  representative: 'BUSINESS_REPRESENTATIVE',
  registration: 'BUSINESS_REGISTRATION',
  mailOrder: 'BUSINESS_MAIL_ORDER',
  address: 'BUSINESS_ADDRESS',
  phone: 'BUSINESS_PHONE',
  email: 'BUSINESS_EMAIL',
} as const
type BusinessDetail = keyof typeof businessSettings

/** Only this machine can reach it. */
export const isOnThisMachine = (address: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(new URL(address).hostname)
