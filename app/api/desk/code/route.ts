import { takesForm } from '@/app/api/form'
import { workAfterwards } from '@/app/api/responses'
import { deskPath } from '@/lib/core/desk/desk-path'
import { firstLetters } from '@/lib/core/graphemes'
import { parseEmail } from '@/lib/core/typed/email'
import { deps } from '@/lib/deps'
import { deskChallengeCookie, deskSignInCookie } from '@/lib/visitor/desk'
import { toDesk } from '../desk-answers'

/** Mails a code to whoever may enter. To everybody else the answer is the same, and takes as long. */
export const POST = takesForm(
  'desk/code',
  ({ fields }) => {
    const draft = { email: firstLetters(fields.email ?? '', 200), next: deskPath(fields.next) }
    const email = parseEmail(fields.email ?? '')?.toLowerCase() ?? null
    if (email === null || email.length > 200)
      return toDesk('/admin/sign-in', { problem: 'email' }, [deskSignInCookie(draft)])
    return { email, next: draft.next }
  },
  async ({ email, next }, { locale }) => {
    const { challenge, send } = await deps().desk.askCode(email, locale)
    workAfterwards(send)
    const kept = [deskChallengeCookie(challenge), deskSignInCookie({ email, next })]
    return toDesk('/admin/sign-in', { step: 'code' }, kept)
  },
)
