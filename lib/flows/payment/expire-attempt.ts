import type { AttemptId, OrderId } from '@/lib/core/ids'
import { enqueue } from '@/lib/db/queues'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/**
 * The job: the time limit of an attempt is over. Where it is not, because it was counted anew or because the
 * clock of whoever handed this over was ahead of ours, it is looked at again when it is.
 */
export async function expireAttempt(deps: Deps, id: OrderId, attempt: AttemptId): Promise<void> {
  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    const { order } = await recordIn(tx, deps, id, { kind: 'time_limit', attempt }, now)
    const due = order.attempts.find((each) => each.id === attempt)?.expiresAt
    if (due === undefined || due <= now) return
    await enqueue(tx, [{ name: 'expire_attempt', payload: { order: id, attempt }, due }])
  })
}
