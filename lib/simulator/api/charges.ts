import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import { unknownToken } from '@/lib/simulator/api/stored-tokens'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { type Ending, immediateEnding } from '@/lib/simulator/payment/endings'
import { findToken } from '@/lib/simulator/payment/tokens'
import type { Switches } from '@/lib/simulator/switches'

const results = ['Authorised', 'Received', 'Pending', 'Refused', 'Error'] as const

/** How the next charges of a saved wallet end, before the switch counts again. */
export const chargesRequest = z.object({
  /** Null: of whichever shopper is charged next. */
  shopperReference: z.string().nullable().default(null),
  result: z.enum(results),
  times: z.coerce.number().int().min(1).max(100).default(1),
  refusalCode: z.enum(['2', '12', '20', '23', '26', '28', '50']).default('12'),
})

export async function planCharges(
  { pool }: SimulatorConfig,
  { shopperReference, result, times, refusalCode }: z.infer<typeof chargesRequest>,
): Promise<void> {
  await pool.query(
    `insert into simulator.charges_to_come (shopper_reference, result, refusal_code)
     select $1, $2, $3 from generate_series(1, $4::int)`,
    [shopperReference, result, refusalCode, times],
  )
}

const planned = z.object({ result: z.enum(results), refusal_code: z.string() })

type Charge = {
  readonly token: string
  readonly reference: string
  readonly shopperReference?: string | undefined
}

/** How a charge without the shopper ends, or Adyen's error. */
export async function chargeEnding(
  db: Database,
  { token, reference, shopperReference }: Charge,
  set: Switches,
  now: number,
): Promise<Ending | Answer> {
  // A token is nothing without its shopper.
  if (!shopperReference) return unknownToken(db, reference)
  const known = await findToken(db, shopperReference, token)
  const isDisabled = known !== null && known.disabledAt !== null && known.disabledAt <= now
  const isUnknown = known === null && set.contAuth === 'by_token'
  if (isDisabled || isUnknown || set.contAuth === 'unknown_token')
    return unknownToken(db, reference)
  const { rows } = await db.query(
    `delete from simulator.charges_to_come where id = (
       select id from simulator.charges_to_come
       where shopper_reference is null or shopper_reference = $1
       order by shopper_reference is null, id limit 1 for update skip locked)
     returning result, refusal_code`,
    [shopperReference],
  )
  if (rows[0] !== undefined) {
    const { result, refusal_code: refusalCode } = planned.parse(rows[0])
    return immediateEnding(result, { final: set.contAuthThen, refusalCode })
  }
  const result = set.contAuth === 'by_token' ? 'Authorised' : set.contAuth
  return immediateEnding(result, { final: set.contAuthThen, refusalCode: set.contAuthReason })
}
