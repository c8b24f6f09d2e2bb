import { createHmac } from 'node:crypto'
import { deps } from '../deps'
import { cookieOf, setCookie } from './cookie'
import { readSigned, signed } from './signed'

const COOKIE = 'norang.known'
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60
/** A family at one computer. */
const MOST_MAILBOXES = 5

/**
 * The name of this browser, if somebody once signed in with it by this very address; else null. Strangers cannot get
 * one, so it can be counted apart from them. It outlives the session, and whoever reads it learns no address.
 */
export async function browserKnownTo(request: Request, email: string): Promise<string | null> {
  const { browser, mailboxes } = await keptBy(request)
  return mailboxes.includes(await fingerprint(email)) ? browser : null
}

/** The `Set-Cookie` of a browser that somebody has just signed in with. */
export async function knownMailboxCookie(request: Request, email: string): Promise<string> {
  const { browser, mailboxes } = await keptBy(request)
  const newest = await fingerprint(email)
  const kept = [newest, ...mailboxes.filter((each) => each !== newest)].slice(0, MOST_MAILBOXES)
  const value = signed([browser, ...kept].join(' '), await deps().keys.for('known mailboxes'))
  return setCookie(COOKIE, value, A_YEAR_IN_SECONDS)
}

async function keptBy(request: Request): Promise<{ browser: string; mailboxes: string[] }> {
  const kept = readSigned(cookieOf(request, COOKIE), await deps().keys.for('known mailboxes'))
  const [browser = deps().newKey(), ...mailboxes] = kept?.split(' ') ?? []
  return { browser, mailboxes }
}

async function fingerprint(email: string): Promise<string> {
  const hash = createHmac('sha256', await deps().keys.for('mailboxes'))
  return hash.update(email.trim().toLowerCase()).digest('base64url').slice(0, 22)
}
