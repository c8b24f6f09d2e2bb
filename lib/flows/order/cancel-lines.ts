import type { Asker } from '@/lib/core/asker'
import type { Pieces } from '@/lib/core/goods/lines'
import { type OrderId, type WishId, wishId } from '@/lib/core/ids'
import { krw, type Money, noMoney } from '@/lib/core/money'
import { refundable } from '@/lib/core/order'
import type { Deps } from '../deps'
import { recordIn } from '../record'
import { actOnGoods, type ToldGoods } from './act-on-goods'

type Lines = {
  /** Drawn with the form: the same twice cancels once. */
  readonly wish: WishId
  readonly pieces: Pieces
  /** What the shopper reads about why; null when it is the shopper. */
  readonly reason: string | null
  /** What the page said is kept for delivery; null when it is a person of the shop. */
  readonly agreed: Money | null
  /** What of the delivery goes back with them, where a person of the shop says so. */
  readonly delivery?: Money
}

/** Pieces that are not to be sent any more, as the shopper or a person of the shop says: their money goes back. */
export const cancelLines = (
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { delivery = noMoney, ...lines }: Lines,
): Promise<ToldGoods> => {
  const who = asker.kind === 'browser' ? 'shopper' : 'merchant'
  return actOnGoods(deps, asker, id, {
    fact: { kind: 'lines_cancelled', who, ...lines },
    as: 'cancel',
    afterwards: async (tx, order) => {
      if (who === 'shopper' || delivery.minor === 0) return
      const { wish, reason } = lines
      const amount = krw(Math.min(delivery.minor, refundable(order).minor))
      const ofDelivery = { wish: wishId(`${wish} delivery`), amount, reason: reason ?? '' }
      await recordIn(tx, deps, id, { kind: 'refund_wished', ...ofDelivery }, await deps.clock.now())
    },
  })
}
