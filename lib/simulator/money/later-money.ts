import type { z } from 'zod'
import type { Database } from '@/lib/simulator/config'
import { customerAreaAct, customerAreaRequest } from '@/lib/simulator/money/customer-area'
import { disputeRequest, disputeSteps } from '@/lib/simulator/money/disputes'
import type { Payment } from '@/lib/simulator/payment/payment'
import type { QueuedWebhook } from '@/lib/simulator/webhooks/webhook-queue'

/** What a script makes happen to the money of its payment: acts in the Customer Area, steps of one dispute. */
export type LaterMoney = {
  readonly acts?: readonly z.input<typeof customerAreaRequest>[]
  readonly steps?: z.input<typeof disputeRequest>['steps']
}

/** Writes it down with its due times, and gives what tells of it. */
export async function planLaterMoney(
  db: Database,
  payment: Payment,
  { acts = [], steps }: LaterMoney,
  now: number,
): Promise<QueuedWebhook[]> {
  const webhooks: QueuedWebhook[] = []
  for (const act of acts) {
    const asked = customerAreaRequest.parse(act)
    webhooks.push(...(await customerAreaAct(db, payment, asked, now)).webhooks)
  }
  if (steps === undefined) return webhooks
  const asked = disputeRequest.parse({ steps })
  return [...webhooks, ...(await disputeSteps(db, payment, asked, now)).webhooks]
}
