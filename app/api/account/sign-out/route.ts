import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { forgetVisitor } from '@/lib/flows/visitor/forget-visitor'
import { visitorOf } from '@/lib/visitor/visitor'
import { signedOutCookies } from '../cookies'
import { accountPage, goOn } from '../forms'

export const POST = takesForm(
  'account/sign-out',
  () => ({}),
  async (_, { request, locale }) => {
    const cookies = await deps().accounts.signOut(request.headers)
    const visitor = await visitorOf(request)
    if (visitor !== null) await forgetVisitor(deps(), visitor)
    return goOn(accountPage(locale, { done: 'signed_out' }), signedOutCookies(cookies))
  },
)
