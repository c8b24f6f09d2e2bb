import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'

// What this counter asks itself is told apart by it.
const OURS = '/* statement count */'

/** Counts what one database is asked. Needs a server that was started with `pg_stat_statements`. */
export async function statementCountOn(pool: Pool) {
  const ask = <Row extends object>(text: string) =>
    pool.query<Row>(text.replace('select', `select ${OURS}`)).then(({ rows: [row] }) => {
      if (row === undefined) throw new Error(`no answer to ${text}`)
      return row
    })
  await pool.query('create extension if not exists pg_stat_statements')

  const forget = () =>
    ask(
      `select pg_stat_statements_reset(0, oid) from pg_database where datname = current_database()`,
    )
  const asked = async () =>
    Number(
      (
        await ask<{ calls: string }>(
          `select coalesce(sum(calls), 0) as calls from pg_stat_statements
           join pg_database on pg_database.oid = dbid
           where datname = current_database() and position('${OURS.slice(3, -3)}' in query) = 0`,
        )
      ).calls,
    )
  const isOwed = async () =>
    (
      await ask<{ owed: boolean }>(
        `select exists (select from jobs_due where due_at <= now())
             or exists (select from pgboss.job where name = 'norang' and state in ('created', 'active')) as owed`,
      )
    ).owed

  return {
    /** What is asked in so many seconds in which nothing is wanted of the shop. */
    async inSeconds(seconds: number): Promise<number> {
      await forget()
      await sleep(seconds * 1000)
      return asked()
    },
    /** What is asked until `act` and all that it set off is done, and how many seconds that took. */
    async until(act: () => Promise<unknown>): Promise<{ asked: number; seconds: number }> {
      await forget()
      const began = performance.now()
      await act()
      await sleep(SETTLES_MS)
      while (await isOwed()) await sleep(50)
      await sleep(SETTLES_MS)
      return { asked: await asked(), seconds: (performance.now() - began) / 1000 }
    },
  }
}

// What is asked after an answer begins at once.
const SETTLES_MS = 250
