import type { Pool } from 'pg'

/** Does to a schema what the next step may do to it: every table has more columns than this version knows. */
export async function expandEveryTable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of rows)
    await pool.query(
      `alter table ${name} add column of_next_version text,
       add column counted_by_next_version integer not null default 0`,
    )
}
