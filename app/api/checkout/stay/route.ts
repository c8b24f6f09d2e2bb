import { takesForm } from '@/app/api/form'
import { seeOther } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { goOnHere } from '@/lib/flows/cart/go-on-here'
import { visitorOf } from '@/lib/visitor/visitor'

/** Goes on here after all with what another browser has taken over. */
export const POST = takesForm(
  'checkout/stay',
  async ({ request }) => ({ visitor: await visitorOf(request) }),
  async ({ visitor }, { locale }) => {
    if (visitor !== null) await goOnHere(deps(), visitor)
    return seeOther(`/${locale}/checkout`)
  },
)
