import type { OrderEvent } from '@/lib/core/order'
import { happenedText } from '@/lib/i18n/desk/order/happened'
import { piecesText } from './goods/goods-text'

/** What happened to an order, oldest first, for a person of the shop. */
export const historyOf = (events: readonly OrderEvent[]) =>
  events.map((event) => ({
    at: new Date(event.at),
    what: happenedText(event, { locale: 'en', named: piecesText }),
  }))
