import { methods } from '../../adyen/methods'
import { daysLater, endOf } from '../../core/calendar'
import { type Role, roleMay } from '../../core/desk/roles'
import { claimedStates } from '../../core/goods/standing'
import { parseWon } from '../../core/typed/count'
import { parseTypedDay } from '../../core/typed/day'
import { asLine } from '../../core/typed/text'
import {
  moneyStates,
  type OrderCursor,
  type OrderFilter,
  type OrderQuery,
  type OrderSort,
  orderKinds,
  orderSorts,
  sentFilters,
} from '../../db/desk/order-query'
import { askedWords } from '../../db/desk/order-words'

/* The list of orders as its address asks for it. People write there what they like: what is not known is not asked. */

/** What whoever looks may see. */
export type Sees = {
  /** Whose an order is, as it stands on a label. */
  readonly label: boolean
  /** All of a shopper: only then by what is said of them is looked for orders. */
  readonly shopper: boolean
  readonly money: boolean
}

export const seenBy = (role: Role): Sees => ({
  label: roleMay(role, 'see_label'),
  shopper: roleMay(role, 'see_shopper'),
  money: roleMay(role, 'see_money'),
})

/** What can be chosen, by the name that it has in the address. */
export const listChoices = {
  status: ['awaiting_payment', 'confirming', 'paid', 'cancelled', 'refunded'],
  sent: sentFilters,
  claimed: claimedStates,
  money: moneyStates,
  kind: orderKinds,
  method: methods.map(({ type }) => type),
  device: ['iPhone', 'iPad', 'Android', 'Windows', 'Mac'],
} as const satisfies Partial<Record<keyof OrderFilter, readonly string[]>>
export type ListChoice = keyof typeof listChoices
export const choiceNames = [
  'status',
  'sent',
  'claimed',
  'money',
  'kind',
  'method',
  'device',
] as const

const typedNames = ['from', 'to', 'least', 'most'] as const

/** What is asked, in words of the address: only what was understood, so that every link carries on what is shown. */
export type OrdersAsked = Readonly<
  Partial<Record<ListChoice | (typeof typedNames)[number] | 'q' | 'sort', string>>
>

export type AskedOrders = { readonly asked: OrdersAsked; readonly query: OrderQuery }

type Params = Readonly<Record<string, string | string[] | undefined>>

export function readAsked(params: Params, sees: Sees): AskedOrders {
  const one = (name: string) => asLine([params[name]].flat()[0] ?? '')
  const chosen = <Value extends string>(name: ListChoice, values: readonly Value[]) =>
    values.find((each) => each === one(name)) ?? null
  const day = (name: string) => parseTypedDay(one(name))
  const won = (name: string) => (sees.money ? parseWon(one(name)) : null)
  const [from, to, least, most] = [day('from'), day('to'), won('least'), won('most')]
  const q = one('q')
  const filter = {
    status: chosen('status', listChoices.status),
    sent: chosen('sent', listChoices.sent),
    claimed: chosen('claimed', listChoices.claimed),
    money: sees.money ? chosen('money', listChoices.money) : null,
    kind: chosen('kind', listChoices.kind),
    method: chosen('method', listChoices.method),
    device: chosen('device', listChoices.device),
    from: from && new Date(endOf(daysLater(from, -1))),
    until: to && new Date(endOf(to)),
    least,
    most,
  }
  const sort = sortOf(one('sort'), sees)
  const words = askedWords(q)
  const search = q === '' ? null : { ...words, mayNamePeople: sees.shopper }
  const typed = { from: from && one('from'), to: to && one('to') }
  const sums = { least: least?.toString(), most: most?.toString() }
  const { from: _, until: __, least: ___, most: ____, ...choicesMade } = filter
  return {
    asked: withoutEmpty({
      q: words.text,
      ...choicesMade,
      ...typed,
      ...sums,
      sort: sort === 'newest' ? '' : sort,
    }),
    query: { filter, search, sort, cursor: cursorIn(one('after'), one('before')) },
  }
}

const sortOf = (typed: string, { money }: Sees): OrderSort =>
  orderSorts.find((each) => each === typed && (money || (each !== 'dear' && each !== 'cheap'))) ??
  'newest'

const withoutEmpty = (words: Readonly<Record<string, string | null | undefined>>): OrdersAsked =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word))

const CURSOR = /^(\d{1,15})\.([0-9A-Z-]{1,20})$/

function cursorIn(after: string, before: string): OrderCursor | null {
  const [, key, number] = CURSOR.exec(after || before) ?? []
  if (key === undefined || number === undefined) return null
  return { side: after ? 'after' : 'before', key: Number(key), number }
}

export const cursorText = ({ key, number }: Pick<OrderCursor, 'key' | 'number'>): string =>
  `${key}.${number}`

/** The address of a list that asks for this, changed so. Null: not asked for any more. */
export function ordersAddress(
  asked: OrdersAsked,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const words = new URLSearchParams(withoutEmpty({ ...asked, ...change }))
  return words.size === 0 ? '/admin/orders' : `/admin/orders?${words}`
}
