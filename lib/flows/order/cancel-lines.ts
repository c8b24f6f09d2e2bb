import type { Asker } from '@/lib/core/asker'
import type { Pieces } from '@/lib/core/goods/lines'
import type { OrderId, WishId } from '@/lib/core/ids'
import type { Money } from '@/lib/core/money'
import type { Deps } from '../deps'
import { actOnGoods, type ToldGoods } from './act-on-goods'

type Lines = {
  /** Drawn with the form: the same twice cancels once. */
  readonly wish: WishId
  readonly pieces: Pieces
  /** What the shopper reads about why; null when it is the shopper. */
  readonly reason: string | null
  /** What the page said is kept for delivery; null when it is a person of the shop. */
  readonly agreed: Money | null
}

/** Pieces that are not to be sent any more, as the shopper or a person of the shop says: their money goes back. */
export const cancelLines = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  lines: Lines,
): Promise<ToldGoods> => {
  const who = asker.kind === 'browser' ? 'shopper' : 'merchant'
  return actOnGoods(deps, asker, id, {
    fact: { kind: 'lines_cancelled', who, ...lines },
    as: 'cancel',
  })
}
