import { type AttemptId, laterBy, MINUTE } from '@/lib/core/ids'
import { findAttempt } from '@/lib/db/attempts'
import { enqueue } from '@/lib/db/queues'
import type { Deps } from '../deps'
import { askForPayment } from './start-payment'

const ASK_EVERY = 1 * MINUTE

/**
 * The job behind every attempt: when the request that made it died or got no answer, asks again with
 * the same key until there is one or nobody wants it any more. The order page then offers to continue.
 */
export async function resumePayment(deps: Deps, id: AttemptId): Promise<void> {
  const attempt = await findAttempt(deps.db, id)
  if (!attempt || attempt.answer !== null) return
  if ((await askForPayment(deps, attempt)) !== 'no_answer') return
  const due = laterBy(await deps.clock.now(), ASK_EVERY)
  const payload = { order: attempt.orderId, attempt: id }
  await enqueue(deps.db, [{ name: 'resume_payment', payload, due }])
}
