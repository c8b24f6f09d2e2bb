import { takesForm } from '@/app/api/form'
import { personId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { endPersonsSessions } from '@/lib/flows/desk/change-people'
import { byPerson } from '../../../by-person'
import { afterChange } from '../../after-change'

/** An owner signs somebody out everywhere. */
export const POST = takesForm(
  'desk/people/[person]/sessions',
  byPerson('desk/people/[person]/sessions', ({ params, locale }) => ({
    id: personId(params.person ?? ''),
    locale,
  })),
  async ({ asker, id, locale }) =>
    afterChange(await endPersonsSessions(deps(), asker, id), 'sessions', locale),
)
