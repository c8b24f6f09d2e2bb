import { DAY } from '@/lib/core/calendar'
import { costOf } from '@/lib/core/delivery'
import { isOut, isPending } from '@/lib/core/goods/goods'
import { unsentPieces } from '@/lib/core/goods/places'
import type { OrderId } from '@/lib/core/ids'
import { type Order, statusOf } from '@/lib/core/order'
import { findCart } from '@/lib/db/carts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { aVisitorWithACart } from '@/lib/proof/shop/shopper'
import { cover } from '@/lib/proof/simulation/world'
import { anyAct, type Choice, type Chosen, ending, nextAct } from './choose-real-goods'
import { type RealHistory, runWithCrashes, tellAll, workOffAll } from './real-history'

/* What shoppers, people of the shop and carriers do with goods. */

/** A jar; or some jars and teas, to where the way costs something. */
export async function someCart({ shop, random }: RealHistory): Promise<PaymentInput> {
  const anybody = await aVisitorWithACart(shop)
  // A mailbox of their own: of letters about claims each has five in an hour.
  const email = `${anybody.visitor}@example.com`
  const input = { ...anybody, customer: { ...anybody.customer, email } }
  if (random.once(3)) return input
  const { deps } = shop
  const { visitor, network } = input
  const add = (variantId: string, quantity: number) =>
    changeCart(deps, { cart: visitor, network, variantId, intent: 'add', quantity })
  if (random.once(2)) await add('yuja-preserve', 1 + random.below(2))
  await add('roasted-corn-tea', 1 + random.below(3))
  const cart = await findCart(deps.db, visitor)
  const customer = { ...input.customer, postcode: random.oneOf(['63100', '04524']) }
  const { total } = costOf(cart?.lines ?? [], customer.postcode, deps.shop.tariff)
  return { ...input, checkoutId: cart?.checkoutId ?? '', customer, total: total.minor }
}

// From paid to a settled claim it takes five.
const MOST_STEPS = 9

/** What comes next by itself, some steps of it, for an order that is paid. */
export async function goodsGoOn(real: RealHistory): Promise<void> {
  const chosen = await someOrder(real, ({ order }) => statusOf(order).status === 'paid')
  for (let left = 1 + real.random.below(MOST_STEPS); chosen && left > 0; left--) {
    const order = await findOrder(real.shop.deps.db, chosen.id)
    if (order && isWithShopper(order) && real.random.once(3)) await weeksPass(real)
    if (order) await happen(real, { ...chosen, order }, nextAct)
  }
}

/** Whoever has all of it may take their time to claim something. */
const isWithShopper = ({ goods }: Order): boolean =>
  goods.parcels.some(isOut) && unsentPieces(goods).length === 0 && !goods.claims.some(isPending)

/** Sometimes so many that it is too late to change one's mind, and sometimes to say that something is wrong. */
async function weeksPass(real: RealHistory): Promise<void> {
  const months = real.random.oneOf([1, 1, 5])
  cover(real.coverage, `act/${months} months pass`)
  for (let left = months; left > 0; left--) {
    await workOffAll(real)
    // Last: a renewal that was charged just now has news that may be lost once, and a month later nobody tells it again.
    await tellAll(real)
    await real.shop.deps.clock.advance(MONTH)
  }
}

const MONTH = 31 * DAY

/** Anything, to any order. */
export async function goodsAnyhow(real: RealHistory): Promise<void> {
  const chosen = await someOrder(real, () => true)
  if (chosen) await happen(real, chosen, anyAct)
}

/** By one person, or by two at once: with the same form, with another, or one of them ends the order. */
async function happen(real: RealHistory, chosen: Chosen, choose: Choice): Promise<void> {
  const { random, coverage } = real
  const one = choose(real, chosen)
  const other = random.oneOf([one, nextAct(real, chosen), anyAct(real, chosen), ending(chosen)])
  const acts = random.once(4) ? [one, other] : [one]
  await runWithCrashes(real, acts.length > 1 ? 'goods by two' : `goods ${one.name}`, (deps) =>
    Promise.all(
      acts.map(async ({ name, run }) => cover(coverage, `goods/${name}: ${await run(deps)}`)),
    ),
  )
}

async function someOrder(
  { shop, random, orders }: RealHistory,
  fits: (chosen: Chosen) => boolean,
): Promise<Chosen | null> {
  const all: Chosen[] = []
  for (const each of orders) {
    const id = each as OrderId
    const [order, row] = [await findOrder(shop.deps.db, id), await findOrderRow(shop.deps.db, id)]
    if (order && row) all.push({ id, order, visitor: row.visitor })
  }
  const fitting = all.filter(fits)
  return fitting[random.below(fitting.length)] ?? null
}
