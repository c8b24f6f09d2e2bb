import { type AttemptId, laterBy, MINUTE } from '../core/ids'
import { findAttempt } from '../db/attempts'
import { findOrder } from '../db/orders'
import { enqueue } from '../db/queues'
import type { Deps } from './deps'
import { askForPayment } from './start-payment'

const ASK_EVERY = 1 * MINUTE

/**
 * The job behind every attempt: when the request that made it died or got no answer, asks again with
 * the same key until there is one or the attempt is over. The order page then offers to continue.
 */
export async function resumePayment(deps: Deps, id: AttemptId): Promise<void> {
  const attempt = await findAttempt(deps.db, id)
  if (!attempt || attempt.answer !== null) return
  const order = await findOrder(deps.db, attempt.orderId)
  const state = order?.attempts.find((candidate) => candidate.id === id)
  if (state?.rung !== 'open') return
  if ((await askForPayment(deps, attempt)) !== null) return
  const due = laterBy(await deps.clock.now(), ASK_EVERY)
  const payload = { order: attempt.orderId, attempt: id }
  await enqueue(deps.db, [{ name: 'resume_payment', payload, due }])
}
