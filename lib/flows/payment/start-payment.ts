import { createHash } from 'node:crypto'
import type { SaveWallet } from '@/lib/adyen/client'
import { isTokenUnknown } from '@/lib/adyen/errors'
import { outcomeOf, type PaymentAnswer, parseKeptAnswer } from '@/lib/adyen/wire'
import { costOf } from '@/lib/core/delivery'
import { type AttemptId, laterBy, type OrderId, SECOND } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { isWanted, mayPay } from '@/lib/core/order'
import {
  type AttemptRow,
  findAttempt,
  findAttemptByNumber,
  isBeingCharged,
  storeAttemptResult,
  storePaymentAnswer,
} from '@/lib/db/attempts'
import { renewCheckout } from '@/lib/db/carts'
import { type Customer, findOrder, findOrderRow, lockOrder, updateCustomer } from '@/lib/db/orders'
import { findSavedMethod } from '@/lib/db/saved-methods'
import type { Deps } from '../deps'
import { noteAdyenError } from '../note-adyen-error'
import { type NotPlaced, type OrderInput, placeOrder } from '../order/place-order'
import { recordIn } from '../record'
import { storeAttempt } from './store-attempt'
import { type NotAgain, whyNotAgain } from './why-not-again'

/** What the checkout form asks for. */
export type PaymentInput = OrderInput & {
  readonly number: number
  readonly method: string
  /** Save the wallet for whoever is signed in; null: pay once. */
  readonly keep: SaveWallet | null
  readonly device?: string | null | undefined
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
  | NotPlaced
  | NotAgain

/**
 * Pays for a checkout: store the order and its attempt, ask Adyen, store the answer. Pressing twice,
 * reloading or coming back repeats the answer of the first time.
 */
export async function startPayment(deps: Deps, input: PaymentInput): Promise<Started> {
  const contents = contentsOf(input)
  const placed = await placeOrder(deps, input)
  if (typeof placed !== 'string') return placed
  const row = await findOrderRow(deps.db, placed)
  const fee = costOf(row?.lines ?? [], input.customer.postcode, deps.shop.tariff).fee.minor
  if (row?.amount !== input.total || row.deliveryFee !== fee) {
    // A price or the way has changed since this order was made: what the shopper sees now is another.
    await renewCheckout(deps.db, input.checkoutId, deps.newId())
    return { kind: row?.deliveryFee === fee ? 'changed' : 'delivery' }
  }
  return payOrder(deps, placed, { ...input, contents, byOwner: true })
}

/** What is asked for, as one word to compare: the same number with other contents is another request. */
function contentsOf({ method, customer, total, keep }: PaymentInput): string {
  const fields = [method, total, keep?.agreement ?? '', ...Object.entries(customer).sort().flat()]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

type AttemptInput = {
  readonly number: number
  readonly method: string
  readonly contents: string
  readonly customer: Customer | null
  /** What the shopper agrees to besides paying; null: nothing. */
  readonly keep: SaveWallet | null
  readonly byOwner: boolean
  /** What asks, as its owner would call it. */
  readonly device?: string | null | undefined
}

/** Makes an attempt of an order, or repeats what became of it. Also for "try again". */
export async function payOrder(deps: Deps, order: OrderId, input: AttemptInput): Promise<Started> {
  const stored = await storeFirst(deps, order, input)
  if (stored.kind !== 'stored') return stored
  const { attempt } = stored
  if (!stored.fresh && attempt.contents !== input.contents) return { kind: 'changed' }
  const answer = stored.fresh
    ? await askForPayment(deps, attempt)
    : await answerOfFirst(deps, attempt.id)
  const { number } = attempt
  if (answer === 'no_answer') return { kind: 'no_answer', order, number }
  if (answer === 'not_wanted' || answer.kind === 'result')
    return { kind: 'answered', order, number }
  const now = await findOrder(deps.db, order)
  return now && isWanted(now, attempt.id)
    ? { kind: 'redirect', order, number, to: answer }
    : { kind: 'answered', order, number }
}

type Stored = { kind: 'stored'; fresh: boolean; attempt: AttemptRow }

/** Beat one: the attempt of this number, whoever stored it. */
async function storeFirst(
  deps: Deps,
  order: OrderId,
  { customer, ...input }: AttemptInput,
): Promise<Stored | Started> {
  const now = await deps.clock.now()
  const asked = { order, ...input, timeLimitMs: deps.shop.timeLimitMs, charge: null }
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockOrder(tx, order)
    const { order: before } = locked
    const newest = before.attempts.length
    if (input.number > newest && (await isBeingCharged(tx, before)))
      return { kind: 'answered', order, number: newest }
    if (input.number === newest + 1 && mayPay(before)) {
      const why = await whyNotAgain(tx, deps, locked, { byOwner: input.byOwner, now })
      if (why) return why
    }
    const stored = await storeAttempt(tx, deps, asked, now)
    if (stored.attempt) {
      if (customer) await updateCustomer(tx, order, customer)
      return { kind: 'stored', fresh: true, attempt: stored.attempt }
    }
    const attempt = await findAttemptByNumber(tx, order, input.number)
    if (attempt) return { kind: 'stored', fresh: false, attempt }
    if (input.number !== newest + 1) return { kind: 'changed' }
    return mayPay(stored.order) ? { kind: 'sold_out' } : { kind: 'answered', order, number: newest }
  })
}

