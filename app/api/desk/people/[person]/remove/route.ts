import { takesForm } from '@/app/api/form'
import { personId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { removePerson } from '@/lib/flows/desk/change-people'
import { byPerson } from '../../../by-person'
import { afterChange } from '../../after-change'

/** An owner lets somebody in no longer. */
export const POST = takesForm(
  'desk/people/[person]/remove',
  byPerson('desk/people/[person]/remove', ({ params, locale }) => ({
    id: personId(params.person ?? ''),
    locale,
  })),
  async ({ asker, id, locale }) =>
    afterChange(await removePerson(deps(), asker, id), 'removed', locale),
)
