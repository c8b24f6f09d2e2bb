import { createHash } from 'node:crypto'
import type { Asker } from '@/lib/core/asker'
import { costOf } from '@/lib/core/delivery'
import { nothingWaived, type Waived } from '@/lib/core/goods/goods'
import { HOUR, type Instant, laterBy, type OrderId, orderId, type ShopperId } from '@/lib/core/ids'
import { formatMoney, krw } from '@/lib/core/money'
import { statusOf } from '@/lib/core/order'
import { type AttemptRow, countUnscheduled, findCharge } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { atTodaysPrices } from '@/lib/db/goods/products'
import {
  findOrder,
  findOrderOfCheckout,
  findOrderRow,
  insertOrder,
  type OrderRow,
} from '@/lib/db/orders'
import { lockShopper } from '@/lib/db/people/shoppers'
import { listSavedMethods, type SavedMethod } from '@/lib/db/saved-methods'
import { claimAside, noteOrderer } from '@/lib/db/unpaid-orders'
import { actorFor, logOrderAct } from '../act/for-the-shop'
import type { Deps } from '../deps'
import { freeNumber } from '../order/free-number'
import { askForPayment } from '../payment/start-payment'
import { SOLD_OUT, storeCharge } from './store-charge'

export type Charged =
  | { readonly kind: 'charged'; readonly order: OrderId }
  /** Nothing was done, and why. */
  | { readonly kind: 'no_wallet' | 'limit' | 'sold_out' | 'unknown' | 'changed' }

type MayNot = { readonly kind: 'may_not' }

/** What is bought again. `total` is what the shopper read; `checkoutId` makes two presses one. */
export type BuyAgainInput = {
  readonly order: OrderId
  readonly shopper: ShopperId
  readonly checkoutId: string
  readonly total: number
  /** Where it is asked for from, as a limit counts it. */
  readonly network: string
}

/** Buys what an earlier order of the same shopper held, at today's prices, with the saved wallet. */
export async function buyAgain(deps: Deps, input: BuyAgainInput): Promise<Charged> {
  const before = await findOrderRow(deps.db, input.order)
  if (!before || before.shopper !== input.shopper || !(await canBeBoughtAgain(deps, before)))
    return { kind: 'unknown' }
  const lines = await atTodaysPrices(deps.db, before.lines)
  const { fee, waived, total } = costOf(lines, before.customer.postcode, deps.shop.tariff)
  if (total.minor !== input.total) return { kind: 'changed' }
  const cost = { lines, amount: total.minor, deliveryFee: fee.minor, waived }
  const checkoutId = checkoutOf(input)
  return chargeSaved(deps, { ...before, ...cost, ...input, checkoutId, reason: null })
}

/** Of this shopper alone: with the id of somebody else's cart nobody makes the order that it is to become. */
const checkoutOf = ({ shopper, checkoutId }: BuyAgainInput): string =>
  createHash('sha256').update(`${shopper} ${checkoutId}`).digest('base64url').slice(0, 22)

/** What was paid and is no part of a subscription, whose things have prices of their own. */
async function canBeBoughtAgain({ db }: Deps, { id, lines, subscriptionId }: OrderRow) {
  const order = await findOrder(db, id)
  const isPaid = order !== null && statusOf(order).status === 'paid'
  return isPaid && lines.length > 0 && subscriptionId === null
}

/** A charge for a stated reason, at the merchant's word. Amount in won. */
export type MerchantChargeInput = {
  /** Any order of the shopper: whom it concerns, and where the receipt goes. */
  readonly order: OrderId
  readonly amount: number
  readonly reason: string
  readonly checkoutId: string
}

/** A person of the shop charges the shopper's saved wallet for something that was agreed, and is not in the shop window. */
export async function chargeForReason(
  deps: Deps,
  asker: Asker,
  input: MerchantChargeInput,
): Promise<Charged | MayNot> {
  if (asker.kind === 'browser') return { kind: 'may_not' }
  const before = await findOrderRow(deps.db, input.order)
  const shopper = before?.shopper
  if (!before || !shopper) return { kind: 'unknown' }
  const alone = { shopper, lines: [], deliveryFee: 0, waived: nothingWaived, network: null }
  const purchase = { ...before, ...input, ...alone }
  return chargeSaved(deps, purchase, async (tx, now) => {
    const actor = await actorFor(tx, deps, asker, 'charge_wallet', now)
    if (actor === null) return false
    const why = `${formatMoney(krw(input.amount))}, ${input.reason}`
    await logOrderAct(tx, actor, input.order, { act: 'charge_wallet', why }, now)
    return true
  })
}

