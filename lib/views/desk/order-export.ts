import { dayOf, formatDay } from '../../core/calendar'
import { instant } from '../../core/ids'
import type { Locale } from '../../core/locale'
import { dialledPhone } from '../../core/typed/phone'
import type { Db } from '../../db/connection'
import { type ListedOrder, listOrders } from '../../db/desk/order-list'
import type { OrderCursor, OrderQuery } from '../../db/desk/order-query'
import { cameOf, cursorKey, kindOf, methodNamed, sentOf } from './orders'

/* All orders that a list would show, as rows of a sheet. */

export const columnsOfAll = [
  'number',
  'placed',
  'status',
  'sent',
  'claimed',
  'kind',
  'what',
  'pieces',
  'amount',
  'came',
  'givenBack',
  'onItsWay',
  'taken',
  'method',
  'device',
  'reference',
  'payment',
] as const
/** Besides, for whoever says why they want to have them. */
export const columnsOfPeople = [
  'name',
  'phone',
  'email',
  'postcode',
  'address',
  'note',
  'tracking',
] as const
type ExportColumn = (typeof columnsOfAll)[number] | (typeof columnsOfPeople)[number]

type Told = {
  readonly status: ListedOrder['status']
  readonly sent: ReturnType<typeof sentOf>
  readonly claimed: ListedOrder['claimed']
  readonly kind: ReturnType<typeof kindOf>
}

/** What has a word in each language is said by its name. */
export type ExportedOrder = Told &
  Readonly<Record<Exclude<ExportColumn, keyof Told>, string | number>>

const AT_ONCE = 500

/** One after the other, page by page: of a million orders no more are held than of a thousand. */
export async function* exportedOrders(
  db: Db,
  asked: OrderQuery,
  locale: Locale,
): AsyncGenerator<ExportedOrder> {
  for (let cursor: OrderCursor | null = null, isMore = true; isMore; ) {
    const query: OrderQuery = { ...asked, cursor }
    const page = await listOrders(db, query, AT_ONCE)
    for (const row of page.rows) yield exported(row, locale)
    cursor = page.hasMore ? endOf(page.rows, query) : page.reached
    isMore = cursor !== null
  }
}

function endOf(rows: readonly ListedOrder[], query: OrderQuery): OrderCursor | null {
  const last = rows.at(-1)
  return last ? { side: 'after', key: cursorKey(last, query), number: last.number } : null
}

const exported = (row: ListedOrder, locale: Locale): ExportedOrder => ({
  number: row.number,
  placed: inSeoul(row.createdAt),
  status: row.status,
  sent: sentOf(row),
  claimed: row.claimed,
  kind: kindOf(row),
  what: `${(locale === 'ko' ? row.firstKo : row.firstEn) ?? row.reason ?? ''}${row.lines > 1 ? ` +${row.lines - 1}` : ''}`,
  pieces: Number(row.pieces),
  amount: row.amount,
  came: cameOf(row),
  givenBack: row.refunded,
  onItsWay: row.onItsWay,
  taken: row.taken,
  method: methodNamed(row.method, locale) ?? '',
  device: row.device ?? '',
  reference: asText(row.reference ?? ''),
  payment: asText(row.payments ?? ''),
  name: row.name,
  phone: dialledPhone(row.phone),
  email: row.email,
  postcode: asText(row.postcode),
  address: `${row.address} ${row.addressDetail}`.trim(),
  note: row.deliveryNote.replaceAll('\n', ' '),
  tracking: asText(row.trackings ?? ''),
})

/** `2026-11-23 14:05`, which Excel takes for a moment. */
function inSeoul(at: Date): string {
  const time = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'short' })
  return `${formatDay(dayOf(instant(at.getTime())))} ${time}`
}

/**
 * What Excel would take for a number, and write as `6.12346E+11` or without its first 0, gets a space at its end that does
 * not break: then it is text, without a formula around it.
 */
const asText = (text: string): string =>
  /^\d[\d.]*(?:E\d+)?$/i.test(text) ? `${text}\u00A0` : text
