import type { Pool } from 'pg'
import { specification } from './specification'

/** What a simulator's notifications break of Adyen's specification, sent or not: read from its books. */
export async function checkNotifications(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ reference: string; body: string }>(
    'select distinct reference, body from simulator.notifications',
  )
  return rows.flatMap(({ reference, body }) =>
    (specification()?.webhook(JSON.parse(body)) ?? []).map(
      (wrong) => `notification of ${reference}: ${wrong}`,
    ),
  )
}
