import { z } from 'zod'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { buyAgain } from '@/lib/flows/saved/charge-saved'
import { networkOf } from '@/lib/visitor/network'
import { signedInOf } from '@/lib/visitor/visitor'

const again = z.object({
  checkout: z.string().regex(/^[A-Za-z0-9]{22}$/),
  total: z.coerce.number().int().min(1).max(1_000_000_000),
})

/** Buys the same again with the saved wallet, nobody being sent anywhere. */
export const POST = takesForm(
  'orders/[order]/again',
  async ({ request, params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    const who = await signedInOf(request)
    if (!order || !who) return missingPage(locale)
    const page = `/${locale}/orders/${order}`
    // Asked for every time, beside the button that charges.
    if (fields.consent !== 'yes') return seeOther(`${page}?problem=again_consent`)
    const parsed = again.safeParse(fields)
    if (!parsed.success) return seeOther(`${page}?problem=again_changed`)
    const { checkout: checkoutId, total } = parsed.data
    const { shopper } = who
    const network = networkOf(request.headers, deps().trustProxy)
    return { input: { order, shopper, checkoutId, total, network }, page }
  },
  async ({ input, page }, { locale }) => {
    const charged = await buyAgain(deps(), input)
    if (charged.kind === 'unknown') return missingPage(locale)
    workAfterwards()
    return charged.kind === 'charged'
      ? seeOther(`/${locale}/orders/${charged.order}/result`)
      : seeOther(`${page}?problem=again_${charged.kind}`)
  },
)
