import { parseCount } from '@/lib/core/typed/count'
import { asLine } from '@/lib/core/typed/text'
import { findVariant, findVariantName, listProducts, type Variant } from '@/lib/db/goods/products'
import {
  changeStock,
  countToBeSent,
  isStockChangeKnown,
  listStockMistakes,
  listStockMoves,
  type StockMove,
} from '@/lib/db/goods/stock'
import {
  type Command,
  DONE,
  isAgreed,
  ONLY_SHOWN,
  quoted,
  REFUSED,
  refused,
  SHOP,
  sentenceOf,
  type Till,
  type Typed,
} from './command'
import { seoulTime } from './seoul-time'
import { typedWish } from './wish'

const options = ['reason', 'wish', 'yes'] as const

export const stockCommands: readonly Command[] = [
  {
    usage: 'stock list',
    does: 'what is in stock of everything, by the names that the other lines take',
    options: [],
    run: list,
  },
  {
    usage: 'stock <variant> show',
    does: 'what is in stock of one thing, what lies there for orders besides, and the last changes with their reasons',
    options: [],
    run: show,
  },
  {
    usage: 'stock <variant> change <pieces>',
    does: 'so many came or went, such as +20 or -1, for a reason that stays in the ledger',
    options,
    run: (till, typed) => change(till, typed, 'changed'),
  },
  {
    usage: 'stock <variant> count <pieces>',
    does: 'so many were counted, without those that lie there for orders; what is sold meanwhile is still taken off',
    options,
    run: (till, typed) => change(till, typed, 'counted'),
  },
]

async function list(till: Till): Promise<number> {
  const { db } = till.shop
  const mistakes = new Map((await listStockMistakes(db)).map(({ id, sum }) => [id, sum]))
  for (const { id, stock } of (await listProducts(db)).flatMap(({ variants }) => variants)) {
    const sum = mistakes.get(id)
    const doubt = sum === undefined ? '' : `  its ledger adds up to ${sum}: count it`
    till.print(`${String(stock).padStart(7)}  ${id}${doubt}`)
  }
  return DONE
}

async function show(till: Till, typed: Typed): Promise<number> {
  const { db } = till.shop
  const variant = await findTyped(till, typed)
  if (!variant) return REFUSED
  till.print(`${await nameOf(till, variant)}: ${variant.stock} in stock.`)
  till.print(await besides(till, variant))
  for (const move of await listStockMoves(db, variant.id, 20)) till.print(moveText(move))
  return DONE
}

async function change(till: Till, typed: Typed, why: 'changed' | 'counted'): Promise<number> {
  const { db, clock } = till.shop
  const variant = await findTyped(till, typed)
  const once = variant && typedWish(till, typed)
  if (!variant || !once) return REFUSED
  if (await isStockChangeKnown(db, once)) return tell(till, variant.id, 'same')
  const text = typed.words[1] ?? ''
  const count = readPieces(text)
  if (count === null || (why === 'counted' && count < 0))
    return refused(till, `"${asLine(text)}" is no number of pieces. Nothing was changed.`)
  const note = sentenceOf(typed.options.reason)
  if (note === '') return refused(till, 'Say why: --reason "…". Nothing was changed.')

  const { id: variantId, stock } = variant
  const pieces = why === 'counted' ? count - stock : count
  if (stock + pieces < 0)
    return refused(till, `There are only ${stock} in stock. Nothing was changed.`)
  if (pieces === 0) {
    till.print(`There are ${stock} in stock already: nothing was changed.`)
    return DONE
  }
  const lines = [
    `Change the stock of ${await nameOf(till, variant)}:`,
    `  Stock         ${stock} now, ${stock + pieces} then (${signed(pieces)}).`,
    `  Besides       ${await besides(till, variant)}`,
    `  Reason        ${note}`,
    `  Only once     --wish ${once}`,
  ]
  const again = `stock ${variantId} change ${signed(pieces)} --reason ${quoted(note)} --wish ${once}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const at = new Date(await clock.now())
  const asked = { variantId, pieces, why, who: 'merchant', note, once, at }
  return tell(till, variantId, await changeStock(db, asked))
}

async function tell(
  till: Till,
  variantId: string,
  told: Awaited<ReturnType<typeof changeStock>>,
): Promise<number> {
  const left = (await findVariant(till.shop.db, variantId))?.stock
  if (told === 'too_few')
    return refused(till, `Nothing was changed: meanwhile only ${left} are in stock.`)
  const sentence = told === 'same' ? 'Done already: nothing is done twice.' : 'Done.'
  till.print(`${sentence} ${left} are in stock.\nSee: ${SHOP} stock ${variantId} show`)
  return DONE
}

/** The variant that is meant; else null, and it is said which there are. */
async function findTyped(till: Till, { words }: Typed): Promise<Variant | null> {
  const id = asLine(words[0] ?? '')
  const found = await findVariant(till.shop.db, id)
  if (!found) till.complain(`Nothing is called "${id}". Everything: ${SHOP} stock list`)
  return found
}

async function nameOf({ shop }: Till, { id }: Variant): Promise<string> {
  const name = await findVariantName(shop.db, id)
  return [name?.nameEn, name?.optionEn, `(${id})`].filter((part) => part).join(' ')
}

async function besides({ shop }: Till, { id }: Variant): Promise<string> {
  const pieces = await countToBeSent(shop.db, id)
  return pieces === 0
    ? 'Nothing lies there for orders.'
    : `${pieces} lie there for orders, and are not counted.`
}

const MOST = 1_000_000

function readPieces(text: string): number | null {
  const count = parseCount(text)
  return count !== null && Number.isInteger(count) && Math.abs(count) <= MOST ? count : null
}

const signed = (pieces: number) => (pieces > 0 ? `+${pieces}` : String(pieces))

const reasons = {
  opening: 'there when this ledger began',
  demonstration: 'goods of the demonstration',
  put_aside: 'put aside for',
  sold_late: 'sold by late money to',
  given_back: 'given back by',
  came_back: 'came back from',
  promised_again: 'put aside once more for',
  changed: 'changed:',
  counted: 'counted:',
  unexplained: 'changed in the database, past the shop',
} as const satisfies Record<StockMove['why'], string>

const moveText = ({ at, pieces, why, number, note }: StockMove): string =>
  ['', seoulTime(at), signed(pieces).padStart(6), reasons[why], number ?? note ?? '']
    .join('  ')
    .trimEnd()
