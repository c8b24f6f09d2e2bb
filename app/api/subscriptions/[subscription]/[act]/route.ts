import { parseDay } from '@/lib/core/calendar'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import {
  changeAddress,
  changeSubscription,
  type SubscriptionChange,
} from '@/lib/flows/subscription/change-subscription'
import { customerMistakes, parseCustomer } from '@/lib/views/checkout-form'
import { signedInOf, visitorOf } from '@/lib/visitor/visitor'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../../responses'

type Context = { params: Promise<{ subscription: string; act: string }> }
type Fields = Readonly<Record<string, string>>

/** Everything that an owner can do with a subscription. Somebody else's is as if it were not there. */
export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const { subscription, act } = await params
  const fields = (await formFields(request)) ?? {}
  const who = await signedInOf(request)
  const id = parseSubscriptionId(subscription)
  if (!who || !id) return missingPage()
  const page = `/${localeOf(fields)}/subscriptions/${id}`

  if (act === 'address') {
    const visitor = visitorOf(request)
    if (visitor) await saveDraft(deps(), visitor, fields)
    if (Object.keys(customerMistakes(fields)).length > 0)
      return seeOther(`${page}?problem=address#address`)
    const changed = await changeAddress(deps(), id, who.shopper, parseCustomer(fields))
    return changed ? seeOther(`${page}?done=1`) : missingPage()
  }
  const wish = wishOf(act, fields)
  if (wish === null) return missingPage()
  if (wish === 'day') return seeOther(`${page}?problem=day`)
  const done = await changeSubscription(deps(), id, who.shopper, wish)
  if (done === null) return missingPage()
  workAfterwards()
  const refused = wish.kind === 'move' ? 'day' : 'no_longer'
  return seeOther(done === 'done' ? `${page}?done=1` : `${page}?problem=${refused}`)
}

function wishOf(act: string, fields: Fields): SubscriptionChange | 'day' | null {
  switch (act) {
    case 'pause':
    case 'resume':
    case 'skip':
    case 'stay':
    case 'agree':
      return { kind: act }
    case 'move': {
      const day = parseDay(fields.day ?? '')
      return day ? { kind: 'move', day } : 'day'
    }
    case 'cancel': {
      // What cannot be undone has to be asked for by its name.
      const { when } = fields
      return when === 'now' || when === 'period_end'
        ? { kind: 'cancel', who: 'shopper', when }
        : null
    }
    default:
      return null
  }
}
