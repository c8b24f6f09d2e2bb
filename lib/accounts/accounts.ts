import { type ShopperId, shopperId } from '../core/ids'
import type { Locale } from '../core/locale'
import type { Db } from '../db/connection'
import { storeLooseMail } from '../db/mails'
import { endSession, shopperOfUser } from '../db/people/shoppers'
import { composeCode } from '../email/compose-code'
import type { SendMail } from '../email/send-mail'
import { type Auth, createAuth, type KakaoKeys } from './auth'
import { challengesOn } from './challenges'
import type { Keys } from './keys'

/** Somebody who proved an e-mail address to us, and the session (its id) that remembers it. */
export type SignedIn = {
  readonly shopper: ShopperId
  readonly email: string
  readonly session: string
}

/** `Set-Cookie` headers for the answer of a door. */
type Cookies = readonly string[]

export type Accounts = {
  /** True when people can also sign in with Kakao. */
  readonly hasKakao: boolean
  /**
   * Mails a code. What it answers is the same whether we know the address or not. Only the browser that keeps the
   * challenge can sign in with the code.
   */
  askCode(
    email: string,
    locale: Locale,
  ): Promise<{ kind: 'sent'; challenge: string } | { kind: 'not_sent' }>
  /** `spent`: nothing can be tried any more with this code. */
  signIn(
    given: { readonly challenge: string | null; readonly email: string; readonly code: string },
    headers: Headers,
  ): Promise<{ kind: 'signed_in'; cookies: Cookies } | { kind: 'wrong' } | { kind: 'spent' }>
  signOut(headers: Headers): Promise<Cookies>
  /** Who sent these headers, or null. */
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** Ends a session of one's own, and tells which visitor's id goes with it; null when it is none. */
  endSession(who: SignedIn, session: string): Promise<{ readonly visitor: string | null } | null>
  /** Where to send somebody who wants to sign in with Kakao; both pages are paths of ours. */
  toKakao(
    pages: { readonly after: string; readonly failed: string },
    headers: Headers,
  ): Promise<{ url: string; cookies: Cookies } | null>
  /** Somebody comes back from Kakao. */
  fromKakao(request: Request): Promise<Response>
}

type Wiring = {
  readonly db: Db
  readonly clock: { now(): Promise<number> }
  readonly baseUrl: string
  readonly keys: Keys
  readonly kakao: KakaoKeys | null
  /** Null: letters stay in the database, to be read in the mailbox. */
  readonly sendMail: SendMail | null
  readonly simulated: boolean
  readonly newKey: () => string
  readonly log: (message: string, facts: Record<string, unknown>) => void
}

/** The cookie of a session, with or without https. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?norang\.session_token=/

/** Accounts of shoppers. Nothing of better-auth is loaded before somebody signs in or is signed in. */
export function createAccounts(wiring: Wiring): Accounts {
  const { db, clock, newKey } = wiring
  let made: Promise<Auth> | undefined
  const auth = () => {
    made ??= wire(wiring).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  const challenges = challengesOn({ ...wiring, purpose: 'codes' })

  return {
    hasKakao: wiring.kakao !== null,

    async askCode(email, locale) {
      const { challenge, code } = await challenges.make(email.toLowerCase())
      const letter = { email: email.toLowerCase(), code, locale }
      return (await sendCode(wiring, letter)) ? { kind: 'sent', challenge } : { kind: 'not_sent' }
    },

    async signIn({ challenge, code, ...given }, headers) {
      if (challenge === null) return { kind: 'wrong' }
      const email = given.email.toLowerCase()
      const met = await challenges.meet({ challenge, email, code })
      if (met !== 'met') return { kind: met }
      const { api } = await auth()
      const answer = await api.signInProven({ body: { email }, headers, asResponse: true })
      if (!answer.ok) throw new Error(`signing in ended with ${answer.status}`)
      return { kind: 'signed_in', cookies: answer.headers.getSetCookie() }
    },

    async signOut(headers) {
      const { api } = await auth()
      return (await api.signOut({ headers, asResponse: true })).headers.getSetCookie()
    },

    async signedIn(headers) {
      if (!SESSION_COOKIE.test(headers.get('cookie') ?? '')) return null
      const { api } = await auth()
      const found = await api.getSession({ headers })
      if (!found?.user.emailVerified) return null
      const fresh = { id: shopperId(newKey()), email: found.user.email }
      const createdAt = new Date(await clock.now())
      const { id, email } = await shopperOfUser(db, found.user.id, { ...fresh, createdAt })
      return { shopper: id, email, session: found.session.id }
    },

    endSession: (who, session) => endSession(db, who.shopper, session),

    async toKakao({ after, failed }, headers) {
      if (wiring.kakao === null) return null
      const { api } = await auth()
      const { headers: given, response } = await api.signInSocial({
        body: { provider: 'kakao', callbackURL: after, errorCallbackURL: failed },
        headers,
        returnHeaders: true,
      })
      return response.url ? { url: response.url, cookies: given.getSetCookie() } : null
    },

    fromKakao: async (request) => (await auth()).handler(request),
  }
}

async function wire({ db, baseUrl, keys, kakao, log }: Wiring): Promise<Auth> {
  const trouble = (message: string) => log('signing in went wrong', { message })
  return createAuth({ db, baseUrl, secret: await keys.secret(), kakao, trouble })
}

type CodeLetter = { readonly email: string; readonly code: string; readonly locale: Locale }

/**
 * Sends the code at once instead of owing it: the code would stand in a job's payload, and somebody is
 * waiting for it with the page open. A shop with a mail server keeps no copy, since what was mailed opens
 * an account; without one the mailbox is the only place to read it.
 */
async function sendCode(
  { db, clock, sendMail, simulated, newKey, log }: Wiring,
  { email, code, locale }: CodeLetter,
): Promise<boolean> {
  const letter = composeCode({ locale, code, simulated })
  if (sendMail === null) {
    const at = new Date(await clock.now())
    const about = { letter: 'sign_in_code', recipient: email, eventAt: at, createdAt: at }
    await storeLooseMail(db, { ...letter, ...about })
    return true
  }
  try {
    await sendMail({ to: email, ...letter, id: `code.${newKey()}` })
    return true
  } catch (error) {
    log('a sign-in code was not mailed', { error: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
