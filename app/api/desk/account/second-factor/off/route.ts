import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { noteByPerson } from '@/lib/flows/desk/note-by-person'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'

/** Signing in asks for the mailed code alone again. Where an owner wants a second one, the page then asks for another. */
export const POST = takesForm(
  'desk/account/second-factor/off',
  byPerson('desk/account/second-factor/off', ({ person }) => ({ person })),
  async ({ person }, { request, cookies }) => {
    cookies.push(...(await deps().desk.turnSecondFactorOff(request.headers)))
    await noteByPerson(deps(), person, { act: 'second_factor_off', about: person.email })
    return toDesk('/admin/account', { done: 'second_off' })
  },
)
