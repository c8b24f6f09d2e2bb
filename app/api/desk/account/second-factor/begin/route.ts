import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'

/** Draws a key for somebody's authenticator. Nothing asks for its codes before one was typed. */
export const POST = takesForm(
  'desk/account/second-factor/begin',
  byPerson('desk/account/second-factor/begin', () => ({})),
  async (_, { request }) => {
    await deps().desk.beginSecondFactor(request.headers)
    return toDesk('/admin/account', { step: 'second' })
  },
)
