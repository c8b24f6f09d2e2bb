import type { BrowserAsker } from '../core/asker'
import { countOf } from '../core/goods/lines'
import type { Instant, LineId, OrderId } from '../core/ids'
import type { Locale } from '../core/locale'
import { maskedEmail } from '../core/masks'
import type { Order } from '../core/order'
import type { Db } from '../db/connection'
import { listDaysOff } from '../db/days-off'
import { findWholeOrder, type OrderRow } from '../db/orders'
import { claimDaysOf, type LastDays } from './claim-days'
import { type Leave, leaveOf } from './may-act'
import { namedPieces } from './order-goods'
import { readableEmail } from './readable-email'

export type AskedAct = { readonly locale: Locale; readonly now: Instant }

export type About = {
  readonly id: OrderId
  readonly number: string
  readonly leave: Leave
  /** Where a link is mailed to, as much of it as anybody may read. */
  readonly email: string
}

type OpenClaim = {
  /** Its place among the claims of its order. */
  readonly place: number
  readonly pieces: string
}

export type ClaimView = About & {
  /** What was asked for before, and can be withdrawn. */
  readonly open: readonly OpenClaim[]
  /** What can be given back, and how many of it. */
  readonly lines: readonly {
    readonly line: LineId
    readonly name: string
    readonly quantity: number
    /** How many of them without a reason. */
    readonly ifChangedMind: number
  }[]
  /** Until when: without a reason, and when something is wrong with it. Null: some of it is still to come. */
  readonly lastDays: LastDays | null
}

/** The same for sending goods back. */
export async function claimView(
  db: Db,
  id: OrderId,
  asker: BrowserAsker,
  asked: AskedAct,
): Promise<ClaimView | 'too_late' | null> {
  const found = await foundOrder(db, id)
  if (!found) return null
  const { order, row } = found
  const daysOff = await listDaysOff(db)
  const open = openClaims(order, row, asked.locale)
  const { lines, ifChangedMind, lastDays } = claimDaysOf(order, { now: asked.now, daysOff })
  if (lines.length + open.length === 0) return 'too_late'
  return {
    ...(await aboutOf(db, row, asker, { kind: 'claim', ...asked })),
    open,
    lines: lines.map(({ line, quantity }) => ({
      line,
      name: nameOf(row, line, asked.locale),
      quantity,
      ifChangedMind: countOf(ifChangedMind, line),
    })),
    lastDays,
  }
}

const openClaims = ({ goods }: Order, row: OrderRow, locale: Locale): readonly OpenClaim[] =>
  goods.claims.flatMap(({ state, pieces }, index) =>
    state === 'open' ? [{ place: index + 1, pieces: namedPieces(row, pieces, locale) }] : [],
  )

export type WithdrawView = About & OpenClaim

/** The same for keeping the goods after all. `done`: it was withdrawn before. */
export async function withdrawView(
  db: Db,
  id: OrderId,
  asker: BrowserAsker,
  { place, ...asked }: AskedAct & { readonly place: number },
): Promise<WithdrawView | 'done' | 'too_late' | null> {
  const found = await foundOrder(db, id)
  const claim = found?.order.goods.claims[place - 1]
  if (!found || !claim) return null
  if (claim.state === 'withdrawn') return 'done'
  const { order, row } = found
  const open = openClaims(order, row, asked.locale).find((each) => each.place === place)
  if (!open) return 'too_late'
  return { ...(await aboutOf(db, row, asker, { kind: 'claim', ...asked })), ...open }
}

export function nameOf({ lines, reason }: OrderRow, line: LineId, locale: Locale): string {
  const found = lines[line - 1]
  if (!found) return reason ?? ''
  const [name, option] =
    locale === 'ko' ? [found.nameKo, found.optionKo] : [found.nameEn, found.optionEn]
  return [name, option].filter(Boolean).join(', ')
}

export const foundOrder = (db: Db, id: OrderId): Promise<{ order: Order; row: OrderRow } | null> =>
  findWholeOrder(db, id)

export async function aboutOf(
  db: Db,
  row: OrderRow,
  asker: BrowserAsker,
  { kind, now }: { readonly kind: 'cancel' | 'claim'; readonly now: Instant },
): Promise<About> {
  const { id, number, customer } = row
  const act = { kind, order: id }
  const leave = await leaveOf(db, asker, { ...row, orders: [id] }, { act, now })
  return { id, number, leave, email: readableEmail(maskedEmail(customer.email)) }
}
