import { createHash } from 'node:crypto'
import type { Keep } from '../adyen/client'
import { isAdyenError } from '../adyen/errors'
import { outcomeOf, type PaymentAnswer } from '../adyen/wire'
import { deliveryFee } from '../core/delivery'
import {
  type AttemptId,
  type Instant,
  laterBy,
  numberFrom,
  type OrderId,
  SECOND,
  type ShopperId,
} from '../core/ids'
import { krw, plus, sum, times } from '../core/money'
import { mayPay } from '../core/order'
import {
  type AttemptRow,
  findAttempt,
  findAttemptByNumber,
  insertAttempt,
  keepAnswer,
  keepResult,
} from '../db/attempts'
import { lockCart, renewCheckout } from '../db/carts'
import type { Tx } from '../db/connection'
import {
  type Customer,
  findOrder,
  findOrderOfCheckout,
  findOrderRow,
  insertOrder,
  isNumberTaken,
  updateCustomer,
} from '../db/orders'
import type { Deps } from './deps'
import { recordIn } from './record'

/** What the checkout form asks for. `total` is the amount that the shopper saw, in won. */
export type PaymentWish = {
  readonly checkoutId: string
  readonly number: number
  readonly method: string
  readonly customer: Customer
  readonly total: number
  readonly visitor: string
  /** Whose order it will be; null for a guest. */
  readonly shopper: ShopperId | null
  readonly locale: string
  /** Save the wallet for whoever is signed in; null: pay once. */
  readonly keep: Keep | null
}

export type Started =
  | {
      kind: 'redirect'
      order: OrderId
      number: number
      to: Extract<PaymentAnswer, { kind: 'redirect' }>
    }
  /** It ended without a redirect, or has ended since: the result page knows. */
  | { kind: 'answered'; order: OrderId; number: number }
  /** Adyen did not answer. A job asks on, and the order page offers to continue. */
  | { kind: 'no_answer'; order: OrderId; number: number }
  /** What the form says is not what is there now: nothing was done. */
  | { kind: 'changed' | 'delivery' | 'sold_out' | 'empty_cart' }

/**
 * Pays for a checkout: store the order and its attempt, ask Adyen, store the answer. Pressing twice,
 * reloading or coming back repeats the answer of the first time.
 */
export async function startPayment(deps: Deps, wish: PaymentWish): Promise<Started> {
  const contents = contentsOf(wish)
  const known = await findOrderOfCheckout(deps.db, wish.checkoutId)
  const placed = known ?? (await placeOrder(deps, wish))
  if (typeof placed !== 'string') return placed
  const row = await findOrderRow(deps.db, placed)
  const fee = row ? feeFor(deps, row.lines, wish.customer).minor : 0
  if (row?.amount !== wish.total || row.deliveryFee !== fee) {
    // A price or the way has changed since this order was made: what the shopper sees now is another.
    await renewCheckout(deps.db, wish.checkoutId, deps.newId())
    return { kind: row?.deliveryFee === fee ? 'changed' : 'delivery' }
  }
  return payOrder(deps, placed, { ...wish, contents })
}

