import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { endOwnSessions } from '@/lib/flows/desk/end-own-sessions'
import { byPerson } from '../../by-person'
import { toDesk } from '../../desk-answers'

/** Signs somebody out everywhere but here. */
export const POST = takesForm(
  'desk/account/sessions',
  byPerson('desk/account/sessions', ({ person }) => ({ person })),
  async ({ person }) => {
    await endOwnSessions(deps(), person)
    return toDesk('/admin/account', { done: 'sessions' })
  },
)
