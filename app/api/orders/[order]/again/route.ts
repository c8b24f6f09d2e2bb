import { z } from 'zod'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { buyAgain } from '@/lib/flows/saved/charge-saved'
import { signedInOf } from '@/lib/visitor/visitor'
import { tooOften } from '../../../limits'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../../responses'

type Context = { params: Promise<{ order: string }> }

const again = z.object({
  checkout: z.string().regex(/^[A-Za-z0-9]{22}$/),
  total: z.coerce.number().int().min(1).max(1_000_000_000),
})

/** Buys the same again with the saved wallet, nobody being sent anywhere. */
export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const order = parseOrderId((await params).order)
  const fields = (await formFields(request)) ?? {}
  const who = await signedInOf(request)
  if (!order || !who) return missingPage()
  const page = `/${localeOf(fields)}/orders`
  const parsed = again.safeParse(fields)
  // Asked for every time, beside the button that charges.
  if (fields.consent !== 'yes') return seeOther(`${page}/${order}?problem=again_consent`)
  if (!parsed.success) return seeOther(`${page}/${order}?problem=again_changed`)

  const refused = await tooOften(request, 'checkout', who.shopper, localeOf(fields))
  if (refused) return refused
  const { checkout: checkoutId, total } = parsed.data
  const charged = await buyAgain(deps(), { order, shopper: who.shopper, checkoutId, total })
  if (charged.kind === 'unknown') return missingPage()
  workAfterwards()
  return charged.kind === 'charged'
    ? seeOther(`${page}/${charged.order}/result`)
    : seeOther(`${page}/${order}?problem=again_${charged.kind}`)
}