/** What is asked for, as one word to compare: the same number with other contents is another wish. */
function contentsOf({ method, customer, total, keep }: PaymentWish): string {
  const fields = [method, total, keep?.agreement ?? '', ...Object.entries(customer).sort().flat()]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

type Priced = { readonly price: number; readonly quantity: number }

const goodsValue = (lines: readonly Priced[]) =>
  sum(lines.map((line) => times(krw(line.price), line.quantity)))

const feeFor = ({ shop }: Deps, lines: readonly Priced[], { postcode }: Customer) =>
  deliveryFee(goodsValue(lines), postcode, shop.tariff)

/** Makes the order out of the cart, once: whoever comes second finds the first one's. */
async function placeOrder(deps: Deps, wish: PaymentWish): Promise<OrderId | Started> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const cart = await lockCart(tx, wish.visitor)
    const known = await findOrderOfCheckout(tx, wish.checkoutId)
    if (known) return known
    if (!cart || cart.lines.length === 0) return { kind: 'empty_cart' }
    const fee = feeFor(deps, cart.lines, wish.customer)
    const total = plus(goodsValue(cart.lines), fee)
    if (cart.checkoutId !== wish.checkoutId) return { kind: 'changed' }
    // Right for another place: only the postcode differs from what the button said.
    if (total.minor !== wish.total)
      return { kind: isFeeOnly(deps, cart.lines, wish) ? 'delivery' : 'changed' }
    if (cart.lines.some((line) => line.quantity > line.stock)) return { kind: 'sold_out' }

    const id = deps.newId() as OrderId
    const { checkoutId, visitor, shopper, locale, customer } = wish
    const number = await freeNumber(tx, deps, now)
    const lines = cart.lines.map(({ slug, stock, seenPrice, ...line }) => line)
    const row = { id, number, checkoutId, visitor, shopper, locale, customer, lines }
    const cost = { amount: total.minor, deliveryFee: fee.minor }
    const once = { subscriptionId: null, period: null, reason: null }
    await insertOrder(tx, { ...row, ...cost, ...once, createdAt: new Date(now) })
    return id
  })
}

function isFeeOnly({ shop }: Deps, lines: readonly Priced[], wish: PaymentWish): boolean {
  const goods = goodsValue(lines)
  const { fee, freeFrom, jejuSurcharge, islandSurcharge } = shop.tariff
  const usual = goods.minor >= freeFrom ? 0 : fee
  return [0, jejuSurcharge, islandSurcharge].some(
    (surcharge) => goods.minor + usual + surcharge === wish.total,
  )
}

/** A number for people that no other order has. */
export async function freeNumber(tx: Tx, deps: Deps, now: Instant): Promise<string> {
  const number = numberFrom(Buffer.from(deps.newId()), now)
  return (await isNumberTaken(tx, number)) ? freeNumber(tx, deps, now) : number
}

type AttemptWish = {
  readonly number: number
  readonly method: string
  readonly contents: string
  readonly customer: Customer | null
  /** What the shopper agrees to besides paying; null: nothing. */
  readonly keep: Keep | null
}

/** Makes an attempt of an order, or repeats what became of it. Also for "try again". */
export async function payOrder(deps: Deps, order: OrderId, wish: AttemptWish): Promise<Started> {
  const stored = await storeAttempt(deps, order, wish)
  if (stored.kind !== 'stored') return stored
  const { attempt } = stored
  if (!stored.fresh && attempt.contents !== wish.contents) return { kind: 'changed' }
  const answer = stored.fresh
    ? await askForPayment(deps, attempt)
    : await answerOfFirst(deps, attempt.id)
  const { number } = attempt
  if (answer === null) return { kind: 'no_answer', order, number }
  if (answer.kind === 'result') return { kind: 'answered', order, number }
  const rung = (await findOrder(deps.db, order))?.attempts[number - 1]?.rung
  return rung === 'open'
    ? { kind: 'redirect', order, number, to: answer }
    : { kind: 'answered', order, number }
}

type Stored = { kind: 'stored'; fresh: boolean; attempt: AttemptRow }

/** Beat one. Reference, key and return token are in the database before anybody hears of them. */
async function storeAttempt(
  deps: Deps,
  orderId: OrderId,
  wish: AttemptWish,
): Promise<Stored | Started> {
  const now = await deps.clock.now()
  const { number, method, contents } = wish
  const id = deps.newId() as AttemptId
  const expiresAt = laterBy(now, deps.shop.timeLimitMs)
  return deps.db.transaction().execute(async (tx) => {
    const fact = { kind: 'attempt_started', attempt: id, number, expiresAt } as const
    const { order, events } = await recordIn(tx, deps, orderId, fact, now)
    if (events.length === 0) {
      const attempt = await findAttemptByNumber(tx, orderId, number)
      if (attempt) return { kind: 'stored', fresh: false, attempt }
      const newest = order.attempts.length
      if (number !== newest + 1) return { kind: 'changed' }
      return mayPay(order)
        ? { kind: 'sold_out' }
        : { kind: 'answered', order: orderId, number: newest }
    }
    if (wish.customer) await updateCustomer(tx, orderId, wish.customer)
    const row = await findOrderRow(tx, orderId)
    if (!row) throw new Error(`order ${orderId} vanished under its lock`)
    const attempt = {
      id,
      orderId,
      number,
      method,
      contents,
      // The order's number for people, the attempt's for the machine, and a tail for a merchant account
      // that several shops share.
      reference: `${row.number}-${number}-${deps.newId().slice(0, 6)}`,
      idempotencyKey: deps.newKey(),
      returnToken: deps.newId(),
      amount: order.amount.minor,
      createdAt: new Date(now),
      agreement: wish.keep?.agreement ?? null,
      shopper: wish.keep?.shopper ?? null,
      chargeToken: null,
      chargeTry: null,
    }
    await insertAttempt(tx, attempt)
    const unanswered = { answer: null, resultCode: null, refusalFinal: false }
    return { kind: 'stored', fresh: true, attempt: { ...attempt, ...unanswered } }
  })
}

