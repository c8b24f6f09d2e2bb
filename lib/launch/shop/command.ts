import { firstLetters } from '@/lib/core/graphemes'
import type { OrderId } from '@/lib/core/ids'
import type { Order } from '@/lib/core/order'
import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { asLine } from '@/lib/core/typed/text'
import { findOrder, findOrderRow, type OrderRow } from '@/lib/db/orders'
import type { ShopDeps } from '@/lib/deps'
import { findOrderId } from '@/lib/flows/order/find-order'

/** Whoever types, on the machine of the shop. */
export type Terminal = {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  /** Yes or no. Null: nobody sits there to be asked. */
  readonly ask: ((question: string) => Promise<boolean>) | null
}

/** What a command has before it. */
export type Till = Terminal & { readonly shop: ShopDeps; readonly databaseUrl: string }

/** What may stand anywhere in a line. */
export const optionKinds = {
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  public: { type: 'boolean' },
  ours: { type: 'boolean' },
  remove: { type: 'boolean' },
  wish: { type: 'string' },
  despite: { type: 'string' },
  amount: { type: 'string' },
  note: { type: 'string' },
  lines: { type: 'string' },
  parcel: { type: 'string' },
  claim: { type: 'string' },
  sellable: { type: 'string' },
  damaged: { type: 'string' },
  remedy: { type: 'string' },
  'way-back': { type: 'string' },
  'way-there': { type: 'string' },
  reason: { type: 'string' },
} as const
type OptionName = keyof typeof optionKinds

export type Typed = {
  /** What was typed where the usage has `<…>`, in its order. */
  readonly words: readonly string[]
  readonly options: {
    readonly [Name in OptionName]?: (typeof optionKinds)[Name]['type'] extends 'string'
      ? string
      : boolean
  }
}

export type Command = {
  /** The line behind `npm run shop --`: words as they are typed, `<…>` for what differs. */
  readonly usage: string
  readonly does: string
  readonly options: readonly Exclude<OptionName, 'help'>[]
  readonly run: (till: Till, typed: Typed) => Promise<number>
}

/** Exit codes. */
export const DONE = 0
export const REFUSED = 1
/** It was shown what would happen, and nobody said yes. */
export const ONLY_SHOWN = 2

/** Whoever may type a command on the shop's own server is a person of the shop. */
export const merchant = { kind: 'merchant' } as const

export const SHOP = 'npm run shop --'

export function refused(till: Terminal, sentence: string): number {
  till.complain(sentence)
  return REFUSED
}

export type FoundOrder = {
  readonly id: OrderId
  readonly number: string
  readonly order: Order
  readonly row: OrderRow
}

/** The order that is meant, in whatever way its number was typed; else null, and it is said. */
export async function findTypedOrder(till: Till, typed = ''): Promise<FoundOrder | null> {
  const number = parseOrderNumber(typed)
  const id = number === null ? null : await findOrderId(till.shop, number)
  const { db } = till.shop
  const [order, row] = id === null ? [] : [await findOrder(db, id), await findOrderRow(db, id)]
  if (number !== null && id !== null && order && row) return { id, number, order, row }
  till.complain(
    number === null
      ? `"${asLine(typed)}" is no number of an order: they look like 20261123-4F7K.`
      : `There is no order ${number}.`,
  )
  return null
}

const LONGEST_SENTENCE = 200

/** A sentence for a shopper or for the books: one line, and not without end. Empty: nothing to be read. */
export const sentenceOf = (typed = ''): string => firstLetters(asLine(typed), LONGEST_SENTENCE)

/** As a shell takes it for one word. */
export const quoted = (text: string): string => `"${text.replace(/(["\\$`])/g, '\\$1')}"`

type Preview = {
  readonly lines: readonly string[]
  /** The same line once more, without what answers the question. */
  readonly again: string
}

/** Says what will happen, and does so only where somebody answers yes, or has. */
export async function isAgreed(
  till: Till,
  { options }: Typed,
  { lines, again }: Preview,
): Promise<boolean> {
  for (const line of lines) till.print(line)
  if (options.yes) return true
  const agreed = (await till.ask?.('Do it? (yes or no) ')) ?? false
  if (!agreed) till.complain(`Nothing was done. To do it:\n  ${SHOP} ${again} --yes`)
  return agreed
}
