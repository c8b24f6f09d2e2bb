import { problemOfPieces } from '@/lib/core/goods/lines'
import { unsentPieces } from '@/lib/core/goods/places'
import { standingOf } from '@/lib/core/goods/standing'
import { maySend, type Order, refundable, statusOf } from '@/lib/core/order'
import { asLine } from '@/lib/core/typed/text'
import { type ParcelUpdate, recordParcel } from '@/lib/flows/order/record-parcel'
import { goodsProblems } from '@/lib/i18n/desk/order/goods-terms'
import {
  type Command,
  DONE,
  findTypedOrder,
  merchant,
  quoted,
  REFUSED,
  refused,
  SHOP,
  sentenceOf,
  type Till,
  type Typed,
} from '../command'
import { piecesIn } from './goods-act'
import { piecesText } from './goods-text'
import { linesOption, whyNamed } from './packing'

type Sent = Extract<ParcelUpdate, { kind: 'sent' }>

/** The merchant's word that a parcel was sent or has arrived. */
export const parcelCommands: readonly Command[] = [
  {
    usage: 'order <number> sent "<carrier and number>"',
    does: 'says that the parcel was sent; the shopper gets a letter with carrier and number',
    options: ['lines', 'despite'],
    run: sent,
  },
  {
    usage: 'order <number> delivered',
    does: 'says that the parcel has arrived; from then on the shopper may ask for a return for seven days',
    options: [],
    run: (till, typed) => tell(till, typed, { kind: 'delivered' }),
  },
]

async function sent(till: Till, typed: Typed): Promise<number> {
  const tracking = asLine(typed.words[1] ?? '')
  if (tracking === '') return refused(till, 'Say who carries it, such as "CJ 1234-5678".')
  const named = piecesIn(till, typed.options.lines, { option: 'lines', none: null })
  if (!named) return REFUSED
  const despite = sentenceOf(typed.options.despite)
  return tell(till, typed, {
    kind: 'sent',
    tracking,
    ...(named.pieces ? { pieces: named.pieces } : {}),
    ...(despite === '' ? {} : { despite }),
  })
}

async function tell(till: Till, typed: Typed, news: ParcelUpdate): Promise<number> {
  const { shop } = till
  if (shop.shop.isPlayMoney)
    return refused(till, 'Nothing is sent for play money: the simulator is switched on here.')
  const found = await findTypedOrder(till, typed.words[0])
  if (!found) return 1
  const told = await recordParcel(shop, merchant, found.number, news)
  if (told.kind === 'done') {
    const inIt = news.kind === 'sent' ? told.order.goods.parcels.at(-1) : undefined
    const what = inIt ? ` In the parcel: ${piecesText(inIt.pieces)}.` : ''
    till.print(`Order ${found.number}: ${news.kind}.${what}`)
    return DONE
  }
  if (told.kind !== 'refused') return refused(till, `There is no order ${found.number}.`)
  const why = news.kind === 'sent' ? whyNotSent(told.order, found.number, news) : null
  return refused(
    till,
    `Order ${found.number} cannot be ${news.kind} now: ${why ?? `its parcel is ${standText(told.order)}`}`,
  )
}

function whyNotSent(order: Order, number: string, { tracking, pieces, despite }: Sent): string {
  const { goods } = order
  const there = unsentPieces(goods)
  if (there.length === 0) return `its parcel is ${standText(order)}`
  const { status } = statusOf(order)
  if (status !== 'paid') return `it is ${status.replace('_', ' ')}, and only what is paid is sent`
  if (refundable(order).minor === 0) return 'nothing that was paid for it is still yours'
  const line = `sent ${quoted(tracking)}`
  if (!maySend(order, despite ?? null))
    return `somebody contests its payment. If it is to go all the same, say why:\n  ${SHOP} order ${number} ${line}${pieces ? linesOption(pieces) : ''} --despite "…"`
  const reason = despite === undefined ? '' : ` --despite ${quoted(despite)}`
  if (pieces === undefined) return whyNamed(goods, number, `${line}${reason}`)
  const problem = problemOfPieces(pieces, there)
  return `${problem ? goodsProblems.en[problem] : 'it changed meanwhile'}. To be sent: ${piecesText(there)}`
}

const standText = ({ goods }: Order) => standingOf(goods).replace('_', ' ')
