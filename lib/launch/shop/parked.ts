import { parseItem } from '@/lib/adyen/notification'
import { allBooks } from '@/lib/core/books'
import { formatMoney, krw, type Money } from '@/lib/core/money'
import { parseCount, parseWon } from '@/lib/core/typed/count'
import { applyAgain, findNotification, type InboxRow, listParked, putAside } from '@/lib/db/inbox'
import { findOrderRow } from '@/lib/db/orders'
import { workDeadLettersAgain } from '@/lib/db/queues'
import { askGivenUpAgain } from '@/lib/db/refunds'
import {
  applyAtAWord,
  foreseeAtAWord,
  type ParkedWhy,
} from '@/lib/flows/notification/apply-notification'
import { booksText } from './books-text'
import {
  type Command,
  DONE,
  isAgreed,
  ONLY_SHOWN,
  quoted,
  REFUSED,
  refused,
  sentenceOf,
  type Till,
  type Typed,
} from './command'
import { listAllThatWaits } from './list-parked'

/** News of Adyen that fits nothing, and whatever else waits for a person. */
export const parkedCommands: readonly Command[] = [
  {
    usage: 'parked list',
    does: 'notifications that could not be applied, jobs that were given up, refunds that Adyen never answered, and why',
    options: [],
    run: (till) => listAllThatWaits(till),
  },
  {
    usage: 'parked apply <id>',
    does: 'takes a notification at its word, or for so much as you say; it never pays an order',
    options: ['amount', 'yes'],
    run: applyParked,
  },
  {
    usage: 'parked put-aside <id>',
    does: 'takes a notification off the list, with --note: somebody has looked at it, and nothing is to be done',
    options: ['note', 'yes'],
    run: putParkedAside,
  },
  {
    usage: 'parked again',
    does: 'has all that waits tried anew; nothing happens twice',
    options: [],
    run: tryAllAgain,
  },
]

async function applyParked(till: Till, typed: Typed): Promise<number> {
  const row = await findParked(till, typed)
  if (!row) return REFUSED
  const { amount: typedAmount } = typed.options
  const won = typedAmount === undefined ? null : parseWon(typedAmount)
  if (typedAmount !== undefined && won === null)
    return refused(till, `"${typedAmount}" is no amount in whole won.`)
  const amount = won === null ? null : krw(won)
  const { shop } = till
  const seen = await foreseeAtAWord(shop, row.id, amount)
  if (typeof seen === 'string') return refused(till, stillWaits(row, seen))
  const effect = seen && (await effectOf(till, seen))
  const lines = [
    ...factsOf(row),
    `  ${effect ?? 'Applying it changes no order.'}`,
    ...(amount ? [`  It is taken for ${formatMoney(amount)}, at your word.`] : []),
  ]
  const again = `parked apply ${row.id}${won === null ? '' : ` --amount ${won}`}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const why = await applyAtAWord(shop, row.id, amount)
  if (why !== null) return refused(till, stillWaits(row, why))
  till.print(`Notification ${row.id} is applied.`)
  return DONE
}

type Foreseen = Exclude<Awaited<ReturnType<typeof foreseeAtAWord>>, ParkedWhy | null>

async function effectOf({ shop }: Till, { before, after }: Foreseen): Promise<string> {
  const number = (await findOrderRow(shop.db, before.id))?.number
  const [was, is] = [booksText(allBooks(before)), booksText(allBooks(after))]
  return was === is
    ? `Order ${number}: no money moves. ${was}.`
    : `Order ${number}: ${was}; then ${is}.`
}

async function putParkedAside(till: Till, typed: Typed): Promise<number> {
  const row = await findParked(till, typed)
  if (!row) return REFUSED
  const note = sentenceOf(typed.options.note)
  if (note === '') return refused(till, 'Say why nothing is to be done: --note "…".')
  const lines = [...factsOf(row), `  It is put aside: no order and no money changes.`]
  const again = `parked put-aside ${row.id} --note ${quoted(note)}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const { db, clock } = till.shop
  const isNew = await putAside(db, row.id, note, new Date(await clock.now()))
  till.print(`Notification ${row.id} is put aside${isNew ? '' : ' already'}.`)
  return DONE
}

async function tryAllAgain(till: Till): Promise<number> {
  const { db, clock } = till.shop
  await listAllThatWaits(till)
  const now = new Date(await clock.now())
  const reasons = new Set((await listParked(db)).flatMap(({ parkedWhy }) => parkedWhy ?? []))
  for (const why of reasons) await applyAgain(db, why, now)
  await workDeadLettersAgain(till.databaseUrl)
  await askGivenUpAgain(db, now)
  till.print('All of it is tried anew by the running shop.')
  return DONE
}

async function findParked(till: Till, { words }: Typed): Promise<InboxRow | null> {
  const id = parseCount(words[0] ?? '')
  const isNumber = id !== null && Number.isSafeInteger(id)
  const row = isNumber ? await findNotification(till.shop.db, id) : null
  if (row?.parkedWhy) return row
  till.complain(
    row
      ? `Notification ${row.id} is applied already.`
      : `There is no notification "${words[0]}" that waits: parked list shows those that do.`,
  )
  return null
}

const factsOf = (row: InboxRow): string[] => {
  const item = parseItem(row.item)
  const money = item?.amount ? amountText(item.amount) : 'no amount'
  const about = [row.eventCode, `success ${item?.success ?? '?'}`, money].join(', ')
  const names = [item?.pspReference, item?.originalReference].filter(Boolean).join(' about ')
  return [
    `Notification ${row.id}: ${about}`,
    `  Of            ${names || '?'}, our reference ${row.reference || 'none'}`,
    `  It waits      ${row.parkedWhy}`,
  ]
}

const amountText = ({ currency, value }: { currency: string; value: number }): string => {
  const isWon = currency === 'KRW' && Number.isSafeInteger(value) && value >= 0
  const won: Money | null = isWon ? krw(value) : null
  return won ? formatMoney(won) : `${value} in minor units of ${currency}`
}

const stillWaits = (row: InboxRow, why: ParkedWhy): string =>
  [...factsOf(row), `It cannot be applied: ${waitsWhy[why]}`].join('\n')

/** What keeps it from being applied, and what a person can do about it. */
const waitsWhy: Record<ParkedWhy, string> = {
  unknown_reference: 'no payment of this shop has its reference.',
  wrong_amount: 'its amount is not what the payment allows. Where you know how much: --amount.',
  wrong_merchant_account: 'it is about another merchant account.',
  wrong_environment: 'it is of another environment (test or live).',
  not_understood: 'it is not shaped like a notification.',
  unknown_payment: 'no payment that this shop has heard of is named in it.',
  unknown_refund: 'no refund, or more than one, can be meant.',
  unknown_shopper: 'no shopper of this shop has agreed to save a wallet with that payment.',
  wrong_shopper: 'it names another shopper than the payment.',
  unreadable_event: 'its order has an event that this version of the shop does not know.',
}
