import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { challengeCookie, challengeOf } from '@/lib/visitor/challenge'
import { signInDraftCookie } from '@/lib/visitor/sign-in-draft'
import { besideSession } from '../cookies'
import { accountPage, backTo, codeIn, draftIn, emailIn, goOn } from '../forms'

/** Signs in whoever has the code that was mailed to the address, in the browser that asked for it. */
export const POST = takesForm(
  'account/sign-in',
  ({ fields, locale }) => {
    const draft = draftIn(fields)
    const email = emailIn(fields)
    if (email === null) return backTo(accountPage(locale, { problem: 'email' }), draft)
    const code = codeIn(fields)
    // Nothing that could be a code: told apart from a wrong one, and not counted as a try.
    if (code === null)
      return backTo(accountPage(locale, { step: 'code', problem: 'digits' }), draft)
    return { draft, email, code }
  },
  async ({ draft, email, code }, { request, locale }) => {
    const answer = { challenge: challengeOf(request), email, code }
    const signedIn = await deps().accounts.signIn(answer, request.headers)
    switch (signedIn.kind) {
      case 'signed_in': {
        const forgotten = [signInDraftCookie(null), challengeCookie(null)]
        const given = await besideSession(request, signedIn.cookies)
        const cookies = [...signedIn.cookies, ...given, ...forgotten]
        return goOn(draft.next ?? accountPage(locale), cookies)
      }
      case 'wrong':
        return backTo(accountPage(locale, { step: 'code', problem: 'wrong' }), draft)
      case 'spent':
        return backTo(accountPage(locale, { problem: 'spent' }), draft)
    }
  },
)
