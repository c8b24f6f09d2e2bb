import type { Asker } from '@/lib/core/asker'
import { type GivenGround, isPending, type Remedy } from '@/lib/core/goods/goods'
import type { Pieces } from '@/lib/core/goods/lines'
import type { ClaimId, OrderId } from '@/lib/core/ids'
import { listDaysOff } from '@/lib/db/days-off'
import { findOrder } from '@/lib/db/orders'
import { insertClaim } from '@/lib/db/parcels'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

export type AskedClaim = {
  /** Drawn with the form: the same twice asks once. */
  readonly claim: ClaimId
  /** Null: all that can be claimed. */
  readonly pieces: Pieces | null
  readonly ground: GivenGround
  readonly remedy: Remedy
  /** What somebody wrote about it. */
  readonly words: string
}

/** The shopper, or a person of the shop, says that goods are to come back, within the law's time. */
export async function openClaim(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { words, ...asked }: AskedClaim,
): Promise<ToldGoods> {
  const by = asker.kind === 'browser' ? 'shopper' : 'merchant'
  const daysOff = await listDaysOff(deps.db)
  const told = await actOnGoods(deps, asker, id, {
    fact: { kind: 'claim_opened', by, ...asked, daysOff },
    as: 'claim',
    also: async (tx, at) => {
      await insertClaim(tx, { orderId: id, id: asked.claim, words, at })
      return null
    },
  })
  if (told !== 'no_pieces' || asked.pieces !== null) return told
  // Who asks for all of it once more asked for it before.
  const order = await findOrder(deps.db, id)
  return order?.goods.claims.some(isPending) ? 'known' : told
}
