import type { Ground, Remedy, Settlement } from '@/lib/core/goods/goods'
import type { GoodsEvent } from '@/lib/core/goods/judge'
import type { Pieces } from '@/lib/core/goods/lines'
import { formatMoney, type Money } from '@/lib/core/money'

/** What happened to the goods of an order, for a person of the shop. */
export function goodsSentence(event: GoodsEvent): string {
  switch (event.type) {
    case 'lines_cancelled':
      return `${piecesText(event.pieces)} cancelled by ${people[event.who]}, ${formatMoney(event.amount)} go back${saying(event.reason)}`
    case 'parcel_sent': {
      const which = event.pieces && event.brings !== 'all' ? `: ${piecesText(event.pieces)}` : ''
      const despite = event.despite === null ? '' : `, despite a dispute${saying(event.despite)}`
      return `${sentWords[event.brings]}${which}${despite}`
    }
    case 'parcel_moved':
      return movedWords[event.to]
    case 'parcel_lost':
      return event.remedy === 'money'
        ? `a parcel was lost, ${formatMoney(event.amount)} go back`
        : 'a parcel was lost, and the same goods are to be sent again'
    case 'claim_opened':
      return `${people[event.by]} wants to give back ${event.pieces ? piecesText(event.pieces) : 'all of it'}: ${groundWords[event.ground]}, for ${remedyWords[event.remedy]}`
    case 'claim_refused':
      return `that was refused${saying(event.reason)}`
    case 'claim_withdrawn':
      return 'the shopper keeps it after all'
    case 'claim_arrived':
      return `came back: ${arrivedText(event)}`
    case 'claim_settled':
      return `settled: ${settlementText(event.settlement)}`
  }
}

const people = { shopper: 'the shopper', merchant: 'the shop' } as const

/** `2 of line 1, 1 of line 3`. */
export const piecesText = (pieces: Pieces): string =>
  pieces.map(({ line, quantity }) => `${quantity} of line ${line}`).join(', ')

export const arrivedText = ({ sellable, damaged }: { sellable: Pieces; damaged: Pieces }): string =>
  [
    sellable.length > 0 ? `${piecesText(sellable)} sellable` : '',
    damaged.length > 0 ? `${piecesText(damaged)} damaged` : '',
  ]
    .filter(Boolean)
    .join('; ')

const sentWords = { all: 'sent', part: 'partly sent', exchange: 'an exchange was sent' } as const
const movedWords = {
  delivered: 'delivered',
  unsent: 'it was not sent after all',
  came_back: 'it came back unopened',
} as const

export const groundWords = {
  changed_mind: 'changed their mind',
  faulty: 'faulty',
  other_than_described: 'other than described',
  not_said: 'no reason was asked for',
} as const satisfies Record<Ground, string>

export const remedyWords = {
  money: 'money',
  same_goods: 'the same goods',
} as const satisfies Record<Remedy, string>

/** Every won with its reason: `₩12,000 go back: ₩15,000 for the goods, less ₩3,000 for sending them back`. */
export function settlementText(settlement: Settlement): string {
  if (settlement.remedy === 'same_goods') return 'the same goods are to be sent again'
  const { goods, delivery, wayBack, wayThere, notOurs, amount } = settlement
  const part = (money: Money, words: string) =>
    money.minor > 0 ? [`${formatMoney(money)} ${words}`] : []
  const reasons = [
    `${formatMoney(goods)} for the goods`,
    ...part(delivery, 'for their delivery'),
    ...part(wayBack, 'less for sending them back'),
    ...part(wayThere, 'less for a delivery that was free only because more was ordered'),
    ...part(notOurs, 'less because it went back already, or is not ours any more'),
  ]
  return `${formatMoney(amount)} go back: ${reasons.join(', ')}`
}

const saying = (words: string | null) => (words === null ? '' : `: "${words}"`)
