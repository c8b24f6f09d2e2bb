import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { forgetVisitor } from '@/lib/flows/visitor/forget-visitor'
import { signedInOf } from '@/lib/visitor/visitor'
import { accountPage } from '../../../forms'

/** Signs out another browser of one's own. */
export const POST = takesForm(
  'account/sessions/[session]/revoke',
  async ({ request, params, locale }) => {
    const who = await signedInOf(request)
    return who ? { who, session: params.session ?? '' } : seeOther(accountPage(locale))
  },
  async ({ who, session }, { locale }) => {
    const ended = await deps().accounts.endSession(who, session)
    if (ended === null) return missingPage(locale)
    if (ended.visitor !== null) await forgetVisitor(deps(), ended.visitor)
    return seeOther(accountPage(locale, { done: 'revoked' }))
  },
)
