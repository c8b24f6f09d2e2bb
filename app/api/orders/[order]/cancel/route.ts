import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther } from '@/app/api/responses'
import { afterActOnGoods } from '@/app/api/told-of-goods'
import type { Asker } from '@/lib/core/asker'
import { type OrderId, parseOrderId, parseWishId, wishId } from '@/lib/core/ids'
import { krw, type Money } from '@/lib/core/money'
import { parseWon } from '@/lib/core/typed/count'
import { linesInFields, piecesInFields } from '@/lib/core/typed/pieces'
import { deps } from '@/lib/deps'
import { cancelLines } from '@/lib/flows/order/cancel-lines'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import { askerOf } from '@/lib/visitor/asker'

type Fields = Readonly<Record<string, string>>

/** Cancels the whole order, or the pieces that a form names. */
export const POST = takesForm(
  'orders/[order]/cancel',
  ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    return order ? { order, fields, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ order, fields, link }, { request, locale }) => {
    const asker = await askerOf(request, link)
    const done = await cancel(asker, order, fields)
    const page = `/${locale}/orders/${order}`
    switch (done) {
      case 'no_pieces':
      case 'line_twice':
      case 'more_than_there_are':
      case 'all_of_it':
      case 'way_unread':
        return seeOther(`${page}/cancel?${asTyped(fields, link)}`)
      default: {
        const told = done === 'cancelled' ? 'done' : done
        return afterActOnGoods(told, { page, act: 'cancel', problem: 'cancel', locale })
      }
    }
  },
)

function cancel(asker: Asker, order: OrderId, fields: Fields) {
  const pieces = piecesInFields(fields)
  if (pieces === null) return cancelOrder(deps(), asker, order)
  const wish = parseWishId(fields.wish ?? '') ?? wishId(deps().newId())
  return cancelLines(deps(), asker, order, { wish, pieces, reason: null, agreed: agreedIn(fields) })
}

/** What the page said is kept for delivery: nothing, where it said nothing. */
const agreedIn = ({ way = '' }: Fields): Money => krw(parseWon(way) ?? 0)

/** Back to the page that says what is wrong with it. */
const asTyped = (fields: Fields, link: string | null) =>
  new URLSearchParams({
    ...Object.fromEntries(linesInFields(fields).map(([line, text]) => [`line-${line}`, text])),
    ...(link ? { link } : {}),
    ...(parseWishId(fields.wish ?? '') ? { wish: fields.wish ?? '' } : {}),
  })
