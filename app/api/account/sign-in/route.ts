import { deps } from '@/lib/deps'
import { signInDraftCookie } from '@/lib/visitor/sign-in-draft'
import { tooOften } from '../../limits'
import { forbidden, formFields, localeOf, sameOrigin } from '../../responses'
import { accountPage, backTo, codeIn, draftIn, emailIn, goOn } from '../forms'

/** Signs in whoever has the code that was mailed to the address. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const draft = draftIn(fields)
  const email = emailIn(fields)
  if (email === null) return backTo(accountPage(locale, { problem: 'email' }), draft)
  const code = codeIn(fields)
  // Nothing that could be a code: told apart from a wrong one, and not counted as a try.
  if (code === null) return backTo(accountPage(locale, { step: 'code', problem: 'digits' }), draft)

  const refused = await tooOften(request, 'sign_in', email, locale)
  if (refused) return refused
  const { accounts, shop } = deps()
  const signedIn = await accounts.signIn({ email, code }, request.headers)
  switch (signedIn.kind) {
    case 'signed_in': {
      const forgotten = signInDraftCookie(null, shop.baseUrl)
      return goOn(draft.next ?? accountPage(locale), [...signedIn.cookies, forgotten])
    }
    case 'wrong':
      return backTo(accountPage(locale, { step: 'code', problem: 'wrong' }), draft)
    case 'locked':
      return backTo(accountPage(locale, { problem: 'locked' }), draft)
  }
}
