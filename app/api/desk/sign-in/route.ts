import { takesForm } from '@/app/api/form'
import { deskPath } from '@/lib/core/desk/desk-path'
import { firstLetters } from '@/lib/core/graphemes'
import { parseCode } from '@/lib/core/typed/code'
import { parseEmail } from '@/lib/core/typed/email'
import { deps } from '@/lib/deps'
import { deskChallengeCookie, deskChallengeOf, deskSignInCookie } from '@/lib/visitor/desk'
import { knownMailboxCookie } from '@/lib/visitor/known-mailboxes'
import { toDesk } from '../desk-answers'

/** Signs in whoever has the code that was mailed, in the browser that asked for it. */
export const POST = takesForm(
  'desk/sign-in',
  ({ fields }) => {
    const draft = { email: firstLetters(fields.email ?? '', 200), next: deskPath(fields.next) }
    const email = parseEmail(fields.email ?? '')?.toLowerCase() ?? null
    if (email === null)
      return toDesk('/admin/sign-in', { problem: 'email' }, [deskSignInCookie(draft)])
    const code = parseCode(fields.code ?? '')
    if (code === null)
      return toDesk('/admin/sign-in', { step: 'code', problem: 'digits' }, [
        deskSignInCookie(draft),
      ])
    return { email, code, next: draft.next }
  },
  async ({ email, code, next }, { request }) => {
    const given = { challenge: deskChallengeOf(request), email, code }
    const signedIn = await deps().desk.signIn(given, request.headers)
    switch (signedIn.kind) {
      case 'signed_in':
      case 'second_factor': {
        const isIn = signedIn.kind === 'signed_in'
        const known = await knownMailboxCookie(request, email)
        const kept = isIn ? null : { email, next }
        const cookies = [known, deskChallengeCookie(null), deskSignInCookie(kept)]
        const all = [...signedIn.cookies, ...cookies]
        return isIn
          ? toDesk(next ?? '/admin', {}, all)
          : toDesk('/admin/sign-in', { step: 'second' }, all)
      }
      case 'wrong':
        return toDesk('/admin/sign-in', { step: 'code', problem: 'wrong' }, [
          deskSignInCookie({ email, next }),
        ])
      case 'spent':
        return toDesk('/admin/sign-in', { problem: 'spent' }, [deskSignInCookie({ email, next })])
    }
  },
)
