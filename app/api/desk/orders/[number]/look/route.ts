import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { keepTyped } from '@/lib/flows/desk/drafts'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'
import { orderFormIn } from '../../act-on-order'

/** Shows what an act will do before it is done: what was typed is kept for the page that says so. */
export const POST = takesForm(
  'desk/orders/[number]/look',
  byPerson('desk/orders/[number]/look', orderFormIn),
  async ({ number, act, fields, session, path }) => {
    const draft = await keepTyped(deps(), { session, path, fields })
    return toDesk(`/admin/orders/${number}/${act}`, { draft })
  },
)
