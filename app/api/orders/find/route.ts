import { z } from 'zod'
import { deps } from '@/lib/deps'
import { findOrderByMail } from '@/lib/flows/order/find-order'
import { tooOften } from '../../limits'
import {
  forbidden,
  formFields,
  localeOf,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../responses'

const asked = z.object({
  number: z.string().trim().min(1).max(40),
  email: z.string().trim().min(3).max(200),
})

/** The answer is the same whether there is such an order or not. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const page = `/${localeOf(fields)}/orders/find`
  const parsed = asked.safeParse(fields)
  if (!parsed.success) return seeOther(`${page}?problem=fields`)
  const { email } = parsed.data
  const refused = await tooOften(request, 'look_up', email.toLowerCase(), localeOf(fields))
  if (refused) return refused
  await findOrderByMail(deps(), parsed.data.number, email)
  workAfterwards()
  return seeOther(`${page}?sent=1`)
}
