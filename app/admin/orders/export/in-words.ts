import { deskOrdersEn, deskOrdersKo } from '@/lib/i18n/messages/desk-orders'
import type { ExportedOrder } from '@/lib/views/desk/order-export'

export const wordsOfSheet = { ko: deskOrdersKo, en: deskOrdersEn }
type Words = (typeof wordsOfSheet)['ko' | 'en']

/** Orders as somebody reads them in a sheet. */
export async function* inWords(orders: AsyncIterable<ExportedOrder>, words: Words) {
  for await (const order of orders)
    yield {
      ...order,
      status: words.status[order.status],
      sent: order.sent ? words.sent[order.sent] : '',
      claimed: order.claimed ? words.claimed[order.claimed] : '',
      kind: words.kind[order.kind],
    }
}
