import { HOUR, laterBy, MINUTE, type RefundId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { applyAgainOf } from '@/lib/db/inbox'
import { enqueue } from '@/lib/db/queues'
import {
  findRefund,
  noteGivenUp,
  noteRefundProblem,
  type RefundRow,
  storeRefundAnswer,
} from '@/lib/db/refunds'
import type { Deps } from '../deps'
import { noteAdyenError } from '../note-adyen-error'
import { recordIn } from '../record'

const ASK_AGAIN_AFTER = 5 * MINUTE
// Adyen knows a key for seven days at least.
const ASK_FOR = 72 * HOUR

/**
 * Asks Adyen to give money back, with the key that was stored when the refund was owed. `received`
 * means that the request is with Adyen; only a notification says that the money is back. `since` is when it was
 * asked for the first time: a shop that stood still for days has not asked yet.
 */
export async function askRefund(deps: Deps, id: RefundId, since?: number): Promise<void> {
  const refund = await findRefund(deps.db, id)
  if (!refund || refund.pspReference !== null) return
  const answer = await ask(deps, refund)
  const now = await deps.clock.now()
  if (answer === 'no_answer') {
    const first = since ?? now
    if (now > first + ASK_FOR) return noteGivenUp(deps.db, id)
    const due = laterBy(now, ASK_AGAIN_AFTER)
    const payload = { order: refund.orderId, refund: id, since: first }
    return enqueue(deps.db, [{ name: 'ask_refund', payload, due }])
  }
  await deps.db.transaction().execute(async (tx) => {
    const rung = answer === 'refused' ? 'failed' : 'received'
    await recordIn(tx, deps, refund.orderId, { kind: 'refund_news', refund: id, rung }, now)
    if (answer !== 'refused') await storeRefundAnswer(tx, id, answer.pspReference)
    // Its notification may have been quicker than this answer, or was about another that is known by now.
    await applyAgainOf(tx, 'unknown_refund', { ...refund, reference: null }, new Date(now))
  })
}

async function ask(
  deps: Deps,
  refund: RefundRow,
): Promise<{ pspReference: string } | 'no_answer' | 'refused'> {
  const { id, payment, reference, idempotencyKey } = refund
  try {
    return await deps.adyen.refund(payment, krw(refund.amount), reference, idempotencyKey)
  } catch (error) {
    const about = { refund: id }
    const { trouble, status, code } = noteAdyenError(
      deps,
      error,
      'Adyen did not take a refund',
      about,
    )
    await noteRefundProblem(deps.db, id, `${trouble} ${status ?? ''} ${code ?? ''}`.trim())
    return trouble === 'final' ? 'refused' : 'no_answer'
  }
}
