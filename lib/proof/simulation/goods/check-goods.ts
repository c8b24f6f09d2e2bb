import { DAY } from '@/lib/core/calendar'
import { type Claim, isOut } from '@/lib/core/goods/goods'
import { countOf, type Line, type Pieces } from '@/lib/core/goods/lines'
import {
  exchangePieces,
  keepsNothing,
  type LinePlaces,
  places,
  unpaidOf,
} from '@/lib/core/goods/places'
import {
  evolve,
  isContested,
  type Order,
  type OrderEvent,
  refundable,
  statusOf,
  whereIs,
} from '@/lib/core/order'
import { type MemoryShop, type RecordedInMemory, wholeShelf } from '../memory-shop'
import { checkFreeDelivery, withheldFrom } from './check-free-delivery'

/* The laws of goods, after every step. */

/** Every piece is in one place, and on the shelf are those that are nowhere else. */
export function checkGoods(shop: MemoryShop, orders: number): string | null {
  for (const [variant, count] of wholeShelf(orders)) {
    const left = shop.shelf.get(variant) ?? 0
    const off = [...shop.orders.values()].reduce((sum, order) => sum + offShelf(order, variant), 0)
    if (left < 0 || left + off !== count)
      return `${count} of ${variant} were there, ${left} are on the shelf and ${off} are not`
  }
  return null
}

const back = ['on_the_shelf', 'back_in_stock', 'given_back_unsent'] as const

/** How many pieces of it the shelf has less because of an order. */
export const offShelf = (order: Order, variant: string): number =>
  whereIs(order)
    .filter(({ line }) => line.variant === variant)
    .reduce((sum, { at }) => sum + allOf(at) - back.reduce((here, place) => here + at[place], 0), 0)

const allOf = (at: LinePlaces['at']) => places.reduce((sum, place) => sum + at[place], 0)

/** What one fact may and may not do to goods. */
export function checkGoodsChange(recorded: RecordedInMemory): string | null {
  const { before, after, fact, events } = recorded
  const broken = checkGoodsNow(after)
  return broken ? `${broken} by ${fact.kind}` : checkSteps(before, events)
}

/** What holds between two facts. */
export function checkGoodsNow(order: Order): string | null {
  for (const { line, at } of whereIs(order)) {
    const broken = checkLine(order, line, at)
    if (broken) return broken
  }
  return checkMoneyOfGoods(order)
}

function checkLine(order: Order, line: Line, at: LinePlaces['at']): string | null {
  const wrong = places.find((place) => at[place] < 0)
  if (wrong) return `less than nothing of line ${line.id} is ${wrong}`
  if (allOf(at) !== line.quantity + promisedAgain(order, line))
    return `${allOf(at)} pieces of line ${line.id} are somewhere, of ${line.quantity}`
  const wanted = line.quantity - unpaidOf(order.goods, line)
  const ended = order.cancelledBy === null ? 0 : at.given_back_unsent
  const living =
    at.on_the_shelf + at.reserved + at.to_be_sent + at.under_way + at.delivered + at.coming_back
  // What was cancelled with the order is where cancelled lines are.
  return living + ended < wanted || living > wanted
    ? `${living} pieces of line ${line.id} are to be had, and ${wanted} are paid for`
    : null
}

/** Told from what happened, and not from where it is. */
const promisedAgain = ({ goods }: Order, { id }: Line): number => {
  const lost = goods.parcels.filter(
    ({ state, remedy }) => state === 'lost' && remedy === 'same_goods',
  )
  const exchanged = goods.claims.flatMap((claim) =>
    claim.state === 'settled' && claim.settlement.remedy === 'same_goods'
      ? [claim.sellable, claim.damaged]
      : [],
  )
  return [...lost.map(({ pieces }) => pieces), ...exchanged].reduce(
    (sum, pieces) => sum + countOf(pieces, id),
    0,
  )
}

/** What goes back for goods is never more than was paid for them and their way, and every won of it has a reason. */
function checkMoneyOfGoods({ goods, wishes, amount }: Order): string | null {
  const ofGoods = wishes.filter(({ why }) =>
    ['lines_cancelled', 'parcel_lost', 'claim_settled'].includes(why),
  )
  if (ofGoods.reduce((sum, wish) => sum + wish.amount.minor, 0) > amount.minor)
    return 'more goes back for goods than was paid'
  for (const line of goods.lines)
    if (unpaidOf(goods, line) > line.quantity) return `line ${line.id} is given back twice`
  const ways = goods.claims.reduce(
    (sum, claim) => sum + (claim.state === 'settled' ? claim.settlement.delivery.minor : 0),
    0,
  )
  const withheld = withheldFrom(goods)
  if (ways > goods.delivery.minor + withheld) return 'the way here is given back twice'
  if (goods.waived !== null && withheld > goods.waived.fee.minor)
    return 'more is withheld for the way there than it would have cost'
  if (ways > 0 && !keepsNothing(goods, [])) return 'the way here is given back for a part'
  if (new Set(goods.cancellations.map(({ id }) => id)).size < goods.cancellations.length)
    return 'lines are cancelled twice by one form'
  const settled = goods.claims.map((claim) => checkSettlement(claim, goods.lines))
  return settled.find((broken) => broken !== null) ?? null
}

