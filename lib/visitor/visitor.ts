import { cookies, headers } from 'next/headers'
import type { SignedIn } from '../accounts/accounts'
import { deps } from '../deps'

export type { SignedIn }

const COOKIE = 'norang'
const ID = /^[A-Za-z0-9]{22}$/
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

const known = (id: string | undefined) => (id !== undefined && ID.test(id) ? id : null)

/** Who is asking for a page: the unguessable id that this browser was given, or null. */
export const visitor = async (): Promise<string | null> =>
  known((await cookies()).get(COOKIE)?.value)

/** The same at a door, from the request itself. */
export function visitorOf(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return known(pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1))
}

/** Who is signed in and asks for a page, or null. */
export const signedIn = async (): Promise<SignedIn | null> =>
  deps().accounts.signedIn(await headers())

/** The same at a door, from the request itself. */
export const signedInOf = (request: Request): Promise<SignedIn | null> =>
  deps().accounts.signedIn(request.headers)

/** The `Set-Cookie` that makes a browser known from now on. */
export function visitorCookie(id: string, baseUrl: string): string {
  const secure = baseUrl.startsWith('https://') ? '; Secure' : ''
  return `${COOKIE}=${id}; Path=/; Max-Age=${A_YEAR_IN_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}
