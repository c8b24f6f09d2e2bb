import { takesForm } from '@/app/api/form'
import { deskPath } from '@/lib/core/desk/desk-path'
import { deps } from '@/lib/deps'
import { deskSignInCookie } from '@/lib/visitor/desk'
import { secondFactorIn } from '../by-person'
import { toDesk } from '../desk-answers'

/** The second question of a sign-in: the code of somebody's authenticator. */
export const POST = takesForm(
  'desk/second-factor',
  ({ fields }) => {
    const code = secondFactorIn(fields)
    if (code === null) return toDesk('/admin/sign-in', { step: 'second', problem: 'digits' })
    return { code, next: deskPath(fields.next) }
  },
  async ({ code, next }, { request }) => {
    switch (await deps().desk.giveSecondFactor(code, request.headers)) {
      case 'signed_in':
        return toDesk(next ?? '/admin', {}, [deskSignInCookie(null)])
      case 'wrong':
        return toDesk('/admin/sign-in', { step: 'second', problem: 'wrong_second' })
      case 'spent':
        return toDesk('/admin/sign-in', { problem: 'spent' })
    }
  },
)
