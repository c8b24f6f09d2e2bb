import { deps } from '@/lib/deps'
import { renewVisitor } from '@/lib/flows/visitor/renew-visitor'
import { noCameBackCookie } from '@/lib/visitor/came-back'
import { challengeCookie } from '@/lib/visitor/challenge'
import { claimDraftCookie } from '@/lib/visitor/claim-draft'
import { knownMailboxCookie } from '@/lib/visitor/known-mailboxes'
import { signInDraftCookie } from '@/lib/visitor/sign-in-draft'
import { noVisitorCookie, visitorCookie, visitorOf } from '@/lib/visitor/visitor'

type Cookies = readonly string[]

/** What a browser is given beside a session that has just begun; nothing where none has. */
export async function besideSession(request: Request, session: Cookies): Promise<Cookies> {
  const cookie = session.map((each) => each.split(';')[0]).join('; ')
  const who = await deps().accounts.signedIn(new Headers({ cookie }))
  if (!who) return []
  const visitor = await renewVisitor(deps(), await visitorOf(request), who.session)
  return [await visitorCookie(visitor), await knownMailboxCookie(request, who.email)]
}

/** Nothing about anybody stays with a browser that somebody has signed out of. */
export const signedOutCookies = (session: Cookies): Cookies => [
  ...session,
  noVisitorCookie(),
  noCameBackCookie(),
  signInDraftCookie(null),
  challengeCookie(null),
  claimDraftCookie(null),
]
