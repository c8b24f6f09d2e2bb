import { newGoods } from '@/lib/core/goods/goods'
import type { OrderId } from '@/lib/core/ids'
import { evolve, newOrder, type Order, type OrderEvent, statusOf, whereIs } from '@/lib/core/order'
import { isDead } from '@/lib/core/refund'
import { toBeSent } from '@/lib/db/order-goods'
import { eventsOf, findOrder } from '@/lib/db/orders'
import { checkGoodsNow, checkSteps, offShelf } from '@/lib/proof/simulation/goods/check-goods'
import { cover } from '@/lib/proof/simulation/world'
import type { RealHistory } from './real-history'

/* Piece by piece: what happened to the goods of an order, where they are, and what the shelf says of it. */

export async function checkRealGoods(
  real: RealHistory,
  orders: readonly OrderId[],
): Promise<string | null> {
  const { db } = real.shop.deps
  for (const id of orders) {
    const order = await findOrder(db, id)
    if (!order) continue
    const broken =
      checkWhatHappened(order, await eventsOf(db, id)) ??
      checkClaims(real, order) ??
      checkWhatIsKept(order) ??
      (await checkShelf(real, order))
    if (broken) return `${id}, ${statusOf(order).status}: ${broken}`
  }
  return null
}

/** What was recorded together has one moment, and the next has a later one. */
function checkWhatHappened(
  { id, amount, goods }: Order,
  events: readonly OrderEvent[],
): string | null {
  let order = newOrder(id, amount, newGoods(goods.lines, goods.delivery, goods.waived))
  for (let from = 0; from < events.length; ) {
    const at = events[from]?.at
    const together = events.slice(from).filter((event) => event.at === at)
    const broken = checkSteps(order, together)
    order = together.reduce(evolve, order)
    const wrong = broken ?? checkGoodsNow(order)
    if (wrong) return `${wrong} after ${together.map(({ type }) => type).join(', ')}`
    from += together.length
  }
  return null
}

/** Each settled claim wants its money once, and no more of it is back or on its way. */
function checkClaims({ coverage }: RealHistory, order: Order): string | null {
  for (const claim of order.goods.claims) {
    cover(coverage, `end/claim ${claim.state}`)
    if (claim.state !== 'settled') continue
    const { amount } = claim.settlement
    const wishes = order.wishes.filter(({ id }) => id === `claim ${claim.id}`)
    const asked = order.refunds
      .filter((refund) => refund.wish === `claim ${claim.id}` && !isDead(refund))
      .reduce((sum, refund) => sum + refund.amount.minor, 0)
    if (wishes.length !== (amount.minor === 0 ? 0 : 1))
      return `${claim.id} has ${wishes.length} wishes`
    if (wishes.some((wish) => wish.amount.minor !== amount.minor) || asked > amount.minor)
      return `${claim.id} was settled to ${amount.minor}, and ${asked} goes back`
  }
  return null
}

/** Kept from others is what is paid; of what was given back without an end, a person says when it is here again. */
function checkWhatIsKept(order: Order): string | null {
  const { status } = statusOf(order)
  if (order.attempts.length === 0 || (status === 'refunded' && order.cancelledBy === null))
    return null
  const isPaid = status === 'paid'
  const wrong = whereIs(order).find(({ at }) =>
    isPaid ? at.on_the_shelf + at.reserved > 0 : at.reserved + at.to_be_sent > 0,
  )
  if (!wrong) return null
  return `line ${wrong.line.id} is ${isPaid ? 'not put aside' : 'kept from others'}`
}

async function checkShelf({ shop: { deps } }: RealHistory, order: Order): Promise<string | null> {
  const { rows: moves } = await deps.pool.query<{ variant: string; pieces: number }>(
    `select variant_id as variant, sum(pieces)::int as pieces from stock_moves
     where order_id = $1 group by variant_id`,
    [order.id],
  )
  const variants = new Set([
    ...moves.map(({ variant }) => variant),
    ...order.goods.lines.flatMap(({ variant }) => variant ?? []),
  ])
  for (const variant of variants) {
    const taken = -(moves.find((move) => move.variant === variant)?.pieces ?? 0)
    const off = offShelf(order, variant)
    if (taken !== off)
      return `the ledger says ${taken} of ${variant} are off the shelf, and ${off} are`
  }
  const { rows } = await deps.pool.query<{ said: object }>(
    'select to_be_sent::json as said from orders where id = $1',
    [order.id],
  )
  const said = JSON.stringify(Object.entries(rows[0]?.said ?? {}).sort())
  return said === JSON.stringify(Object.entries(toBeSent(order)).sort())
    ? null
    : `its row says that ${said} is to be sent`
}
