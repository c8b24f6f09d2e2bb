import { takesForm } from '@/app/api/form'
import { workAfterwards } from '@/app/api/responses'
import { roles } from '@/lib/core/desk/roles'
import { parseEmail } from '@/lib/core/typed/email'
import { deps } from '@/lib/deps'
import { invitePerson } from '@/lib/flows/desk/change-people'
import { keepTyped } from '@/lib/flows/desk/drafts'
import { byPerson } from '../../by-person'
import { toDesk } from '../../desk-answers'
import { afterChange } from '../after-change'

/** An owner asks somebody in. The letter opens nothing: a code out of the same mailbox does. */
export const POST = takesForm(
  'desk/people/invite',
  byPerson('desk/people/invite', async ({ fields, locale, request, person: { session } }) => {
    const role = roles.find((each) => each === fields.role)
    const email = parseEmail(fields.email ?? '')?.toLowerCase() ?? null
    if (role !== undefined && email !== null && email.length <= 200) return { email, role, locale }
    const path = new URL(request.url).pathname
    const draft = await keepTyped(deps(), { session, path, fields })
    return toDesk('/admin/people', { problem: email === null ? 'email' : 'role', draft })
  }),
  async ({ asker, ...invitation }) => {
    const came = await invitePerson(deps(), asker, invitation)
    if (came === 'done') workAfterwards(() => deps().desk.mailInvitation(invitation))
    return afterChange(came, 'invited', invitation.locale)
  },
)
