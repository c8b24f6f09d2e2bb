import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { changeAddress, changeSubscription } from '@/lib/flows/subscription/change-subscription'
import { signedInOf, visitorOf } from '@/lib/visitor/visitor'
import { changeOf } from './change'

/** Everything that an owner can do with a subscription. Somebody else's is as if it were not there. */
export const POST = takesForm(
  'subscriptions/[subscription]/[act]',
  async ({ request, params, fields, locale }) => {
    const who = await signedInOf(request)
    const id = parseSubscriptionId(params.subscription ?? '')
    const change = changeOf(params.act ?? '', fields)
    if (!who || !id || !change) return missingPage()
    const page = `/${locale}/subscriptions/${id}`
    const visitor = await visitorOf(request)
    if (params.act === 'address' && visitor) await saveDraft(deps(), visitor, fields)
    if (change.kind === 'mistake') return seeOther(`${page}?problem=${change.at}`)
    return { id, shopper: who.shopper, change, page }
  },
  async ({ id, shopper, change, page }) => {
    if (change.kind === 'address') {
      const changed = await changeAddress(deps(), id, shopper, change.customer)
      return changed ? seeOther(`${page}?done=1`) : missingPage()
    }
    const done = await changeSubscription(deps(), id, shopper, change)
    if (done === null) return missingPage()
    workAfterwards()
    const refused = change.kind === 'move' ? 'day' : 'no_longer'
    return seeOther(done === 'done' ? `${page}?done=1` : `${page}?problem=${refused}`)
  },
)