type Purchase = Pick<
  OrderRow,
  'visitor' | 'locale' | 'customer' | 'lines' | 'amount' | 'reason'
> & {
  readonly deliveryFee: number
  readonly waived: Waived
  readonly checkoutId: string
  readonly shopper: ShopperId
  /** Null where it holds no goods that could be kept from others. */
  readonly network: string | null
}

/** Asked in the transaction that stores it, once it is known that it would be charged. */
type Leave = (tx: Tx, now: Instant) => Promise<boolean>

async function chargeSaved(deps: Deps, input: Purchase): Promise<Charged>
async function chargeSaved(deps: Deps, input: Purchase, leave: Leave): Promise<Charged | MayNot>
async function chargeSaved(
  deps: Deps,
  input: Purchase,
  leave: Leave = async () => true,
): Promise<Charged | MayNot> {
  const stored = await storePurchase(deps, input, leave).catch((error: unknown) => {
    if (error === SOLD_OUT) return { kind: 'sold_out' } as const
    throw error
  })
  if (stored.kind !== 'stored') return stored
  if (stored.attempt.answer === null) await askForPayment(deps, stored.attempt)
  return { kind: 'charged', order: stored.attempt.orderId }
}

type Stored = { readonly kind: 'stored'; readonly attempt: AttemptRow }

async function storePurchase(
  deps: Deps,
  input: Purchase,
  leave: Leave,
): Promise<Stored | Charged | MayNot> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    // One at a time for each shopper: the limit is counted, and two presses are one.
    await lockShopper(tx, input.shopper)
    const known = await findOrderOfCheckout(tx, input.checkoutId)
    const made = known && (await findCharge(tx, known, 1))
    if (known && made?.shopper !== input.shopper) return { kind: 'unknown' }
    if (made) return { kind: 'stored', attempt: made }
    const [wallet] = await listSavedMethods(tx, input.shopper)
    if (!wallet) return { kind: 'no_wallet' }
    const since = new Date(laterBy(now, -24 * HOUR))
    const charges = await countUnscheduled(tx, input.shopper, since)
    if (charges >= deps.shop.unscheduledPerDay) return { kind: 'limit' }
    if (!(await leave(tx, now))) return { kind: 'may_not' }
    return { kind: 'stored', attempt: await storeOrder(tx, deps, input, wallet, now) }
  })
}

async function storeOrder(
  tx: Tx,
  deps: Deps,
  input: Purchase,
  wallet: SavedMethod,
  now: Instant,
): Promise<AttemptRow> {
  const { visitor, shopper, locale, customer, lines, amount, reason, checkoutId, network } = input
  const order = orderId(deps.newId())
  // Counted as anybody's order. The charge is over at once, so nothing aside needs no word: its money takes the goods.
  const caps = deps.unpaidCaps
  const orderer = caps && network !== null ? { caps, who: { visitor, network, customer } } : null
  const putsAside = orderer === null || (await claimAside(tx, orderer.caps, orderer.who, now))
  const number = await freeNumber(tx, deps, now)
  const row = { id: order, number, checkoutId, visitor, shopper, locale, customer, lines }
  const once = { subscriptionId: null, period: null, reason, putsAside }
  const cost = { amount, deliveryFee: input.deliveryFee, waived: input.waived }
  await insertOrder(tx, { ...row, ...once, ...cost, createdAt: new Date(now) })
  if (orderer) await noteOrderer(tx, orderer.caps, { ...orderer.who, order }, now)
  const charge = { order, number: 1, shopper, wallet, agreement: 'unscheduled' } as const
  return storeCharge(tx, deps, { ...charge, chargeTry: 1 }, now)
}
