import { parseItem } from '@/lib/adyen/notification'
import { allBooks, type Books } from '@/lib/core/books'
import { type Dispute, endOfDispute } from '@/lib/core/dispute'
import { countOf } from '@/lib/core/goods/lines'
import { cancelledPieces } from '@/lib/core/goods/places'
import { standingOf } from '@/lib/core/goods/standing'
import { type AttemptId, lineId, type WishId } from '@/lib/core/ids'
import { isContested, type Order, statusOf } from '@/lib/core/order'
import { isTriedAgain } from '@/lib/core/owed'
import { isDead, type Refund } from '@/lib/core/refund'
import { subscriptionStatusOf } from '@/lib/core/subscription'
import { openOf } from '@/lib/core/wish'
import { findAttempt } from '@/lib/db/attempts'
import type { Db } from '@/lib/db/connection'
import { listItemsNaming } from '@/lib/db/inbox'
import { eventsOf, type OrderRow } from '@/lib/db/orders'
import { isGivenUp, listRefundsDue, listRefundsOfOrder } from '@/lib/db/refunds'
import { findSubscription } from '@/lib/db/subscriptions'
import { goodsDetails } from './goods/goods-details'
import { historyOf } from './history'

/** All that is known of an order, for a person of the shop; amounts are won. */
export type OrderDetails = Awaited<ReturnType<typeof orderDetails>>
export type WishDetails = OrderDetails['wishes'][number]

export async function orderDetails(db: Db, order: Order, row: OrderRow) {
  const asked = await askedOf(db, order)
  const cancelled = cancelledPieces(order.goods)
  return {
    id: order.id,
    number: row.number,
    ...statusOf(order),
    placedAt: row.createdAt,
    to: row.customer,
    lines: row.lines.map(({ nameKo, optionKo, quantity, price }, index) => ({
      name: nameKo,
      option: optionKo,
      quantity,
      cancelled: countOf(cancelled, lineId(index + 1)),
      total: price * quantity,
    })),
    deliveryFee: row.deliveryFee,
    total: row.amount,
    chargedFor: row.reason,
    money: inWon(allBooks(order)),
    payments: await paymentsOf(db, order),
    unpaidAttempts: await unpaidAttemptsOf(db, order),
    wishes: wishIdsOf(order).map((wish) => wishDetails(order, wish, asked)),
    elsewhere: order.refunds
      .filter(({ wish }) => wish === null)
      .map(({ id, amount, rung }) => ({ reference: id, amount: amount.minor, rung })),
    handedBack: order.handbacks.map(({ id, amount, reason }) => ({
      id,
      amount: amount.minor,
      how: reason,
    })),
    disputes: order.disputes.map(disputeDetails),
    sendingNeedsAWord: isContested(order),
    parcel: { state: standingOf(order.goods), tracking: row.parcel },
    ...(await goodsDetails(db, order)),
    subscription: await subscriptionDetails(db, row),
    history: historyOf(await eventsOf(db, order.id)),
  }
}

const inWon = ({ came, kept, onItsWay, givenBack, taken, added }: Books) => ({
  came: came.minor,
  kept: kept.minor,
  onItsWay: onItsWay.minor,
  givenBack: givenBack.minor,
  taken: taken.minor,
  added: added.minor,
})

const paymentsOf = (db: Db, order: Order) =>
  Promise.all(
    order.payments.map(async ({ payment, attempt, amount, undone }) => ({
      payment,
      ourReference: (await findAttempt(db, attempt))?.reference ?? null,
      amount: amount.minor,
      paysTheOrder: payment === order.paidBy,
      undone,
    })),
  )

/** Those that brought no money, as far as Adyen has said. */
const unpaidAttemptsOf = (db: Db, { attempts }: Order) =>
  Promise.all(
    attempts.flatMap(({ id, number, rung }) =>
      rung === 'authorised' ? [] : [unpaidAttempt(db, id, { number, rung })],
    ),
  )

async function unpaidAttempt<About>(db: Db, id: AttemptId, about: About) {
  return { ...about, ourReference: (await findAttempt(db, id))?.reference ?? null }
}

