import { type Meaning, meaningOf } from '@/lib/adyen/meaning'
import { parseItem } from '@/lib/adyen/notification'
import { TOKEN_EVENTS } from '@/lib/adyen/token-notification'
import { type Instant, laterBy, MINUTE, type OrderId } from '@/lib/core/ids'
import { krw, type Money, sameMoney } from '@/lib/core/money'
import { decide, evolve, type Fact } from '@/lib/core/order'
import { type AttemptRow, findAttemptByReference } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { isUnreadable } from '@/lib/db/events/unreadable'
import { applyLater, findNotification, type InboxRow, markApplied, park } from '@/lib/db/inbox'
import { lockOrder } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { recordIn, recordOldIn } from '../record'
import { applyContract, applyTokenLife, type TokenParkedWhy } from './apply-token'
import {
  findMoneyTarget,
  type MoneyNews,
  type MoneyParkedWhy,
  type Word,
} from './find-money-target'

/** Why a notification waits for a person. It never paid an order. */
export type ParkedWhy =
  | 'unknown_reference'
  | 'wrong_amount'
  | 'wrong_merchant_account'
  | 'wrong_environment'
  | 'not_understood'
  | MoneyParkedWhy
  | TokenParkedWhy

/**
 * Brings a stored notification into its order, once. One that does not fit is parked with the reason;
 * calling this again, when the cause is gone, applies it. One whose order cannot be read is parked, to be seen, and
 * throws, to be tried again.
 */
export async function applyNotification(deps: Deps, id: number): Promise<void> {
  try {
    await applyOnce(deps, id, null)
  } catch (error) {
    if (isUnreadable(error)) await park(deps.db, id, 'unreadable_event')
    throw error
  }
}

/**
 * The same at the word of a person who has looked at it: money that fits nothing is taken at its word, or for so much
 * as the person says. Null when it is applied; else why it still cannot be. It never pays an order.
 */
export async function applyAtAWord(deps: Deps, id: number, amount: Money | null) {
  return applyOnce(deps, id, { amount })
}

async function applyOnce(deps: Deps, id: number, word: Word): Promise<ParkedWhy | null> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const row = await findNotification(tx, id)
    if (!row || row.appliedAt) return null
    const why = await apply(tx, deps, row, now, word)
    if (why === null) await markApplied(tx, id, new Date(now))
    else {
      deps.log('A notification is parked', { notification: id, event: row.eventCode, why })
      await park(tx, id, why)
      // Its payment may be entering its order in this very moment, too late to look for this one.
      if (why === 'unknown_payment' && row.parkedWhy === null)
        await applyLater(tx, id, new Date(laterBy(now, MINUTE)))
    }
    return why
  })
}

/** What that word would do to its order, without doing it; or why it would still wait. Null: nothing. */
export async function foreseeAtAWord(deps: Deps, id: number, amount: Money | null) {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const row = await findNotification(tx, id)
    if (!row || row.appliedAt || row.eventCode.startsWith(TOKEN_EVENTS)) return null
    const meaning = meaningHere(deps, row)
    if (typeof meaning === 'string') return meaning
    if (meaning.kind === 'no_consequence' || meaning.kind === 'token') return null
    const target = await findTarget(tx, meaning, { amount })
    if (typeof target === 'string') return target
    const { order: before } = await lockOrder(tx, target.order)
    const events = decide(before, target.fact, { now, stock: 'there' })
    return { before, after: events.reduce(evolve, before) }
  })
}

/** Null when it was applied, or has no consequence. */
async function apply(
  tx: Tx,
  deps: Deps,
  row: InboxRow,
  now: Instant,
  word: Word,
): Promise<ParkedWhy | null> {
  if (row.eventCode.startsWith(TOKEN_EVENTS)) return applyTokenLife(tx, deps, row.item, now)
  const meaning = meaningHere(deps, row)
  if (typeof meaning === 'string') return meaning
  if (meaning.kind === 'no_consequence') return null
  if (meaning.kind === 'token') return applyContract(tx, deps, meaning, now)
  const target = await findTarget(tx, meaning, word)
  if (typeof target === 'string') return target
  const recordNews = row.isOld ? recordOldIn : recordIn
  await recordNews(tx, deps, target.order, target.fact, now)
  return null
}

/** What it says, if it is said to this shop and has a consequence. */
function meaningHere({ shop }: Deps, row: InboxRow): Meaning | ParkedWhy {
  const item = parseItem(row.item)
  if (item === null) return 'not_understood'
  const meaning = meaningOf(item)
  if (meaning.kind === 'no_consequence') return meaning
  if (row.live !== String(shop.live)) return 'wrong_environment'
  return item.merchantAccountCode === shop.merchantAccount ? meaning : 'wrong_merchant_account'
}

type Target = { readonly order: OrderId; readonly fact: Fact }

/** Which order it is about and what it says there. */
async function findTarget(
  tx: Tx,
  meaning: PaymentNews | MoneyNews,
  word: Word,
): Promise<Target | ParkedWhy> {
  if (isMoneyNews(meaning)) return findMoneyTarget(tx, meaning, word)
  const attempt = await findAttemptByReference(tx, meaning.reference)
  if (!attempt) return 'unknown_reference'
  if (!fits(attempt, meaning)) return 'wrong_amount'
  return { order: attempt.orderId, fact: factOf(attempt, meaning) }
}

type PaymentNews = Extract<Meaning, { kind: 'authorised' | 'failed' | 'offer_closed' }>

const isMoneyNews = (meaning: PaymentNews | MoneyNews): meaning is MoneyNews =>
  meaning.kind === 'refund' || meaning.kind === 'undone' || meaning.kind === 'dispute'

/** Money has to name its amount; bad news may come without one. */
function fits(attempt: AttemptRow, { kind, amount }: PaymentNews): boolean {
  if (amount === null) return kind !== 'authorised'
  return sameMoney(krw(attempt.amount), amount)
}

function factOf({ id: attempt, amount }: AttemptRow, news: PaymentNews): Fact {
  switch (news.kind) {
    case 'authorised':
      return { kind: 'payment_authorised', attempt, payment: news.payment, amount: krw(amount) }
    case 'failed':
      return { kind: 'payment_failed', attempt, payment: news.payment }
    case 'offer_closed':
      return { kind: 'offer_closed', attempt }
  }
}
