import type { Pool } from 'pg'
import { inTransaction } from '@/lib/simulator/config'

/**
 * Forgets everything, or what belongs to one merchant reference; what is set for all stays then. Charges are
 * ordered for a shopper, who may have other payments: a shopperReference forgets those.
 */
export async function reset(pool: Pool, reference: string | null): Promise<void> {
  if (reference === null) {
    await pool.query(
      `truncate simulator.payments, simulator.modifications, simulator.notifications,
         simulator.deliveries, simulator.idempotency_keys, simulator.faults, simulator.switches,
         simulator.scripts, simulator.tokens, simulator.charges_to_come, simulator.disputes,
         simulator.dispute_steps`,
    )
    return
  }
  await inTransaction(pool, async (tx) => {
    for (const forget of ofOne) await tx.query(forget, [reference])
  })
}

const ofOne = [
  `delete from simulator.modifications where payment_psp_reference in (
     select psp_reference from simulator.payments where reference = $1)`,
  `delete from simulator.disputes where payment_psp_reference in (
     select psp_reference from simulator.payments where reference = $1)`,
  'delete from simulator.payments where reference = $1',
  'delete from simulator.notifications where reference = $1',
  'delete from simulator.idempotency_keys where reference = $1',
  'delete from simulator.faults where reference = $1',
  'delete from simulator.switches where reference = $1',
  'delete from simulator.scripts where target = $1',
  'delete from simulator.tokens where reference = $1',
  'delete from simulator.charges_to_come where shopper_reference = $1',
]
