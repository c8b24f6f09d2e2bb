import { takesForm } from '@/app/api/form'
import { personId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { type SecondFactorWish, wishSecondFactor } from '@/lib/flows/desk/change-people'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'
import { afterChange } from '../../after-change'

const wishes = ['wanted', 'not_wanted', 'lost'] as const satisfies SecondFactorWish[]

/** An owner wants a second factor of somebody or no longer, or takes away one that was lost. */
export const POST = takesForm(
  'desk/people/[person]/second-factor',
  byPerson('desk/people/[person]/second-factor', ({ params, fields, locale }) => {
    const wish = wishes.find((each) => each === fields.wish)
    if (wish === undefined) return toDesk('/admin/people')
    return { id: personId(params.person ?? ''), wish, locale }
  }),
  async ({ asker, id, wish, locale }) =>
    afterChange(await wishSecondFactor(deps(), asker, id, wish), `second_${wish}`, locale),
)
