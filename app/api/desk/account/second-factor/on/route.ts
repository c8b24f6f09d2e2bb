import { takesForm } from '@/app/api/form'
import { parseCode } from '@/lib/core/typed/code'
import { deps } from '@/lib/deps'
import { noteByPerson } from '@/lib/flows/desk/note-by-person'
import { byPerson } from '../../../by-person'
import { toDesk } from '../../../desk-answers'

/** From now on signing in asks for a code of the authenticator too. */
export const POST = takesForm(
  'desk/account/second-factor/on',
  byPerson('desk/account/second-factor/on', ({ fields, person }) => {
    const code = parseCode(fields.code ?? '')
    if (code === null) return toDesk('/admin/account', { step: 'second', problem: 'digits' })
    return { code, person }
  }),
  async ({ code, person }, { request, cookies }) => {
    const given = await deps().desk.turnSecondFactorOn(person, code, request.headers)
    if (given === null) return toDesk('/admin/account', { step: 'second', problem: 'wrong_second' })
    cookies.push(...given)
    await noteByPerson(deps(), person, { act: 'second_factor_on', about: person.email })
    return toDesk('/admin/account', { done: 'second_on' })
  },
)
