import { DAY } from '../calendar'
import { type Instant, laterBy } from '../ids'
import type { Claim, Goods } from './goods'

/* How often a shopper asks for goods to come back. People of the shop have no such bound: they can be called. */

// Each piece once, and some that were refused, exchanged or thought better of.
const MORE_THAN_PIECES = 10
const WITHDRAWN_A_DAY = 3

/** Whether the shopper asked so often, or took it back so often, that one more is for a person of the shop to open. */
export function asksTooOften({ lines, claims }: Goods, now: Instant): boolean {
  const own = claims.filter(({ by }) => by === 'shopper')
  const isFresh = ({ state, openedAt }: Claim) =>
    state === 'withdrawn' && laterBy(openedAt, DAY) > now
  const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return own.length >= ordered + MORE_THAN_PIECES || own.filter(isFresh).length >= WITHDRAWN_A_DAY
}
