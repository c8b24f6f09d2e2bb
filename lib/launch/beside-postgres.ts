import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNext } from './next.ts'
import { EMBEDDED, type Postgres, startPostgres } from './postgres.ts'

/** Runs Next beside a Postgres of our own, which goes when the shop has gone. */
export async function serveBesidePostgres(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  stop: AbortSignal,
): Promise<number> {
  const postgres = await startPostgres(EMBEDDED)
  sayWhere(postgres)
  try {
    if (await postgres.isShared())
      console.log(
        'Another Norang runs on the same data, so both are one shop; for another, copy the project without .data.',
      )
    return await runNext(args, { ...settings, DATABASE_URL: postgres.url }, stop)
  } finally {
    await postgres.stop()
  }
}

/** One sentence when the data is not where one would look for it. */
export function sayWhere({ folder }: Postgres): void {
  if (folder !== resolve(EMBEDDED))
    console.log(`The database is in ${folder}: its user may not enter this folder.`)
}

/**
 * This process from now on only keeps Postgres beside the shop: Node reads the few files for that as they are, so no loader
 * of TypeScript stays. Comes back only where a process cannot become another.
 */
export function becomeKeeper(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): void {
  const program = fileURLToPath(new URL('keeper.ts', import.meta.url))
  // What Node says of its own parts that are new is no news for a merchant.
  const quiet = '--disable-warning=ExperimentalWarning'
  process.execve?.(process.execPath, [process.execPath, quiet, program, ...args], {
    ...process.env,
    ...settings,
  })
}
