import { betterAuth } from 'better-auth'
import type { Db } from '../db/connection'
import { provenMailbox } from './proven-mailbox'

export type KakaoKeys = { readonly clientId: string; readonly clientSecret: string }

export type AuthSettings = {
  readonly db: Db
  readonly baseUrl: string
  readonly secret: string
  readonly kakao: KakaoKeys | null
  /** Told what went wrong, without anybody's name or address. */
  readonly trouble: (message: string) => void
}

const A_MONTH_IN_SECONDS = 30 * 24 * 60 * 60

/**
 * better-auth on our own tables. Everything but Kakao's way back is called from our doors, which check
 * where a form comes from; so its own routes, counters and origin checks have nothing to do.
 */
export const createAuth = ({ db, baseUrl, secret, kakao, trouble }: AuthSettings) =>
  betterAuth({
    appName: 'Norang',
    baseURL: baseUrl,
    basePath: '/api/account',
    secret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // What comes with a message may hold an address or a key of somebody.
    logger: { level: 'error', log: (_, message) => trouble(withoutValues(message)) },
    // Our kysely turns camelCase into the columns' names, both ways.
    database: { db, type: 'postgres', transaction: true },
    user: { modelName: 'users' },
    // Ends after a month, used or not: pages cannot renew a cookie.
    session: {
      modelName: 'sessions',
      expiresIn: A_MONTH_IN_SECONDS,
      disableSessionRefresh: true,
    },
    account: { modelName: 'identities', updateAccountOnSignIn: false },
    // What is remembered while somebody is at Kakao's. Codes have a table of their own.
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    advanced: { ...cookiesOf('norang', baseUrl), ipAddress: { disableIpTracking: true } },
    onAPIError: { errorURL: `${baseUrl}/ko/account?problem=kakao` },
    databaseHooks: { account: { create: { before: withoutKeys } } },
    ...(kakao && { socialProviders: { kakao: { ...kakao, ...onlyProvenEmail } } }),
    plugins: [provenMailbox],
  })

export type Auth = ReturnType<typeof createAuth>

/** Over https no other host, no subdomain and no plain connection can write a cookie of these names. */
export const cookiesOf = (prefix: string, baseUrl: string) =>
  baseUrl.startsWith('https://')
    ? {
        cookiePrefix: `__Host-${prefix}`,
        // Of better-auth's own, which would put __Secure- before it.
        useSecureCookies: false,
        defaultCookieAttributes: { secure: true },
      }
    : { cookiePrefix: prefix }

export const withoutValues = (message: string) => message.replace(/\S*[@:=]\S*/g, '…').slice(0, 200)

type Keys = { accessToken?: unknown; refreshToken?: unknown; idToken?: unknown }

/** Kakao's keys to somebody's profile are of no use here, so they are not kept. */
const withoutKeys = async (account: Keys) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
})

type KakaoProfile = {
  kakao_account?:
    | {
        is_email_valid?: boolean | undefined
        is_email_verified?: boolean | undefined
        email?: string | undefined
      }
    | undefined
}

/**
 * We ask for the address and nothing else. It counts only when Kakao says that it is valid and proven: else
 * it is as if there were none.
 */
const onlyProvenEmail = {
  disableDefaultScope: true,
  scope: ['account_email'],
  mapProfileToUser: ({ kakao_account: account }: KakaoProfile) => ({
    email: account?.is_email_valid && account.is_email_verified ? account.email : undefined,
  }),
}
