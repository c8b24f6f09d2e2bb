import { cookies } from 'next/headers'
import { deps } from '../deps'

const isSecure = () => deps().shop.baseUrl.startsWith('https://')

/** Over https no other host, no subdomain and no plain connection can write a cookie of this name. */
const called = (name: string) => (isSecure() ? `__Host-${name}` : name)

/** What this browser keeps under a name, for whoever renders a page; null when it is nothing. */
export const cookie = async (name: string): Promise<string | null> =>
  (await cookies()).get(called(name))?.value ?? null

/** The same at a door, from the request itself. */
export function cookieOf(request: Request, name: string): string | null {
  const begin = `${called(name)}=`
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(begin))?.slice(begin.length) ?? null
}

/** The `Set-Cookie` that makes a browser keep a value for so long. */
export const setCookie = (name: string, value: string, seconds: number): string =>
  `${called(name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** The `Set-Cookie` that makes it forget one. */
export const forgetCookie = (name: string): string => setCookie(name, '', 0)