/** The most that so many pieces can have cost, with a won for each line that does not divide. */
const mostPaidFor = (lines: readonly Line[], ...all: readonly Pieces[]): number =>
  lines.reduce((sum, { id, paid, quantity }) => {
    const count = all.reduce((some, pieces) => some + countOf(pieces, id), 0)
    return sum + Math.ceil((paid.minor * count) / quantity)
  }, 0)

function checkSettlement(claim: Claim, lines: readonly Line[]): string | null {
  if (claim.state !== 'settled') return null
  const { goods, delivery, wayBack, wayThere, notOurs, amount } = claim.settlement
  const given = goods.minor + delivery.minor
  if (given !== wayBack.minor + wayThere.minor + notOurs.minor + amount.minor)
    return 'a won of a settled claim has no reason'
  if (goods.minor > mostPaidFor(lines, claim.sellable, claim.damaged))
    return 'more goes back for a claim than what arrived had cost'
  return wayBack.minor + wayThere.minor > 0 && claim.ground !== 'changed_mind'
    ? 'somebody pays for a way who did not change their mind'
    : null
}

/** Nothing leaves that was not there, paid for and ours; and nobody promises money that is not ours. */
export function checkSteps(before: Order, events: readonly OrderEvent[]): string | null {
  let order = before
  for (const event of events) {
    if (event.type === 'parcel_sent') {
      if (statusOf(order).status !== 'paid') return 'sent although it is not paid'
      if (refundable(order).minor === 0) return 'sent though nothing of its money is kept'
      if (isContested(order) && event.despite === null) return 'sent while its money is contested'
      const there = whereIs(order)
      const isMissing = (event.pieces ?? []).some(
        ({ line, quantity }) =>
          quantity > (there.find((each) => each.line.id === line)?.at.to_be_sent ?? 0),
      )
      if (isMissing) return 'sent although it is not there'
    }
    const wrong =
      checkAsking(order, event) ??
      checkExchange(order, event) ??
      checkTimeOfClaim(order, event) ??
      checkCancelled(order, event) ??
      checkFreeDelivery(order, event)
    if (wrong) return wrong
    const promised = promisedBy(event)
    if (promised > refundable(order).minor && !isContested(order))
      return 'more is to go back for goods than is ours'
    order = evolve(order, event)
  }
  return null
}

/** The shopper has an exchange only of what is wrong, and makes no money of it. */
function checkExchange(order: Order, event: OrderEvent): string | null {
  if (event.type === 'claim_opened' && event.by === 'shopper')
    return event.remedy === 'same_goods' && event.ground === 'changed_mind'
      ? 'a shopper changed their mind, and is to have the same goods'
      : null
  if (event.type !== 'lines_cancelled' || event.who === 'merchant') return null
  const there = whereIs(evolve(order, event))
  const isGone = exchangePieces(order.goods).some(
    ({ line, quantity }) =>
      quantity > (there.find((each) => each.line.id === line)?.at.to_be_sent ?? 0),
  )
  return isGone ? 'a shopper cancelled what was promised in exchange' : null
}

/** A shopper asks for returns, and takes them back, so often and no more. */
function checkAsking({ goods }: Order, event: OrderEvent): string | null {
  if (event.type !== 'claim_opened' || event.by === 'merchant') return null
  const { at } = event
  const own = goods.claims.filter((claim) => claim.by === 'shopper')
  const pieces = goods.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const back = own.filter(({ state, openedAt }) => state === 'withdrawn' && at - openedAt < DAY)
  return own.length >= pieces + 10 || back.length >= 3
    ? `a shopper asked ${own.length} times, and took ${back.length} back within a day`
    : null
}

// Ten business days on the way, and what the law leaves, with the longest feasts in both: rather too much.
const LONGEST_DAYS = { changed_mind: 60, not_said: 60, faulty: 160, other_than_described: 160 }

/** What is all sent can be claimed for so long, and not for ever. */
function checkTimeOfClaim(order: Order, event: OrderEvent): string | null {
  if (event.type !== 'claim_opened') return null
  const isAwaited = whereIs(order).some(({ at }) => at.on_the_shelf + at.to_be_sent > 0)
  const out = order.goods.parcels.filter(isOut)
  const last = Math.max(...out.map(({ sentAt, deliveredAt }) => deliveredAt ?? sentAt))
  return !isAwaited && event.at - last > LONGEST_DAYS[event.ground] * DAY
    ? 'goods are claimed long after their time'
    : null
}

function checkCancelled({ goods }: Order, event: OrderEvent): string | null {
  if (event.type !== 'lines_cancelled') return null
  const { pieces, amount, wayThere } = event
  // With the last of them, where nothing was brought, what their way had cost.
  const way = keepsNothing(goods, pieces) ? goods.delivery.minor + withheldFrom(goods) : 0
  return amount.minor + wayThere.minor > mostPaidFor(goods.lines, pieces) + way
    ? 'more goes back for cancelled lines than they had cost'
    : null
}

function promisedBy(event: OrderEvent): number {
  if (event.type === 'claim_settled') return event.settlement.amount.minor
  return event.type === 'lines_cancelled' || event.type === 'parcel_lost' ? event.amount.minor : 0
}
