import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { LASTS } from '../../core/desk/session'
import { SECOND } from '../../core/ids'
import { type AuthSettings, cookiesOf, withoutValues } from '../auth'
import { provenMailbox } from '../proven-mailbox'

const unset = { required: false, input: false } as const
const date = { type: 'date', ...unset } as const

/**
 * better-auth a second time, on tables, with a key and under a cookie of its own: what opens an account of the shop opens
 * nothing here. All of it is called from our own doors; it has no address.
 */
export const createDeskAuth = ({ db, baseUrl, secret, trouble }: Omit<AuthSettings, 'kakao'>) =>
  betterAuth({
    appName: 'Norang',
    baseURL: baseUrl,
    basePath: '/api/desk',
    secret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_, message) => trouble(withoutValues(message)) },
    database: { db, type: 'postgres', transaction: true },
    user: {
      modelName: 'deskPeople',
      // Read with the session by the one statement that looks for it.
      additionalFields: {
        role: { type: 'string', ...unset },
        locale: { type: 'string', ...unset },
        mustHaveSecondFactor: { type: 'boolean', ...unset },
        invitedUntil: date,
        removedAt: date,
      },
    },
    session: {
      modelName: 'deskSessions',
      expiresIn: LASTS / SECOND,
      disableSessionRefresh: true,
      additionalFields: { beganAt: date, seenAt: date, confirmedAt: date },
    },
    account: { modelName: 'deskIdentities' },
    verification: { modelName: 'deskVerifications', storeIdentifier: 'hashed' },
    advanced: {
      ...cookiesOf('norang.desk', baseUrl),
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      provenMailbox,
      twoFactor({
        allowPasswordless: true,
        twoFactorTable: 'deskSecondFactors',
        // Tries are counted by session, before they are looked at: nobody's guesses lock another browser out.
        accountLockout: { enabled: false },
      }),
    ],
  })

export type DeskAuth = ReturnType<typeof createDeskAuth>
