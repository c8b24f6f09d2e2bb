import { createHash } from 'node:crypto'
import { type DetailsAnswer, outcomeOf } from '@/lib/adyen/wire'
import type { Ownership } from '@/lib/core/asker'
import {
  HOUR,
  type Instant,
  isReturnToken,
  laterBy,
  MINUTE,
  type OrderId,
  SECOND,
} from '@/lib/core/ids'
import { krw, sameMoney } from '@/lib/core/money'
import {
  type AttemptRow,
  findAttempt,
  findAttemptByToken,
  storeAttemptResult,
} from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { enqueue } from '@/lib/db/queues'
import {
  countReturns,
  findReturn,
  findVerdict,
  insertReturn,
  isFinal,
  type ReturnRow,
  settleReturn,
} from '@/lib/db/returns'
import type { ReturnVerdict } from '@/lib/db/schema'
import type { Deps } from '../deps'
import { noteAdyenError } from '../note-adyen-error'
import { recordIn } from '../record'

export type Finished =
  | { kind: 'unknown_attempt' }
  | {
      kind: 'back'
      order: OrderId
      number: number
      locale: string
      /** Whose order this return proves to be somebody's, or null when it proves nothing. */
      owner: Ownership | null
    }

// The wallet may open two browsers with one address. What lies in a history for longer is worth nothing.
const A_RETURN_COUNTS_FOR = 24 * HOUR

/**
 * The shopper is back: in any browser, any number of times. Each redirectResult is asked about once,
 * and its answer kept; the URL is trusted for nothing else. When Adyen has answered this very redirectResult about
 * this attempt, and the attempt was the owner's own, then it is the owner who comes back.
 */
export async function finishPayment(
  deps: Deps,
  returnToken: string,
  redirectResult: string | null,
): Promise<Finished> {
  const attempt = isReturnToken(returnToken) ? await findAttemptByToken(deps.db, returnToken) : null
  if (!attempt) return { kind: 'unknown_attempt' }
  const taken = redirectResult && (await takeIn(deps, attempt, redirectResult))
  const { orderId: order, number, byOwner, handedOver } = attempt
  const row = await findOrderRow(deps.db, order)
  if (!row) throw new Error(`attempt ${attempt.id} has no order`)
  const { locale, visitor, shopper } = row
  const isOwner = taken === 'confirmed' && byOwner && !handedOver
  const owner = isOwner ? { visitor, shopper, orders: [order] } : null
  return { kind: 'back', order, number, locale, owner }
}

// A stranger with the link could send any number of inventions.
const RETURNS_PER_ATTEMPT = 20
const ASK_AGAIN_AFTER = 30 * SECOND

async function takeIn(
  deps: Deps,
  attempt: AttemptRow,
  redirectResult: string,
): Promise<'confirmed' | 'not_confirmed'> {
  const digest = createHash('sha256').update(redirectResult).digest('hex')
  const now = await deps.clock.now()
  const stored = await deps.db.transaction().execute(async (tx) => {
    if ((await countReturns(tx, attempt.id)) >= RETURNS_PER_ATTEMPT) return null
    const row = await insertReturn(tx, {
      attemptId: attempt.id,
      digest,
      redirectResult,
      idempotencyKey: deps.newKey(),
      createdAt: new Date(now),
    })
    // Should this process die while it asks, a job asks with the same key.
    if (row) await enqueue(tx, [askAgain(row.id, 1, laterBy(now, ASK_AGAIN_AFTER))])
    return row
  })
  const told = stored
    ? { ...stored, verdict: await askDetails(deps, attempt, stored) }
    : await waitForVerdict(deps, attempt, digest)
  const isFresh = told !== null && now < told.createdAt.getTime() + A_RETURN_COUNTS_FOR
  return isFresh && told.verdict === 'recorded' ? 'confirmed' : 'not_confirmed'
}

const askAgain = (id: number, tries: number, due: Instant) => ({
  name: 'ask_details',
  payload: { return: id, tries },
  due,
})

// Roughly a day. A notification usually decides much sooner.
const WAITS = [1, 5, 15, 60, 240, 1200].map((minutes) => minutes * MINUTE)

/** The job: asks about a return that has no answer yet, and again later when there is still none. */
export async function askDetailsAgain(deps: Deps, id: number, tries: number): Promise<void> {
  const row = await findReturn(deps.db, id)
  if (!row || isFinal(row.verdict)) return
  const attempt = await findAttempt(deps.db, row.attemptId)
  if (!attempt) throw new Error(`return ${id} has no attempt`)
  const verdict = await askDetails(deps, attempt, row)
  const wait = WAITS[tries - 1]
  if (verdict !== 'unknown' || wait === undefined) return
  const now = await deps.clock.now()
  await enqueue(deps.db, [askAgain(id, tries + 1, laterBy(now, wait))])
}

/**
 * Call and write. "Could not ask" and "do not know" are news of their own: the shopper is waiting. What another
 * process has found out meanwhile stands.
 */
async function askDetails(deps: Deps, attempt: AttemptRow, row: ReturnRow): Promise<ReturnVerdict> {
  const answer = await ask(deps, attempt, row)
  const verdict = typeof answer === 'string' ? answer : 'recorded'
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const before = await settleReturn(tx, row.id, verdict, new Date(now))
    if (isFinal(before)) return before
    // No news, unless the shopper was told to wait for it meanwhile: then there is nothing to wait for.
    const isVain = before === 'unknown' && (verdict === 'invalid' || verdict === 'mismatch')
    if (verdict === 'recorded' || verdict === 'unknown' || isVain) {
      const outcome =
        typeof answer !== 'string' ? outcomeOf(answer.resultCode) : isVain ? 'broken' : null
      const expiresAt = laterBy(now, deps.shop.timeLimitMs)
      const fact = { kind: 'returned', attempt: attempt.id, outcome, expiresAt } as const
      await recordIn(tx, deps, attempt.orderId, fact, now)
    }
    if (typeof answer !== 'string') {
      await storeAttemptResult(tx, attempt.id, { ...answer, at: new Date(now) })
    }
    return verdict
  })
}

async function ask(
  deps: Deps,
  attempt: AttemptRow,
  row: ReturnRow,
): Promise<DetailsAnswer | Exclude<ReturnVerdict, 'recorded'>> {
  if (row.redirectResult === null) throw new Error(`return ${row.id} was answered before`)
  try {
    const answer = await deps.adyen.details(row.redirectResult, row.idempotencyKey)
    if (isAbout(attempt, answer)) return answer
    deps.log('A return brought the result of another payment', { attempt: attempt.id })
    return 'mismatch'
  } catch (error) {
    const about = { attempt: attempt.id }
    const message = 'Adyen did not tell how a payment went'
    const { trouble } = noteAdyenError(deps, error, message, about)
    return trouble === 'final' ? 'invalid' : 'unknown'
  }
}

/** Somebody can paste the redirectResult of another payment into his own return link. */
function isAbout(attempt: AttemptRow, { reference, amount }: DetailsAnswer): boolean {
  return (
    (reference === null || reference === attempt.reference) &&
    (amount === null || sameMoney(krw(attempt.amount), amount))
  )
}

const WAIT_AT_MOST = 10 * SECOND
const LOOK_EVERY = 100

/** The same return twice at once: the second waits for the first one's answer. */
async function waitForVerdict(deps: Deps, attempt: AttemptRow, digest: string) {
  for (let waited = 0; waited < WAIT_AT_MOST; waited += LOOK_EVERY) {
    const told = await findVerdict(deps.db, attempt.id, digest)
    if (told?.verdict !== 'asking') return told
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
  return null
}
