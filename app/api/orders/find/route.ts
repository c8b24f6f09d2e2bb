import { z } from 'zod'
import { takesForm } from '@/app/api/form'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { findOrderByMail } from '@/lib/flows/order/find-order'

const asked = z.object({
  number: z.string().trim().min(1).max(40),
  email: z.string().trim().min(3).max(200),
})

/** The answer is the same whether there is such an order or not. */
export const POST = takesForm(
  'orders/find',
  ({ fields, locale }) => {
    const parsed = asked.safeParse(fields)
    if (!parsed.success) return seeOther(`/${locale}/orders/find?problem=fields`)
    return parsed.data
  },
  async ({ number, email }, { locale }) => {
    await findOrderByMail(deps(), number, email)
    workAfterwards()
    return seeOther(`/${locale}/orders/find?sent=1`)
  },
)
