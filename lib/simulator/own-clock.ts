import type { Pool } from 'pg'
import type { SimulatorConfig } from '@/lib/simulator/config'

/** The clock of a simulator that no shop lends one: how far it is ahead of the real one is kept. */
export const ownClock = (pool: Pool): Pick<SimulatorConfig, 'now' | 'moveClock'> => ({
  async now() {
    const { rows } = await pool.query<{ ahead: string | number }>(
      'select coalesce(sum(ahead_ms), 0)::bigint as ahead from simulator.clock',
    )
    return Date.now() + Number(rows[0]?.ahead)
  },
  async moveClock(ms) {
    await pool.query(
      `insert into simulator.clock (ahead_ms) values ($1)
       on conflict (is_only) do update set ahead_ms = clock.ahead_ms + excluded.ahead_ms`,
      [Math.round(ms)],
    )
  },
})
