import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { mayNotPage, missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { changeAddress, changeSubscription } from '@/lib/flows/subscription/change-subscription'
import { askerOf } from '@/lib/visitor/asker'
import { networkOf } from '@/lib/visitor/network'
import { changeOf } from './change'

/**
 * Everything that an owner can do with a subscription. Somebody else's is as if it were not there, but for its end,
 * which a link by mail can open.
 */
export const POST = takesForm(
  'subscriptions/[subscription]/[act]',
  async ({ request, params, fields, locale }) => {
    const asker = await askerOf(request, actLinkIn(fields))
    const id = parseSubscriptionId(params.subscription ?? '')
    const change = changeOf(params.act ?? '', fields)
    if (!id || !change || (change.kind !== 'cancel' && asker.shopper === null))
      return missingPage(locale)
    const page = `/${locale}/subscriptions/${id}`
    const { visitor } = asker
    const network = networkOf(request.headers, deps().trustProxy)
    if (params.act === 'address' && visitor) await saveDraft(deps(), { visitor, network }, fields)
    if (change.kind === 'mistake') return seeOther(`${page}?problem=${change.at}`)
    return { id, asker, change, page }
  },
  async ({ id, asker, change, page }, { locale }) => {
    if (change.kind === 'address') {
      const changed = await changeAddress(deps(), asker, { id, customer: change.customer })
      return changed ? seeOther(`${page}?done=1`) : missingPage(locale)
    }
    const done = await changeSubscription(deps(), asker, { id, change })
    if (done === null) return missingPage(locale)
    if (done === 'may_not') return mayNotPage(`${page}/end`, locale)
    workAfterwards()
    // Whoever ends it by a link cannot see it: the page of the end says that it is done.
    if (change.kind === 'cancel') return seeOther(`${page}/end?done=1`)
    if (done === 'done') return seeOther(`${page}?done=1`)
    const refused = change.kind === 'move' ? 'day' : 'no_longer'
    return seeOther(`${page}?problem=${done === 'often' ? 'often' : refused}`)
  },
)
