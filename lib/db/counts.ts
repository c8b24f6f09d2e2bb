import type pg from 'pg'

/** At most so many `times` from the first one on until `seconds` later. */
export type Count = { readonly key: string; readonly times: number; readonly seconds: number }

type Full<Kind extends Count> = { readonly count: Kind; readonly wait: number }

/**
 * Counts one more under each key, in the given order, up to the first that is full: that one and those behind it are
 * not counted. Null: all were counted; else which was full, and how many seconds it stays so.
 *
 * One statement, and a row is changed where it is compared, so that any number at once, from any instance, pass exactly
 * as often as they may. It has no name, which a pooler in transaction mode would not know on its next connection.
 */
export async function countAll<Kind extends Count>(
  pool: pg.Pool,
  counts: readonly Kind[],
): Promise<Full<Kind> | null> {
  const values = counts.flatMap(({ key, times, seconds }) => [key, times, seconds])
  const { rows } = await pool.query<{ counted: number }>(statement(counts.length), values)
  const full = counts[rows[0]?.counted ?? 0]
  return full ? { count: full, wait: await waitFor(pool, full.key) } : null
}

function statement(length: number): string {
  const steps = Array.from({ length }, (_, at) => {
    const [key, times, seconds] = [3 * at + 1, 3 * at + 2, 3 * at + 3]
    return `c${at} as (
      insert into counts as kept (key, times, ends_at)
      select $${key}, 1, now() + make_interval(secs => $${seconds}::integer)
      ${at === 0 ? '' : `from c${at - 1}`}
      on conflict (key) do update set
        times = case when kept.ends_at > now() then kept.times + 1 else 1 end,
        ends_at = case when kept.ends_at > now() then kept.ends_at else excluded.ends_at end
      where kept.ends_at <= now() or kept.times < $${times}::integer
      returning 1
    )`
  })
  const counted = steps.map((_, at) => `(select count(*) from c${at})`).join(' + ')
  return `with ${steps.join(', ')} select (${counted})::integer as counted`
}

async function waitFor(pool: pg.Pool, key: string): Promise<number> {
  const { rows } = await pool.query<{ wait: number }>(
    'select ceil(extract(epoch from ends_at - now()))::integer as wait from counts where key = $1',
    [key],
  )
  return Math.max(1, rows[0]?.wait ?? 1)
}

/**
 * Forgets what no longer counts. Real time, also while a demonstration's clock is ahead. It waits for nobody who is
 * counting, who could be waiting for it.
 */
export const forgetCounts = (pool: pg.Pool) =>
  pool.query(
    'delete from counts where key in (select key from counts where ends_at <= now() for update skip locked)',
  )
