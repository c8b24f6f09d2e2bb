// A launcher in little, for tests that kill it: holds on to the Postgres of a folder until its input ends.
import { startPostgres } from '@/lib/launch/postgres'

async function hold(folder: string) {
  const postgres = await startPostgres(folder, { fsync: 'off' })
  console.log(postgres.url)
  process.stdin.resume()
  process.stdin.once('end', async () => {
    await postgres.stop()
    process.exit(0)
  })
}

hold(process.argv[2] ?? '')
