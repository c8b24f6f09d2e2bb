import { type Asker, mayAct, type OwnerAct } from '@/lib/core/asker'
import type { Instant } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { spendActLink } from '@/lib/db/people/act-links'
import { findOwner } from '@/lib/db/people/owners'

/**
 * Asked in the transaction that acts, once it holds what is acted on. A link that was mailed for this is used up by
 * it, and is as good as new when the transaction does not come about.
 */
export async function mayActOn(
  tx: Tx,
  asker: Asker,
  act: OwnerAct,
  now: Instant,
): Promise<boolean> {
  const owner = await findOwner(tx, act)
  if (owner === null) return false
  if (mayAct(asker, owner)) return true
  const link = asker.kind === 'browser' ? asker.link : null
  return link !== null && spendActLink(tx, link, act, new Date(now))
}