/** `no_answer`: ask again later, with the same key. `not_wanted`: Adyen was not asked, and is not to be. */
export type Asked = PaymentAnswer | 'no_answer' | 'not_wanted'

/**
 * Beats two and three: ask, then store the answer, unless another process was quicker: then its answer counts.
 * Asking again with the same key is safe as long as Adyen knows the key, so not after the time limit.
 */
export async function askForPayment(deps: Deps, attempt: AttemptRow): Promise<Asked> {
  const { id, orderId } = attempt
  const [row, order] = [await findOrderRow(deps.db, orderId), await findOrder(deps.db, orderId)]
  if (!row || !order) throw new Error(`attempt ${id} has no order`)
  const limit = order.attempts[attempt.number - 1]?.expiresAt ?? 0
  if (!isWanted(order, id) || limit <= (await deps.clock.now())) return 'not_wanted'
  if (await isWalletGone(deps, attempt)) return 'not_wanted'
  const answer = await ask(deps, attempt, row.number, row.locale)
  if (answer === null) return 'no_answer'

  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    // The order first, as everybody who records: two that wait for each other would never end.
    await lockOrder(tx, orderId)
    const known = await storePaymentAnswer(tx, id, answer, new Date(now))
    if (known) return parseKeptAnswer(known)
    if (answer.kind === 'result') {
      const outcome = outcomeOf(answer.resultCode)
      const expiresAt = laterBy(now, deps.shop.timeLimitMs)
      const fact = { kind: 'returned', attempt: id, outcome, expiresAt } as const
      await recordIn(tx, deps, orderId, fact, now)
      await storeAttemptResult(tx, id, { ...answer, at: new Date(now) })
    }
    return answer
  })
}

/** What its shopper has removed since is not charged, also when it was to be charged before. */
async function isWalletGone({ db }: Deps, { chargeToken }: AttemptRow): Promise<boolean> {
  const wallet = chargeToken && (await findSavedMethod(db, chargeToken))
  return chargeToken !== null && (!wallet || wallet.goneAt !== null)
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
    const about = { attempt: attempt.id }
    const { trouble, code } = noteAdyenError(deps, error, 'Adyen did not take a payment', about)
    // Refused as it stands: no money moved, and asking again cannot change that.
    if (trouble === 'final' || trouble === 'misconfigured')
      return {
        kind: 'result',
        resultCode: 'Error',
        reference: null,
        amount: null,
        refusalReason: code,
        refusalCode: code,
        refusalFinal: attempt.chargeToken !== null && isTokenUnknown(code),
      }
    return null
  }
}

// The first request asks twice, ten seconds each.
const FIRST_GIVES_UP_AFTER = 21 * SECOND
const LOOK_EVERY = 150

/** The second of two presses waits for the first one's answer, without holding anything. */
async function answerOfFirst(deps: Deps, id: AttemptId): Promise<PaymentAnswer | 'no_answer'> {
  for (let waited = 0; waited <= FIRST_GIVES_UP_AFTER; waited += LOOK_EVERY) {
    const attempt = await findAttempt(deps.db, id)
    if (attempt?.answer) return parseKeptAnswer(attempt.answer)
    const age = (await deps.clock.now()) - (attempt?.createdAt.getTime() ?? 0)
    if (age > FIRST_GIVES_UP_AFTER) return 'no_answer'
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
  return 'no_answer'
}
