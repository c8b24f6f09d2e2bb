import { cookieOf, forgetCookie, setCookie } from './cookie'

const COOKIE = 'norang.challenge'
const TEN_MINUTES_IN_SECONDS = 10 * 60

/** The challenge that this browser asked for when it asked for a code, or null. */
export const challengeOf = (request: Request): string | null => cookieOf(request, COOKIE)

/** The `Set-Cookie` that makes a browser the owner of a challenge, or of none. */
export const challengeCookie = (challenge: string | null): string =>
  challenge ? setCookie(COOKIE, challenge, TEN_MINUTES_IN_SECONDS) : forgetCookie(COOKIE)
