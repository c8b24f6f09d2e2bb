import { allBooks } from '@/lib/core/books'
import { type NoteId, noteId, type WishId } from '@/lib/core/ids'
import { formatMoney, krw, type Money } from '@/lib/core/money'
import { decide, type Fact, type Order, refundable } from '@/lib/core/order'
import { parseWon } from '@/lib/core/typed/count'
import { type GivenBack, noteHandback, refundOrder } from '@/lib/flows/order/refund-order'
import { booksText } from './books-text'
import {
  type Command,
  DONE,
  findTypedOrder,
  isAgreed,
  merchant,
  ONLY_SHOWN,
  quoted,
  REFUSED,
  refused,
  SHOP,
  sentenceOf,
  type Till,
  type Typed,
} from './command'
import { previewOf } from './preview'
import { typedWish } from './wish'

export const moneyBackCommands: readonly Command[] = [
  {
    usage: 'order <number> refund <amount> "<reason>"',
    does: 'gives so much back to what the shopper paid with, for a reason that the shopper reads',
    options: ['wish', 'yes'],
    run: (till, typed) => giveBack(till, typed, refund),
  },
  {
    usage: 'order <number> note-refund-elsewhere <amount> "<how>"',
    does: 'notes that you gave so much back by another road, such as a bank transfer; the shopper reads how, and no money moves',
    options: ['wish', 'yes'],
    run: (till, typed) => giveBack(till, typed, handback),
  },
]

type Asked = { readonly wish: WishId; readonly amount: Money; readonly reason: string }

/** Two roads that money goes back by. */
type Road = {
  readonly word: string
  readonly title: (amount: string, number: string) => string
  readonly done: (amount: string) => string
  readonly saying: string
  readonly factOf: (asked: Asked) => Fact
  readonly isKnown: (order: Order, wish: WishId) => boolean
  readonly act: (till: Till, order: Order, asked: Asked) => Promise<GivenBack | null>
}

const refund: Road = {
  word: 'refund',
  title: (amount, number) => `Give ${amount} of order ${number} back to what it was paid with:`,
  done: (amount) => `${amount} are on their way back. The running shop asks Adyen for it.`,
  saying: 'Reason',
  factOf: ({ wish, amount, reason }) => ({ kind: 'refund_wished', wish, amount, reason }),
  isKnown: ({ wishes }, wish) => wishes.some(({ id }) => id === wish),
  act: ({ shop }, { id }, asked) => refundOrder(shop, merchant, id, asked),
}

const noteOf = (wish: WishId): NoteId => noteId(wish)

const handback: Road = {
  word: 'note-refund-elsewhere',
  title: (amount, number) => `Note that ${amount} of order ${number} were given back by you:`,
  done: (amount) => `Noted: ${amount} were given back by another road.`,
  saying: 'How',
  factOf: ({ wish, amount, reason }) => ({
    kind: 'handed_back',
    note: noteOf(wish),
    amount,
    reason,
  }),
  isKnown: ({ handbacks }, wish) => handbacks.some(({ id }) => id === noteOf(wish)),
  act: ({ shop }, { id }, { wish, ...asked }) =>
    noteHandback(shop, merchant, id, { note: noteOf(wish), ...asked }),
}

async function giveBack(till: Till, typed: Typed, road: Road): Promise<number> {
  const { db, clock } = till.shop
  const [typedNumber, typedAmount = '', words] = typed.words
  const found = await findTypedOrder(till, typedNumber)
  const wish = found && typedWish(till, typed)
  if (!found || !wish) return REFUSED
  const { number, order, row } = found
  if (road.isKnown(order, wish)) return sayKnown(till, number, wish)

  const won = parseWon(typedAmount)
  if (won === null)
    return refused(till, `"${typedAmount}" is no amount in whole won. ${leftText(order, number)}`)
  const amount = krw(won)
  const reason = sentenceOf(words)
  if (reason === '') return refused(till, 'Say why, in words that the shopper reads.')

  const asked = { wish, amount, reason }
  const planned = { order, row, fact: road.factOf(asked), now: await clock.now() }
  if (decide(order, planned.fact, { now: planned.now, stock: 'there' }).length === 0)
    return refused(till, `${formatMoney(amount)} is too much. ${leftText(order, number)}`)
  const lines = [
    road.title(formatMoney(amount), number),
    ...(await previewOf(db, planned)),
    `  ${road.saying.padEnd(13)} ${reason}`,
    `  Only once     --wish ${wish}`,
  ]
  const again = `order ${number} ${road.word} ${won} ${quoted(reason)} --wish ${wish}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  return tell(till, await road.act(till, order, asked), {
    number,
    wish,
    done: road.done(formatMoney(amount)),
  })
}

type Done = { readonly number: string; readonly wish: WishId; readonly done: string }

function tell(till: Till, answer: GivenBack | null, { number, wish, done }: Done): number {
  switch (answer?.kind) {
    case 'done':
      till.print(`${done}\nSee what becomes of it: ${SHOP} order ${number} show`)
      return DONE
    case 'same':
      return sayKnown(till, number, wish)
    case 'more_than_left':
      return refused(till, `Nothing was done: meanwhile ${formatMoney(answer.left)} are left.`)
    default:
      return refused(till, 'Nothing was done.')
  }
}

function sayKnown(till: Till, number: string, wish: WishId): number {
  till.print(`Done already, as ${wish}: nothing is done twice.\nSee: ${SHOP} order ${number} show`)
  return DONE
}

function leftText(order: Order, number: string): string {
  const left = refundable(order)
  return left.minor > 0
    ? `Of order ${number} ${formatMoney(left)} can still be given back. Nothing was changed.`
    : `Of order ${number} nothing can be given back: ${booksText(allBooks(order))}. Nothing was changed.`
}