/**
 * Beats two and three: ask, then store the answer. Null when Adyen gave none; asking again with the
 * same key is safe at any time.
 */
export async function askForPayment(
  deps: Deps,
  attempt: AttemptRow,
): Promise<PaymentAnswer | null> {
  const row = await findOrderRow(deps.db, attempt.orderId)
  if (!row) throw new Error(`attempt ${attempt.id} has no order`)
  const answer = await ask(deps, attempt, row.number, row.locale)
  if (answer === null) return null

  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    if (answer.kind === 'result') {
      const outcome = outcomeOf(answer.resultCode)
      const expiresAt = laterBy(now, deps.shop.timeLimitMs)
      const fact = { kind: 'returned', attempt: attempt.id, outcome, expiresAt } as const
      await recordIn(tx, deps, attempt.orderId, fact, now)
      await keepResult(tx, attempt.id, { ...answer, at: new Date(now) })
    }
    await keepAnswer(tx, attempt.id, answer, new Date(now))
  })
  return answer
}

async function ask(
  deps: Deps,
  attempt: AttemptRow,
  orderNumber: string,
  locale: string,
): Promise<PaymentAnswer | null> {
  const { method, reference, idempotencyKey, returnToken, agreement, shopper } = attempt
  const question = {
    method,
    reference,
    orderNumber,
    locale,
    idempotencyKey,
    amount: krw(attempt.amount),
    returnUrl: `${deps.shop.baseUrl}/api/return/${returnToken}`,
  }
  const keep = agreement && shopper ? { agreement, shopper } : null
  const token = attempt.chargeToken
  try {
    return await (keep && token
      ? deps.adyen.charge({ ...question, keep, token })
      : deps.adyen.pay({ ...question, keep }))
  } catch (error) {
    if (!isAdyenError(error)) throw error
    const { trouble, status, code } = error
    deps.log('Adyen did not take a payment', { attempt: attempt.id, trouble, status, code })
    // Refused as it stands: no money moved, and asking again cannot change that.
    if (trouble === 'final' || trouble === 'misconfigured')
      return {
        kind: 'result',
        resultCode: 'Error',
        reference: null,
        amount: null,
        refusalReason: code,
        refusalFinal: attempt.chargeToken !== null && code !== null && TOKEN_UNKNOWN.includes(code),
      }
    return null
  }
}

// The provider knows no such token of this shopper (any more).
const TOKEN_UNKNOWN = ['800', '803']

// The first request asks twice, ten seconds each.
const FIRST_GIVES_UP_AFTER = 21 * SECOND
const LOOK_EVERY = 150

/** The second of two presses waits for the first one's answer, without holding anything. */
async function answerOfFirst(deps: Deps, id: AttemptId): Promise<PaymentAnswer | null> {
  for (let waited = 0; waited <= FIRST_GIVES_UP_AFTER; waited += LOOK_EVERY) {
    const attempt = await findAttempt(deps.db, id)
    if (attempt?.answer) return JSON.parse(attempt.answer)
    const age = (await deps.clock.now()) - (attempt?.createdAt.getTime() ?? 0)
    if (age > FIRST_GIVES_UP_AFTER) return null
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
  return null
}
