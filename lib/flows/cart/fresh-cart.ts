import { createHmac } from 'node:crypto'
import type { Instant } from '@/lib/core/ids'
import type { Deps } from '../deps'

/** What a new cart is made with. Where it is made from is kept as a fingerprint, for counting. */
export async function freshCart({ keys, newId }: Deps, network: string, now: Instant) {
  const hash = createHmac('sha256', await keys.for('networks')).update(network)
  return { checkoutId: newId(), network: hash.digest('base64url'), at: new Date(now) }
}
