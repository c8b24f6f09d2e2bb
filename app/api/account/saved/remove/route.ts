import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { tokenId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { removeSaved } from '@/lib/flows/saved/remove-saved'
import { signedInOf } from '@/lib/visitor/visitor'

export const POST = takesForm(
  'account/saved/remove',
  async ({ request, fields }) => {
    const who = await signedInOf(request)
    return who ? { who, token: tokenId(fields.token ?? '') } : missingPage()
  },
  async ({ who, token }, { locale }) => {
    if (!(await removeSaved(deps(), who.shopper, token))) return missingPage()
    workAfterwards()
    return seeOther(`/${locale}/account?done=removed#saved`)
  },
)
