import { parseTypedDay } from '@/lib/core/typed/day'
import type { SubscriptionChange } from '@/lib/flows/subscription/change-subscription'
import { customerMistakes, parseCustomer } from '@/lib/views/checkout-form'

type OwnersChange =
  | SubscriptionChange
  | { readonly kind: 'address'; readonly customer: ReturnType<typeof parseCustomer> }
  | { readonly kind: 'mistake'; readonly at: 'day' | 'address#address' }

/** What an owner wants of a subscription, or null when it is nothing that can be asked for. */
export function changeOf(
  act: string,
  fields: Readonly<Record<string, string>>,
): OwnersChange | null {
  switch (act) {
    case 'pause':
    case 'resume':
    case 'skip':
    case 'stay':
    case 'agree':
      return { kind: act }
    case 'move': {
      const day = parseTypedDay(fields.day ?? '')
      return day ? { kind: 'move', day } : { kind: 'mistake', at: 'day' }
    }
    case 'address': {
      const isComplete = Object.keys(customerMistakes(fields)).length === 0
      return isComplete
        ? { kind: 'address', customer: parseCustomer(fields) }
        : { kind: 'mistake', at: 'address#address' }
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
