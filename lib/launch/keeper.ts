import { serveBesidePostgres } from './beside-postgres.ts'
import { listenForStop } from './stop.ts'

/*
 * What `npm run dev` and `npm start` become without DATABASE_URL. It and all that it imports is read by Node itself, so
 * imports here say the file's ending.
 */
const code = await serveBesidePostgres(process.argv.slice(2), {}, listenForStop()).catch(
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  },
)
process.exit(code)
