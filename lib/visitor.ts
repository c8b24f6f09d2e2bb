import { cookies } from 'next/headers'
import { env } from './env'

const COOKIE = 'norang'
const ID = /^[A-Za-z0-9]{22}$/
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/** Who is asking: the unguessable id that this browser was given, or null. Not a person's identity. */
export async function visitor(): Promise<string | null> {
  const id = (await cookies()).get(COOKIE)?.value
  return id !== undefined && ID.test(id) ? id : null
}

/** The cookie that makes a browser known from now on. */
export const visitorCookie = (id: string) => ({
  name: COOKIE,
  value: id,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().baseUrl.startsWith('https://'),
  path: '/',
  maxAge: A_YEAR_IN_SECONDS,
})
