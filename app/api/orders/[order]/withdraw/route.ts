import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { afterActOnGoods } from '@/app/api/told-of-goods'
import { parseOrderId } from '@/lib/core/ids'
import { parseCount } from '@/lib/core/typed/count'
import { deps } from '@/lib/deps'
import { withdrawClaim } from '@/lib/flows/order/decide-claim'
import { findClaimId } from '@/lib/flows/order/find-order'
import { askerOf } from '@/lib/visitor/asker'

/** The shopper keeps the goods after all. */
export const POST = takesForm(
  'orders/[order]/withdraw',
  async ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    const place = parseCount(fields.claim ?? '')
    const claim = order && place && (await findClaimId(deps(), order, place))
    return order && claim ? { order, claim, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ order, claim, link }, { request, locale }) => {
    const told = await withdrawClaim(deps(), await askerOf(request, link), order, claim)
    const page = `/${locale}/orders/${order}`
    return afterActOnGoods(told, { page, act: 'return', problem: 'withdraw', locale })
  },
)
