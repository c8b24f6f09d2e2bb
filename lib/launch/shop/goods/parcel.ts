import { standingOf } from '@/lib/core/goods/standing'
import { maySend, type Order, refundable, statusOf } from '@/lib/core/order'
import { asLine } from '@/lib/core/typed/text'
import { isLoopback } from '@/lib/env'
import { type ParcelUpdate, recordParcel } from '@/lib/flows/order/record-parcel'
import {
  type Command,
  DONE,
  findTypedOrder,
  merchant,
  quoted,
  refused,
  SHOP,
  sentenceOf,
  type Till,
  type Typed,
} from '../command'

/** The merchant's word that a parcel was sent or has arrived. */
export const parcelCommands: readonly Command[] = [
  {
    usage: 'order <number> sent "<carrier and number>"',
    does: 'says that the parcel was sent; the shopper gets a letter with carrier and number',
    options: ['despite'],
    run: (till, typed) => {
      const tracking = asLine(typed.words[1] ?? '')
      if (tracking === '')
        return Promise.resolve(refused(till, 'Say who carries it, such as "CJ 1234-5678".'))
      const despite = sentenceOf(typed.options.despite)
      const news = despite === '' ? {} : { despite }
      return tell(till, typed, { kind: 'sent', tracking, ...news })
    },
  },
  {
    usage: 'order <number> delivered',
    does: 'says that the parcel has arrived; from then on the shopper may ask for a return for seven days',
    options: [],
    run: (till, typed) => tell(till, typed, { kind: 'delivered' }),
  },
]

async function tell(till: Till, typed: Typed, news: ParcelUpdate): Promise<number> {
  const { shop } = till
  if (shop.simulated && !isLoopback(shop.shop.baseUrl))
    return refused(till, 'Nothing is sent for play money: the simulator is switched on here.')
  const found = await findTypedOrder(till, typed.words[0])
  if (!found) return 1
  const told = await recordParcel(shop, merchant, found.number, news)
  if (told.kind === 'done') {
    till.print(`Order ${found.number}: ${news.kind}.`)
    return DONE
  }
  if (told.kind !== 'refused') return refused(till, `There is no order ${found.number}.`)
  const why = news.kind === 'sent' ? whyNotSent(told.order, found.number, news.tracking) : null
  return refused(
    till,
    `Order ${found.number} cannot be ${news.kind} now: ${why ?? `its parcel is ${standText(told.order)}`}`,
  )
}

function whyNotSent(order: Order, number: string, tracking: string): string {
  if (standingOf(order.goods) !== 'here') return `its parcel is ${standText(order)}`
  const { status } = statusOf(order)
  if (status !== 'paid') return `it is ${status.replace('_', ' ')}, and only what is paid is sent`
  if (refundable(order).minor === 0) return 'nothing that was paid for it is still yours'
  return maySend(order, 'despite')
    ? `somebody contests its payment. If it is to go all the same, say why:\n  ${SHOP} order ${number} sent ${quoted(tracking)} --despite "…"`
    : `its parcel is ${standText(order)}`
}

const standText = ({ goods }: Order) => standingOf(goods).replace('_', ' ')
