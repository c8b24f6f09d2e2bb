import { laterBy, MINUTE, type RefundId } from '@/lib/core/ids'
import { stillTrue } from '@/lib/core/owed'
import type { Notification, ProviderRefund } from './fake-adyen'
import { refundAt } from './fake-money'
import {
  applyAgainInMemory,
  enqueueInMemory,
  type MemoryJob,
  type MemoryNotification,
  type MemoryRefund,
  type MemoryShop,
  orderOf,
  REFUND_ASKED_FOR,
  recordInMemory,
  type Task,
} from './memory-shop'
import { moneyNews, type Target } from './money-news'
import { askDetailsAgainInMemory, resumePaymentInMemory } from './payment-flows'
import { type CallFailure, call, cover, type Step, type World } from './world'

/*
 * The door of the notifications and what the worker does, step by step, as receive-notification,
 * apply-notification, ask-refund and send-letter have it.
 */

/** Verify, store with its job, answer. False: 401, nothing stored. */
export function receiveNotificationInMemory(
  { shop, now }: World,
  notification: Notification,
): boolean {
  if (notification.signature === 'false') return false
  const { id } = notification
  const known = shop.inbox.get(id)
  if (!known) shop.inbox.set(id, { notification, applied: false, parked: null })
  if (!known || known.parked !== null) enqueueInMemory(shop, now, { job: 'apply_notification', id })
  return true
}

const applyNotification =
  (id: string): Step =>
  ({ shop, now, coverage }) => {
    const row = shop.inbox.get(id)
    if (!row || row.applied) return null
    const fact = factOf(shop, row)
    if (typeof fact === 'string') {
      cover(coverage, `parked/${fact}`)
      if (fact === 'unknown_payment' && row.parked === null)
        enqueueInMemory(shop, laterBy(now, MINUTE), { job: 'apply_notification', id })
      row.parked = fact
      return null
    }
    recordInMemory(shop, fact.order, fact.fact, now)
    row.applied = true
    row.parked = null
    return null
  }

/** Which order it is about and what it says there, or why it cannot be applied. */
function factOf(shop: MemoryShop, { notification }: MemoryNotification): Target | string {
  const { event, success, reference, amount, meant: payment, environment, account } = notification
  if (environment !== 'ours') return 'wrong_environment'
  if (account !== 'ours') return 'wrong_merchant_account'
  if (event !== 'AUTHORISATION' && event !== 'OFFER_CLOSED') return moneyNews(shop, notification)
  const row = shop.attempts.find((attempt) => attempt.reference === reference)
  if (!row) return 'unknown_reference'
  if (row.amount.minor !== amount) return 'wrong_amount'
  const { id: attempt, order } = row
  if (event === 'OFFER_CLOSED') return { order, fact: { kind: 'offer_closed', attempt } }
  return success
    ? { order, fact: { kind: 'payment_authorised', attempt, payment, amount: row.amount } }
    : { order, fact: { kind: 'payment_failed', attempt, payment } }
}

const ASK_AGAIN_AFTER = 5 * MINUTE

const askRefund =
  (id: RefundId): Step =>
  (world, network) => {
    const row = world.shop.refunds.find((each) => each.id === id)
    if (!row || row.psp !== null) return null
    const { key, payment, amount } = row
    const ask = { key, payment, amount: amount.minor }
    const answer = call(world, network, () => refundAt(world.adyen, ask))
    if (answer === 'unreachable' || answer === 'turns_away') return askRefundLater(row)
    return keepRefundAnswer(row, refusalAt(world, row, answer))
  }

/** Adyen remembers under the key what it refused, and what it did not. */
function refusalAt(
  { adyen }: World,
  { key }: MemoryRefund,
  answer: ProviderRefund | 'refused' | CallFailure,
) {
  if (typeof answer !== 'string') return answer
  const known = adyen.refundAnswers.get(key)
  if (!known) adyen.refundAnswers.set(key, 'refused')
  return known ?? 'refused'
}

const askRefundLater =
  (row: MemoryRefund): Step =>
  ({ shop, now }) => {
    const { id, order } = row
    row.firstAskedAt ??= now
    row.asked += 1
    if (now > row.firstAskedAt + REFUND_ASKED_FOR) row.givenUp = true
    else
      enqueueInMemory(shop, laterBy(now, ASK_AGAIN_AFTER), { job: 'ask_refund', refund: id, order })
    return null
  }

const keepRefundAnswer =
  (row: MemoryRefund, answer: ProviderRefund | 'refused'): Step =>
  ({ shop, now }) => {
    const { id, order } = row
    const rung = answer === 'refused' ? 'failed' : 'received'
    recordInMemory(shop, order, { kind: 'refund_news', refund: id, rung }, now)
    if (answer !== 'refused') row.psp = answer.psp
    // Its notification may have been quicker than this answer, or was about another that is known by now.
    applyAgainInMemory(shop, 'unknown_refund', now)
    return null
  }

type LetterTask = Extract<Task, { job: 'mail' }>

const sendLetter =
  ({ order, letter, event }: LetterTask): Step =>
  ({ shop, coverage }) => {
    if (!stillTrue(letter, orderOf(shop, order))) {
      cover(coverage, `dropped/${letter}`)
      return null
    }
    const id = `${order} ${letter} ${event}`
    const mail = shop.mails.get(id) ?? { order, letter, event, sent: false }
    shop.mails.set(id, mail)
    if (mail.sent) return null
    // The post is a call of its own: a crash after it sends the same letter again, under the same id.
    return () => () => {
      mail.sent = true
      cover(coverage, `letter/${letter}`)
      return null
    }
  }

const firstStepOf = (task: Task): Step => {
  switch (task.job) {
    case 'apply_notification':
      return applyNotification(task.id)
    case 'ask_details':
      return askDetailsAgainInMemory(task.index, task.tries)
    case 'expire_attempt':
      return expireAttempt(task)
    case 'resume_payment':
      return resumePaymentInMemory(task.attempt)
    case 'end_stock_hold':
      return endStockHold(task)
    case 'ask_refund':
      return askRefund(task.refund)
    case 'refund_again':
      return refundAgain(task)
    case 'mail':
      return sendLetter(task)
  }
}

const expireAttempt =
  ({ order, attempt }: Extract<Task, { job: 'expire_attempt' }>): Step =>
  ({ shop, now }) => {
    recordInMemory(shop, order, { kind: 'time_limit', attempt }, now)
    return null
  }

const endStockHold =
  ({ order }: Extract<Task, { job: 'end_stock_hold' }>): Step =>
  ({ shop, now }) => {
    recordInMemory(shop, order, { kind: 'stock_hold_over' }, now)
    return null
  }

const refundAgain =
  ({ order, refund: id }: Extract<Task, { job: 'refund_again' }>): Step =>
  ({ shop, now }) => {
    recordInMemory(shop, order, { kind: 'refund_due_again', refund: id }, now)
    return null
  }

/** A worker takes a job. It stays in the store until it has been carried out to its end. */
export function takeJob({ shop, running }: World, job: MemoryJob): void {
  job.taken = true
  const complete: Step = () => {
    shop.jobs = shop.jobs.filter((other) => other !== job)
    return null
  }
  running.push({ next: followedBy(firstStepOf(job.task), complete), job })
}

const followedBy =
  (step: Step, last: Step): Step =>
  (world, network) => {
    const next = step(world, network)
    return next === null ? last : followedBy(next, last)
  }
