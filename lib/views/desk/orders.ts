import { findMethod } from '../../adyen/methods'
import type { ClaimedState } from '../../core/goods/standing'
import type { Locale } from '../../core/locale'
import { formatMoney, krw } from '../../core/money'
import type { OrderStatus } from '../../core/order'
import { dialledPhone } from '../../core/typed/phone'
import type { Db } from '../../db/connection'
import { type ListedOrder, listOrders, type OrderPage } from '../../db/desk/order-list'
import {
  type OrderQuery,
  type OrderSort,
  orderSorts,
  type sentFilters,
} from '../../db/desk/order-query'
import { methodView } from '../methods'
import {
  type AskedOrders,
  choiceNames,
  cursorText,
  type ListChoice,
  listChoices,
  ordersAddress,
  type Sees,
} from './order-filters'

export type OrderRowView = {
  readonly number: string
  readonly placedAt: Date
  readonly status: OrderStatus['status']
  /** Null: there is nothing to send, or it is not paid. */
  readonly sent: (typeof sentFilters)[number] | null
  readonly claimed: ClaimedState | null
  readonly kind: 'single' | 'subscription' | 'charge'
  /** The first of what was ordered, and how many other lines there are; null: it is a charge. */
  readonly what: string | null
  readonly others: number
  readonly pieces: number
  readonly who: { readonly name: string; readonly phone: string } | null
  /** Null: not for whoever looks. What is nothing is not said. */
  readonly money: {
    readonly amount: string
    readonly came: string | null
    readonly givenBack: string | null
    readonly onItsWay: string | null
    readonly taken: string | null
  } | null
  readonly method: string | null
  readonly device: string | null
}

type Option = { readonly value: string; readonly href: string; readonly isChosen: boolean }

export type OrdersView = {
  readonly rows: readonly OrderRowView[]
  /** There is something in the search, and nothing that could be looked for. */
  readonly isUnreadable: boolean
  readonly filters: readonly { readonly name: ListChoice; readonly options: readonly Option[] }[]
  readonly sorts: readonly (Option & { readonly value: OrderSort })[]
  readonly newer: string | null
  readonly older: string | null
  /** So many were looked at, and the page is not full: where the next would look. */
  readonly goOn: string | null
}

const ROWS_OF_A_PAGE = 50

/** A page of the list, for whoever may see so much. */
export async function ordersView(
  db: Db,
  asking: AskedOrders,
  sees: Sees,
  locale: Locale,
): Promise<OrdersView> {
  const { query } = asking
  const isUnreadable = query.search !== null && !/[\p{L}\p{N}]/u.test(query.search.text)
  const page = isUnreadable ? nothing : await listOrders(db, query, ROWS_OF_A_PAGE)
  return {
    rows: page.rows.map((row) => rowView(row, sees, locale)),
    isUnreadable,
    filters: filtersOf(asking, sees),
    sorts: sortsOf(asking, sees),
    ...waysOn(asking, page),
  }
}

const nothing: OrderPage = { rows: [], hasMore: false, reached: null }

function rowView(row: ListedOrder, { label, money }: Sees, locale: Locale): OrderRowView {
  const { number, status, claimed, name, phone, lines, pieces, device } = row
  return {
    number,
    placedAt: row.createdAt,
    status,
    sent: sentOf(row),
    claimed,
    kind: kindOf(row),
    what: locale === 'ko' ? row.firstKo : row.firstEn,
    others: Math.max(0, lines - 1),
    pieces,
    who: label ? { name, phone: dialledPhone(phone) } : null,
    money: money ? moneyOf(row) : null,
    method: methodNamed(row.method, locale),
    device,
  }
}

export function sentOf({
  status,
  sent,
  isToBeSent,
}: Pick<ListedOrder, 'status' | 'sent' | 'isToBeSent'>): OrderRowView['sent'] {
  if (sent !== null && sent !== 'here') return sent
  return status === 'paid' && isToBeSent ? 'to_be_sent' : null
}

export function kindOf({ reason, subscriptionId }: Pick<ListedOrder, 'reason' | 'subscriptionId'>) {
  if (reason !== null) return 'charge'
  return subscriptionId === null ? 'single' : 'subscription'
}

export const cameOf = ({ kept, onItsWay, refunded, taken }: ListedOrder): number =>
  kept + onItsWay + refunded + taken

function moneyOf(row: ListedOrder): OrderRowView['money'] {
  const said = (won: number) => (won === 0 ? null : formatMoney(krw(won)))
  return {
    amount: formatMoney(krw(row.amount)),
    came: said(cameOf(row)),
    givenBack: said(row.refunded),
    onItsWay: said(row.onItsWay),
    taken: said(row.taken),
  }
}

export function methodNamed(type: string | null, locale: Locale): string | null {
  const method = type === null ? undefined : findMethod(type)
  return method ? methodView(method, locale).name : type
}

const filtersOf = ({ asked }: AskedOrders, { money }: Sees): OrdersView['filters'] =>
  choiceNames
    .filter((name) => money || name !== 'money')
    .map((name) => ({
      name,
      options: listChoices[name].map((value) => {
        const isChosen = asked[name] === value
        return { value, isChosen, href: ordersAddress(asked, { [name]: isChosen ? null : value }) }
      }),
    }))

const sortsOf = ({ asked, query }: AskedOrders, { money }: Sees): OrdersView['sorts'] =>
  orderSorts
    .filter((sort) => money || sort === 'newest' || sort === 'oldest')
    .map((value) => ({
      value,
      isChosen: query.sort === value,
      href: ordersAddress(asked, { sort: value === 'newest' ? null : value }),
    }))

/** What comes before and after, as far as there is any. */
function waysOn({ asked, query }: AskedOrders, { rows, hasMore, reached }: OrderPage) {
  const back = query.cursor?.side === 'before'
  const at = (row: ListedOrder | undefined) =>
    row && cursorText({ key: cursorKey(row, query), ...row })
  const [first, last] = [at(rows.at(0)), at(rows.at(-1))]
  const isMoreBefore = back ? hasMore : query.cursor !== null
  const isMoreAfter = back || hasMore
  return {
    newer: first && isMoreBefore ? ordersAddress(asked, { before: first }) : null,
    older: last && isMoreAfter ? ordersAddress(asked, { after: last }) : null,
    goOn: reached && ordersAddress(asked, { [reached.side]: cursorText(reached) }),
  }
}

export const cursorKey = ({ amount, createdAt }: ListedOrder, { sort }: OrderQuery): number =>
  sort === 'dear' || sort === 'cheap' ? amount : createdAt.getTime()
