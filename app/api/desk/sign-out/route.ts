import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { deskChallengeCookie, deskSignInCookie } from '@/lib/visitor/desk'
import { toDesk } from '../desk-answers'

export const POST = takesForm(
  'desk/sign-out',
  () => ({}),
  async (_, { request }) => {
    const cookies = await deps().desk.signOut(request.headers)
    const forgotten = [deskChallengeCookie(null), deskSignInCookie(null)]
    return toDesk('/admin/sign-in', { done: 'signed_out' }, [...cookies, ...forgotten])
  },
)
