import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { savedMethodId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { removeSaved } from '@/lib/flows/saved/remove-saved'
import { askerOf } from '@/lib/visitor/asker'
import { accountPage } from '../../forms'

export const POST = takesForm(
  'account/saved/remove',
  async ({ request, fields, locale }) => {
    const asker = await askerOf(request)
    if (asker.shopper === null) return seeOther(accountPage(locale))
    return { asker, wallet: savedMethodId(fields.wallet ?? '') }
  },
  async ({ asker, wallet }, { locale }) => {
    if (!(await removeSaved(deps(), asker, wallet))) return missingPage(locale)
    workAfterwards()
    return seeOther(`/${locale}/account?done=removed#saved`)
  },
)