const wishIdsOf = ({ refunds }: Order) => [...new Set(refunds.flatMap(({ wish }) => wish ?? []))]

type Asked = Awaited<ReturnType<typeof askedOf>>

/** What Adyen was asked for, what it answered, and when it is asked next. */
async function askedOf(db: Db, order: Order) {
  const due = await listRefundsDue(db, order.id)
  const rows = await listRefundsOfOrder(db, order.id)
  return Promise.all(
    rows.map(async (row) => {
      const { id, createdAt, pspReference } = row
      const refund = order.refunds.find((each) => each.id === id)
      return {
        id,
        askedAt: createdAt,
        reference: pspReference,
        problem: refund ? await problemOf(db, refund, row) : null,
        nextAt: due.find(({ payload }) => payload.includes(`"${id}"`))?.dueAt ?? null,
      }
    }),
  )
}

type Answered = { readonly pspReference: string | null; readonly problem: string | null }

/** Why it is not done. What went wrong before Adyen answered is no news once it did. */
async function problemOf(db: Db, refund: Refund, { pspReference, problem }: Answered) {
  if (refund.rung === 'received' || refund.rung === 'done') return null
  const told = isDead(refund) && pspReference ? await reasonOf(db, pspReference) : null
  return told ?? problem
}

/** Adyen's last word on a refund. It is not signed: for people to read, and for nothing else. */
async function reasonOf(db: Db, pspReference: string): Promise<string | null> {
  const items = await listItemsNaming(db, pspReference)
  const told = items.flatMap((text) => parseItem(text) ?? [])
  return (
    told.findLast(({ pspReference: psp, reason }) => psp === pspReference && reason)?.reason ?? null
  )
}

function wishDetails(order: Order, wish: WishId, asked: Asked) {
  const tries = order.refunds.filter((refund) => refund.wish === wish)
  const [first, last] = [tries.at(0), tries.at(-1)]
  if (!first || !last) throw new Error(`order ${order.id} has no wish ${wish}`)
  const newest = asked.find(({ id }) => id === last.id)
  const isLate = isDead(last) || (newest?.problem ?? null) !== null
  const nextAt = isLate ? (newest?.nextAt ?? null) : null
  const isStuck = isDead(last)
    ? !isTriedAgain(tries.filter(isDead).length)
    : isGivenUp(newest?.problem ?? null)
  return {
    wish,
    amount: first.amount.minor,
    why: first.why,
    reason: first.reason,
    state: stateOf(order, last, isStuck),
    nextTryAt: nextAt,
    tries: tries.map(({ id, rung, amount }) => {
      const {
        askedAt = null,
        reference = null,
        problem = null,
      } = asked.find((each) => each.id === id) ?? {}
      return { refund: id, amount: amount.minor, rung, askedAt, reference, problem }
    }),
  }
}

function stateOf(order: Order, last: Refund, isStuck: boolean) {
  if (last.rung === 'done') return last.why === 'elsewhere' ? 'made at Adyen instead' : 'given back'
  const wish = order.wishes.find(({ id }) => id === last.wish)
  if (wish && isDead(last) && openOf(order, wish) === 0) return 'given back by another road'
  if (isStuck) return 'in vain so far: a person has to look after it'
  if (isDead(last)) return 'in vain so far, and tried again'
  return last.rung === 'received' ? 'on its way: Adyen has it' : 'on its way: Adyen is asked'
}

const disputeDetails = (dispute: Dispute) => ({
  id: dispute.id,
  payment: dispute.payment,
  steps: dispute.steps,
  amount: dispute.amount?.minor ?? null,
  deadline: dispute.deadline === null ? null : new Date(dispute.deadline),
  outcome: endOfDispute(dispute),
})

async function subscriptionDetails(db: Db, { subscriptionId, period }: OrderRow) {
  const found = subscriptionId && (await findSubscription(db, subscriptionId))
  if (!found) return null
  const { row, sub } = found
  return { id: row.id, plan: row.planId, period, status: subscriptionStatusOf(sub) }
}
