import { type Asker, isAccountOf, mayAct } from '@/lib/core/asker'
import type { OrderId } from '@/lib/core/ids'
import { findOrderRow } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { payOrder, type Started } from './start-payment'

type PaymentChoice = {
  readonly order: OrderId
  readonly number: number
  readonly method: string
  readonly device?: string | null
}

/**
 * One more attempt of an order, for the shopper who cancelled, was refused, or wants another method. Whoever holds its
 * link may pay, and gets by that no right to anything else.
 */
export async function payAgain(
  deps: Deps,
  asker: Asker,
  { order, ...input }: PaymentChoice,
): Promise<Started | null> {
  const row = await findOrderRow(deps.db, order)
  if (!row) return null
  const byOwner = mayAct(asker, { ...row, orders: [order] })
  // Nobody is sent on the way that another has begun: who comes back from it may act.
  const contents = `again ${input.method}${byOwner ? '' : ' by link'}`
  // Paying a period by hand renews the saved wallet; whoever pays for somebody else does not save theirs.
  const { shopper, subscriptionId } = row
  const keep =
    subscriptionId && shopper && isAccountOf(asker, row)
      ? { shopper, agreement: 'subscription' as const }
      : null
  return payOrder(deps, order, { ...input, contents, customer: null, keep, byOwner })
}
