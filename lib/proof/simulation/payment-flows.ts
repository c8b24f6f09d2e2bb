import { type AttemptId, laterBy, MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { isWanted } from '@/lib/core/order'
import type { Outcome } from '@/lib/core/outcome'
import {
  detailsAt,
  type MethodAnswer,
  type PayAnswer,
  payAt,
  type RedirectResult,
} from './fake-adyen'
import {
  attemptRow,
  enqueueInMemory,
  type MemoryAttempt,
  type MemoryReturn,
  orderOf,
  recordInMemory,
} from './memory-shop'
import { type CallFailure, call, type Step, type World } from './world'

/*
 * The flows that ask for money, step by step, as lib/flows has them: start-payment, resume-payment and
 * finish-payment.
 */

const TIME_LIMIT = 70 * MINUTE
const STOCK_HOLD = 15 * MINUTE
const ASK_AGAIN_AFTER = 30 * SECOND
const RESUME_EVERY = 1 * MINUTE
const WAITS = [1, 5, 15, 60, 240, 1200].map((minutes) => minutes * MINUTE)

/** Step one of a payment: the attempt with its reference and key is stored before anybody hears of it. */
export const startPaymentInMemory =
  (order: OrderId, number: number, method: MethodAnswer): Step =>
  (world) => {
    const { shop, now } = world
    const id = `${order}-${number}` as AttemptId
    const expiresAt = laterBy(now, TIME_LIMIT)
    const holdUntil = laterBy(now, STOCK_HOLD)
    const fact = { kind: 'attempt_started', attempt: id, number, expiresAt, holdUntil } as const
    if (recordInMemory(shop, order, fact, now).length === 0) return null
    const { amount } = orderOf(shop, order)
    const row = { id, order, reference: `reference ${id}`, key: `key of ${id}`, amount, method }
    shop.attempts.push({ ...row, answer: null })
    return askForPayment(id, false)
  }

/** Steps two and three. The job asks on until there is an answer; the request does not. */
const askForPayment =
  (id: AttemptId, isJob: boolean): Step =>
  (world, network) => {
    const { order, reference, key, amount, method } = attemptRow(world.shop, id)
    const now = orderOf(world.shop, order)
    const limit = now.attempts.find((attempt) => attempt.id === id)?.expiresAt ?? 0
    if (!isWanted(now, id) || limit <= world.now) return null
    const ask = { key, reference, amount: amount.minor, method }
    const answer = call(world, network, () => payAt(world.adyen, ask))
    if (answer !== 'unreachable') return keepAnswer(id, asAnswer(world, key, answer))
    return isJob ? resumeLater(id) : null
  }

/** Refused as it stands: no money moved, and the page says that something broke. */
function asAnswer({ adyen }: World, key: string, answer: PayAnswer | CallFailure): PayAnswer {
  if (typeof answer !== 'string') return answer
  const known = adyen.paymentAnswers.get(key)
  if (answer === 'refuses' && known) return known
  const refusal = { kind: 'result', outcome: 'broken' } as const
  if (answer === 'refuses') adyen.paymentAnswers.set(key, refusal)
  return refusal
}

const keepAnswer =
  (id: AttemptId, answer: PayAnswer): Step =>
  (world) => {
    const row = attemptRow(world.shop, id)
    // Another process was quicker: its answer counts.
    if (row.answer !== null) return null
    row.answer = answer
    if (answer.kind === 'result') recordReturn(world, row, answer.outcome)
    return null
  }

const resumeLater =
  (id: AttemptId): Step =>
  ({ shop, now }) => {
    const { order } = attemptRow(shop, id)
    const due = laterBy(now, RESUME_EVERY)
    enqueueInMemory(shop, due, { job: 'resume_payment', attempt: id, order })
    return null
  }

/** The job behind every attempt whose request died or heard nothing. */
export const resumePaymentInMemory =
  (id: AttemptId): Step =>
  (world, network) => {
    if (attemptRow(world.shop, id).answer !== null) return null
    return askForPayment(id, true)(world, network)
  }

function recordReturn({ shop, now }: World, { id, order }: MemoryAttempt, outcome: Outcome | null) {
  const expiresAt = laterBy(now, TIME_LIMIT)
  recordInMemory(shop, order, { kind: 'returned', attempt: id, outcome, expiresAt }, now)
}

/** The shopper is back, with whatever. Each redirectResult is stored before it is asked about. */
export const finishPaymentInMemory =
  (attempt: AttemptId, result: number): Step =>
  ({ shop, now }) => {
    if (shop.returns.some((row) => row.attempt === attempt && row.result === result)) return null
    const key = `key of ${attempt} with ${result}`
    const row: MemoryReturn = { attempt, result, key, verdict: null }
    const index = shop.returns.push(row) - 1
    enqueueInMemory(shop, laterBy(now, ASK_AGAIN_AFTER), { job: 'ask_details', index, tries: 1 })
    return askDetails(row, null)
  }

export const askDetailsAgainInMemory =
  (index: number, tries: number): Step =>
  (world, network) => {
    const row = world.shop.returns[index]
    if (!row || (row.verdict !== null && row.verdict !== 'unknown')) return null
    return askDetails(row, { index, tries })(world, network)
  }

type JobTry = { readonly index: number; readonly tries: number }

const askDetails =
  (row: MemoryReturn, jobTry: JobTry | null): Step =>
  (world, network) => {
    const answer = call(world, network, () => detailsAt(world.adyen, row.result, row.key))
    return settleReturn(row, answer, jobTry)
  }

/** "Could not ask" and "do not know" are news: the shopper is waiting. */
const settleReturn =
  (
    row: MemoryReturn,
    answer: RedirectResult | 'in_doubt' | 'invalid' | CallFailure,
    jobTry: JobTry | null,
  ) =>
  (world: World): Step | null => {
    const attempt = attemptRow(world.shop, row.attempt)
    if (row.verdict !== null && row.verdict !== 'unknown') return null
    const verdict = verdictOn(attempt, answer)
    const isVain = row.verdict === 'unknown' && (verdict === 'invalid' || verdict === 'mismatch')
    if (verdict === 'recorded' || verdict === 'unknown')
      recordReturn(world, attempt, typeof answer === 'string' ? null : answer.outcome)
    if (isVain) recordReturn(world, attempt, 'broken')
    row.verdict = verdict
    return verdict === 'unknown' && jobTry ? askLater(jobTry) : null
  }

const askLater =
  ({ index, tries }: JobTry): Step =>
  ({ shop, now }) => {
    const wait = WAITS[tries - 1]
    if (wait === undefined) return null
    enqueueInMemory(shop, laterBy(now, wait), { job: 'ask_details', index, tries: tries + 1 })
    return null
  }

/** Somebody can paste the redirectResult of another payment into his own return link. */
function verdictOn(
  attempt: MemoryAttempt,
  answer: RedirectResult | 'in_doubt' | 'invalid' | CallFailure,
): 'recorded' | 'invalid' | 'mismatch' | 'unknown' {
  if (answer === 'invalid' || answer === 'refuses') return 'invalid'
  if (typeof answer === 'string') return 'unknown'
  const isOurs = answer.reference === attempt.reference && answer.amount === attempt.amount.minor
  return isOurs ? 'recorded' : 'mismatch'
}
