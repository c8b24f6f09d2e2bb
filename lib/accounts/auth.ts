import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { emailOTP } from 'better-auth/plugins'
import { MINUTE, SECOND } from '../core/ids'
import type { Db } from '../db/connection'

export type KakaoKeys = { readonly clientId: string; readonly clientSecret: string }

export type AuthSettings = {
  readonly db: Db
  readonly baseUrl: string
  readonly secret: string
  readonly kakao: KakaoKeys | null
  /** Told what went wrong, without anybody's name or address. */
  readonly trouble: (message: string) => void
}

/** How long a mailed code works, as its letter says. */
const CODE_WORKS_FOR = 10 * MINUTE
/** How many wrong codes in a row lock an address. */
export const MOST_TRIES = 10

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
    // Not even the address that a code was mailed to stands in this table.
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    advanced: { cookiePrefix: 'norang', ipAddress: { disableIpTracking: true } },
    onAPIError: { errorURL: `${baseUrl}/ko/account?problem=kakao` },
    databaseHooks: { account: { create: { before: withoutKeys } } },
    ...(kakao && { socialProviders: { kakao: { ...kakao, ...onlyProvenEmail } } }),
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_WORKS_FOR / SECOND,
        // We count ourselves, across codes; per code it never is the first to object.
        allowedAttempts: MOST_TRIES,
        // Six digits are quickly found from a plain fingerprint, but not without the secret.
        storeOTP: { hash: async (code) => createHmac('sha256', secret).update(code).digest('hex') },
        // Codes are made by `createVerificationOTP` and mailed by us; nothing here asks for a letter.
        sendVerificationOTP: async () => undefined,
      }),
    ],
  })

export type Auth = ReturnType<typeof createAuth>

const withoutValues = (message: string) => message.replace(/\S*[@:=]\S*/g, '…').slice(0, 200)

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
