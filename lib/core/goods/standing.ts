import { type Goods, isOut, isPending } from './goods'
import { countPieces, fewerPieces } from './lines'
import { exchangePieces, unsentPieces } from './places'

/* What an order says of its goods in one word. */

const standings = ['here', 'partly_sent', 'sent', 'delivered', 'claimed'] as const
export type Standing = (typeof standings)[number]

/** `claimed`: some are to come back. An exchange that is still to be sent does not make less of what was delivered. */
export function standingOf(goods: Goods): Standing {
  if (goods.claims.some(isPending)) return 'claimed'
  const out = goods.parcels.filter(isOut)
  if (out.length === 0) return 'here'
  const ordered = fewerPieces(goods.lines, unsentPieces(goods), exchangePieces(goods))
  if (countPieces(ordered) > 0) return 'partly_sent'
  return out.every(({ state }) => state === 'delivered') ? 'delivered' : 'sent'
}
