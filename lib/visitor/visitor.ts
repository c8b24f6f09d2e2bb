import { headers } from 'next/headers'
import type { SignedIn } from '../accounts/accounts'
import { deps } from '../deps'
import { cookie, cookieOf, forgetCookie, setCookie } from './cookie'
import { readSigned, signed } from './signed'

export type { SignedIn }

const COOKIE = 'norang'
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

const key = () => deps().keys.for('visitors')

/** Who is asking for a page: the unguessable id that we gave to this browser, or null. */
export const visitor = async (): Promise<string | null> =>
  readSigned(await cookie(COOKIE), await key())

/** The same at a door, from the request itself. */
export const visitorOf = async (request: Request): Promise<string | null> =>
  readSigned(cookieOf(request, COOKIE), await key())

/** The `Set-Cookie` that makes a browser known from now on. */
export const visitorCookie = async (id: string): Promise<string> =>
  setCookie(COOKIE, signed(id, await key()), A_YEAR_IN_SECONDS)

/** The `Set-Cookie` that makes it a stranger. */
export const noVisitorCookie = (): string => forgetCookie(COOKIE)

/** Who is signed in and asks for a page, or null. */
export const signedIn = async (): Promise<SignedIn | null> =>
  deps().accounts.signedIn(await headers())

/** The same at a door, from the request itself. */
export const signedInOf = (request: Request): Promise<SignedIn | null> =>
  deps().accounts.signedIn(request.headers)
