import { type Claim, type Goods, isOut, isPending } from './goods'
import { countPieces, fewerPieces } from './lines'
import { exchangePieces, unsentPieces } from './places'

/* What an order says of its goods in one word. */

/** How far what was ordered has come, whatever became of it since. */
const sentStates = ['here', 'partly_sent', 'sent', 'delivered'] as const
export type SentState = (typeof sentStates)[number]
export type Standing = SentState | 'claimed'

/** `claimed`: some are to come back. An exchange that is still to be sent does not make less of what was delivered. */
export const standingOf = (goods: Goods): Standing =>
  goods.claims.some(isPending) ? 'claimed' : sentStateOf(goods)

export function sentStateOf(goods: Goods): SentState {
  const out = goods.parcels.filter(isOut)
  if (out.length === 0) return 'here'
  const ordered = fewerPieces(goods.lines, unsentPieces(goods), exchangePieces(goods))
  if (countPieces(ordered) > 0) return 'partly_sent'
  return out.every(({ state }) => state === 'delivered') ? 'delivered' : 'sent'
}

/** Of the claims of an order the one that somebody has to do most about. `over`: settled, refused or withdrawn. */
export const claimedStates = ['arrived', 'open', 'over'] as const
export type ClaimedState = (typeof claimedStates)[number]

/** Null: nothing was ever claimed. */
export function claimedStateOf({ claims }: Goods): ClaimedState | null {
  const isAny = (wanted: Claim['state']) => claims.some(({ state }) => state === wanted)
  if (isAny('arrived')) return 'arrived'
  if (isAny('open')) return 'open'
  return claims.length > 0 ? 'over' : null
}
