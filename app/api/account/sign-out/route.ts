import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { accountPage, goOn } from '../forms'

export const POST = takesForm(
  'account/sign-out',
  () => ({}),
  async (_, { request, locale }) => {
    const cookies = await deps().accounts.signOut(request.headers)
    return goOn(accountPage(locale, { done: 'signed_out' }), cookies)
  },
)
