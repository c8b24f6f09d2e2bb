import { standingOf } from '@/lib/core/goods/standing'
import {
  type AttemptId,
  HOUR,
  type Instant,
  instant,
  laterBy,
  type OrderId,
  paymentId,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import {
  decide,
  evolve,
  type Fact,
  newOrder,
  type Order,
  type OrderEvent,
  statusOf,
} from '@/lib/core/order'
import type { Outcome } from '@/lib/core/outcome'
import { NOON } from './memory-shop'

/*
 * Not at random but one by one: every sequence of news there can be, up to a length, with repetition. Each
 * beginning is worked out once, and all that go on from it share it.
 */

const price = krw(15_000)
const LIMIT = laterBy(NOON, 70 * 60_000)
const HOLD = laterBy(NOON, 15 * 60_000)
// Late enough for every time limit, so that one that is told means that it is over.
const LATE = laterBy(NOON, 100 * HOUR)

const attemptNames = ['first', 'second'] as const
type AttemptName = (typeof attemptNames)[number]

const outcomes: readonly Outcome[] = ['approved', 'refused', 'left', 'waiting']

/** The eight things that can be heard of one attempt: four from the shopper's browser, three from Adyen, one from us. */
export function everyFactAbout(name: AttemptName): readonly Fact[] {
  const attempt = name as AttemptId
  const payment = paymentId(`payment of ${name}`)
  return [
    ...outcomes.map((outcome): Fact => ({ kind: 'returned', attempt, outcome, expiresAt: LIMIT })),
    { kind: 'payment_authorised', attempt, payment, amount: price },
    { kind: 'payment_failed', attempt, payment },
    { kind: 'offer_closed', attempt },
    { kind: 'time_limit', attempt },
  ]
}

export const attemptStarts = (name: AttemptName, holdUntil: Instant | null = HOLD): Fact => ({
  kind: 'attempt_started',
  attempt: name as AttemptId,
  number: attemptNames.indexOf(name) + 1,
  expiresAt: LIMIT,
  holdUntil,
})

/** Not of an attempt but of the order: others may have its goods. */
export const holdOver: Fact = { kind: 'stock_hold_over' }

/** One slot of a sequence: one of many, or something that always happens there. */
export type Slot = { readonly among: readonly Fact[] } | { readonly always: Fact }

export const freeSlots = (count: number, among: readonly Fact[]): Slot[] =>
  Array.from({ length: count }, () => ({ among }))

type StockLeft = 'there' | 'gone'
type SequenceCount = { readonly sequences: number; readonly ends: number }

/**
 * Checks every sequence and every beginning of one. Throws at the first that breaks a rule, with the sequence
 * in words. Facts between two fixed slots are told in every order, and must end alike in all of them, unless the
 * shelf is empty from the slot `goneFrom` on: then it matters who came first.
 */
export function checkEverySequence(
  line: readonly Slot[],
  goneFrom = Number.POSITIVE_INFINITY,
): SequenceCount {
  const ends = new Map<string, { readonly end: string; readonly told: readonly Fact[] }>()
  let sequences = 0
  const told: Fact[] = []
  const isScarce = Number.isFinite(goneFrom)

  const goOn = (order: Order, at: number, key: string, group: readonly number[]): void => {
    sequences++
    const whole = `${key}/${[...group].sort((a, b) => a - b).join(',')}`
    const end = endOf(order)
    const known = ends.get(whole)
    if (known === undefined) ends.set(whole, { end, told: [...told] })
    else if (known.end !== end && !isScarce)
      throw new Error(
        `ends as ${end}: ${factsInWords(told)}\nends as ${known.end}: ${factsInWords(known.told)}`,
      )
    const slot = line[at]
    const stock: StockLeft = at < goneFrom ? 'there' : 'gone'
    if (slot === undefined) return
    if ('always' in slot) {
      told.push(slot.always)
      goOn(tell(order, slot.always, stock, told), at + 1, `${whole}/${at}`, [])
      told.pop()
      return
    }
    for (const [index, fact] of slot.among.entries()) {
      if (!isAboutKnown(order, fact)) continue
      told.push(fact)
      goOn(tell(order, fact, stock, told), at + 1, key, [...group, index])
      told.pop()
    }
  }
  goOn(newOrder('order' as OrderId, price), 0, '', [])
  return { sequences, ends: ends.size }
}

/** Nothing is heard of an attempt that was never made. */
const isAboutKnown = (order: Order, fact: Fact) =>
  !('attempt' in fact) || order.attempts.some(({ id }) => id === fact.attempt)

function tell(before: Order, fact: Fact, stock: StockLeft, told: readonly Fact[]): Order {
  const now = fact.kind === 'time_limit' ? LATE : instant(NOON)
  const events = decide(before, fact, { now, stock })
  const after = events.reduce(evolve, before)
  const broken = brokenBy(before, after, events)
  if (broken !== null) throw new Error(`${broken}: ${factsInWords(told)}`)
  return after
}

/** The first rule that one step broke, or null. */
function brokenBy(before: Order, after: Order, events: readonly OrderEvent[]): string | null {
  if (before.paidBy !== null && after.paidBy !== before.paidBy)
    return 'what was kept is kept no more'
  const isCalledOff = after.cancelledBy !== null
  if (statusOf(before).status === 'paid' && !isCalledOff && statusOf(after).status !== 'paid')
    return 'a paid order is paid no more'
  if (after.paidBy !== null && !isCalledOff && !after.stockHeld) return 'paid for without stock'
  if (after.stockHeld && !after.putsAside && after.paidBy === null)
    return 'unpaid goods are kept from others after their time'
  const takes = events.filter(({ type }) => type === 'stock_taken').length
  const returns = events.filter(({ type }) => type === 'stock_returned').length
  if (takes - returns !== Number(after.stockHeld) - Number(before.stockHeld))
    return 'stock was taken or given back twice'
  for (const { payment, amount } of after.payments) {
    const refunds = after.refunds.filter((refund) => refund.payment === payment)
    const isOurs = payment === after.paidBy && !isCalledOff
    const back = refunds.reduce((sum, refund) => sum + refund.amount.minor, 0)
    if (refunds.length > 1 || back !== (isOurs ? 0 : amount.minor))
      return `${back} of ${payment} goes back in ${refunds.length} refunds`
  }
  return null
}

/** All that may not depend on the order of arrival. Which of two payments is kept may: the first one. */
const endOf = (order: Order): string => {
  const { status, why } = statusOf(order)
  const rungs = order.attempts.map(({ rung, outcome }) => `${rung}:${outcome}`)
  return [
    status,
    why,
    order.paidBy !== null,
    order.payments.length,
    order.refunds.length,
    order.stockHeld,
    standingOf(order.goods),
    ...rungs,
  ].join(' ')
}

const factsInWords = (told: readonly Fact[]) =>
  told
    .map((fact) => {
      const outcome = fact.kind === 'returned' ? ` ${fact.outcome}` : ''
      return `${fact.kind}${outcome}${'attempt' in fact ? ` (${fact.attempt})` : ''}`
    })
    .join(', ')
