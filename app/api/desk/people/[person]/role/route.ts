import { takesForm } from '@/app/api/form'
import { roles } from '@/lib/core/desk/roles'
import { personId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { changeRole } from '@/lib/flows/desk/change-people'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'
import { afterChange } from '../../after-change'

/** An owner makes somebody something else. */
export const POST = takesForm(
  'desk/people/[person]/role',
  byPerson('desk/people/[person]/role', ({ params, fields, locale }) => {
    const role = roles.find((each) => each === fields.role)
    if (role === undefined) return toDesk('/admin/people', { problem: 'role' })
    return { id: personId(params.person ?? ''), role, locale }
  }),
  async ({ asker, id, role, locale }) =>
    afterChange(await changeRole(deps(), asker, id, role), 'role', locale),
)
