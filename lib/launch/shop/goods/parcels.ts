import { readTracking, type Tracking } from '@/lib/core/goods/carriers'
import type { Parcel, Remedy } from '@/lib/core/goods/goods'
import { unsentPieces } from '@/lib/core/goods/places'
import { parcelId } from '@/lib/core/ids'
import { cancelLines } from '@/lib/flows/order/cancel-lines'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { loseParcel, moveParcel } from '@/lib/flows/order/tell-of-parcel'
import {
  type Command,
  findTypedOrder,
  quoted,
  REFUSED,
  refused,
  sentenceOf,
  type Till,
  type Typed,
} from '../command'
import { typedWish } from '../wish'
import { piecesIn, showAndDo, typedOne, typedPieces } from './goods-act'
import { piecesText } from './goods-text'
import { hasCancelled, linesOption, notInIt, whyNamed } from './packing'

const merchant = { kind: 'merchant' } as const

/** What leaves, what does not, and what never arrives. */
export const parcelsCommands: readonly Command[] = [
  {
    usage: 'order <number> send <carrier> <tracking>',
    does: 'says that a parcel with all that is to be sent, or a part of it, was handed over; the shopper gets a letter',
    options: ['lines', 'despite', 'yes'],
    run: send,
  },
  {
    usage: 'order <number> unsend',
    does: 'takes that back, until the parcel is delivered',
    options: ['parcel', 'yes'],
    run: (till, typed) => move(till, typed, 'unsent'),
  },
  {
    usage: 'order <number> came-back',
    does: 'says that a parcel came back unopened: it can be sent again, or cancelled',
    options: ['parcel', 'yes'],
    run: (till, typed) => move(till, typed, 'came_back'),
  },
  {
    usage: 'order <number> lost',
    does: 'says that a parcel was lost or broken on its way: its money goes back, or the same goods are sent again',
    options: ['parcel', 'remedy', 'yes'],
    run: lose,
  },
  {
    usage: 'order <number> cancel-lines <lines> "<reason>"',
    does: 'cancels a part before it is sent, such as 1:2,3 for two of line 1 and one of line 3: money and stock follow',
    options: ['wish', 'yes'],
    run: cancel,
  },
]

async function send(till: Till, typed: Typed): Promise<number> {
  const { shop } = till
  if (shop.shop.isPlayMoney)
    return refused(till, 'Nothing is sent for play money: the simulator is switched on here.')
  const found = await findTypedOrder(till, typed.words[0])
  const tracking = found && typedTracking(till, typed)
  if (!found || !tracking) return REFUSED
  const { goods } = found.order
  // What is shown is what is sent: a piece that is cancelled meanwhile is not left out in silence.
  const all = { option: 'lines', none: unsentPieces(goods) }
  const pieces = piecesIn(till, typed.options.lines, all)?.pieces
  if (!pieces) return REFUSED
  const despite = sentenceOf(typed.options.despite) || null
  const reason = despite === null ? '' : ` --despite ${quoted(despite)}`
  const line = `send ${quoted(tracking.carrier)} ${tracking.number}`
  const isUnseen = typed.options.lines === undefined && typed.options.yes
  if (isUnseen && hasCancelled(goods) && pieces.length > 0)
    return refused(
      till,
      `Nothing of order ${found.number} was sent: ${whyNamed(goods, found.number, line)}${reason} --yes`,
    )
  const cancelled = notInIt(goods)
  return showAndDo(till, typed, {
    found,
    // Drawn anew when it is sent: this one only shows what would happen.
    fact: { kind: 'parcel_sent', parcel: parcelId('shown'), pieces, despite },
    title: 'Send a parcel',
    about: [
      `  With          ${tracking.carrier} ${tracking.number}`,
      `  In it         ${piecesText(pieces)}`,
      ...(cancelled === null ? [] : [`  Not in it     ${cancelled}`]),
    ],
    again: `${line}${linesOption(pieces)}${reason}`,
    act: () => sendParcel(shop, merchant, found.id, { pieces, tracking, despite }),
    done: `Sent. In the parcel: ${piecesText(pieces)}.`,
  })
}

