import { EMBEDDED, startPostgres } from '../postgres'

/** Lends the database that was set, or our own for as long as the work lasts. Its schema stays as it is. */
export async function withOwnDatabase<T>(
  { databaseUrl }: { readonly databaseUrl: string },
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== '') return work(databaseUrl)
  const postgres = await startPostgres(EMBEDDED)
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}