function typedTracking(till: Till, { words }: Typed): Tracking | null {
  const read = readTracking(words[1] ?? '', words[2] ?? '')
  if (typeof read === 'object' && 'number' in read) return read
  till.complain(
    read === 'no_carrier'
      ? 'Say who carries it, such as CJ.'
      : read === 'no_number'
        ? 'Say its tracking number.'
        : `${read.carrier} has no number "${words[2] ?? ''}": theirs have ${read.digits} digits. Nothing was changed.`,
  )
  return null
}

const titles = {
  unsent: ['A parcel was not sent after all', 'Its goods are to be sent again.'],
  came_back: ['A parcel came back unopened', 'Its goods are to be sent again, or cancelled.'],
} as const

async function move(till: Till, typed: Typed, to: keyof typeof titles): Promise<number> {
  const found = await findTypedOrder(till, typed.words[0])
  const parcel = found && typedParcel(till, typed, found.order.goods.parcels, ['sent'])
  if (!found || !parcel) return REFUSED
  const [title, done] = titles[to]
  return showAndDo(till, typed, {
    found,
    fact: { kind: 'parcel_moved', parcel: parcel.id, to },
    title,
    again: `${to === 'unsent' ? 'unsend' : 'came-back'}${numbered(found.order.goods.parcels, parcel)}`,
    act: () => moveParcel(till.shop, merchant, found.id, { parcel: parcel.id, to }),
    done,
  })
}

const typedParcel = (
  till: Till,
  { options }: Typed,
  all: readonly Parcel[],
  states: readonly Parcel['state'][],
): Parcel | null =>
  typedOne(till, options.parcel, {
    all,
    able: all.filter(({ state }) => states.includes(state)),
    what: 'parcel',
  })

const numbered = (all: readonly Parcel[], parcel: Parcel) => ` --parcel ${all.indexOf(parcel) + 1}`

async function lose(till: Till, typed: Typed): Promise<number> {
  const found = await findTypedOrder(till, typed.words[0])
  const remedy = found && typedRemedy(till, typed, null)
  const { parcels = [] } = found?.order.goods ?? {}
  const isUnderWay = parcels.some(({ state }) => state === 'sent')
  const parcel = remedy && typedParcel(till, typed, parcels, isUnderWay ? ['sent'] : ['delivered'])
  if (!found || !parcel) return REFUSED
  const again = `lost${numbered(parcels, parcel)} --remedy ${remedy === 'money' ? 'money' : 'same-goods'}`
  return showAndDo(till, typed, {
    found,
    fact: { kind: 'parcel_lost', parcel: parcel.id, remedy },
    title: 'A parcel was lost',
    again,
    act: () => loseParcel(till.shop, merchant, found.id, { parcel: parcel.id, remedy }),
    done: remedy === 'money' ? 'Its money goes back.' : 'The same goods are to be sent again.',
  })
}

/** `none`: what it is when nothing was typed; null: then it has to be. */
export function typedRemedy(till: Till, { options }: Typed, none: Remedy | null): Remedy | null {
  const typed = options.remedy?.replace('-', '_') ?? none
  if (typed === 'money' || typed === 'same_goods') return typed
  till.complain('Say what for: --remedy money or --remedy same-goods.')
  return null
}

async function cancel(till: Till, typed: Typed): Promise<number> {
  const [typedNumber, named = '', words] = typed.words
  const found = await findTypedOrder(till, typedNumber)
  const wish = found && typedWish(till, typed)
  if (!found || !wish) return REFUSED
  const pieces = typedPieces(named)
  const reason = sentenceOf(words)
  if (!pieces)
    return refused(
      till,
      `"${named}" names no lines: type 1:2,3 for two of line 1 and one of line 3.`,
    )
  if (reason === '') return refused(till, 'Say why, in words that the shopper reads.')
  const lines = { wish, pieces, reason, agreed: null }
  return showAndDo(till, typed, {
    found,
    fact: { kind: 'lines_cancelled', who: 'merchant', ...lines },
    title: 'Cancel a part',
    about: [`  Reason        ${reason}`, `  Only once     --wish ${wish}`],
    again: `cancel-lines ${quoted(named)} ${quoted(reason)} --wish ${wish}`,
    act: () => cancelLines(till.shop, merchant, found.id, lines),
    done: 'Cancelled: its money goes back, and its goods are in stock.',
  })
}
