import { SECRET } from '@/lib/accounts/keys'
import { instant } from '@/lib/core/ids'
import { connect, type Db } from '@/lib/db/connection'
import { lookAtOurSchema } from '@/lib/db/migrate'
import { lastDone, nextDue } from '@/lib/db/queues'
import { aboutDatabase } from '@/lib/db/server/about-database'
import { clockOffset, findSetting } from '@/lib/db/settings'
import type { DatabaseSeen, WorkSeen } from '@/lib/flows/going-live/check-database'
import { whatItSaid } from '../sentences-of'

/** Looks at a database without changing anything in it. */
export async function seeDatabase(databaseUrl: string, simulated: boolean): Promise<DatabaseSeen> {
  try {
    const about = await aboutDatabase(databaseUrl)
    const { db } = connect(databaseUrl)
    try {
      const schema = await lookAtOurSchema(db)
      const isOurs = schema.kind === 'as_wanted'
      const work = isOurs ? await seeWork(db, simulated) : null
      const secret = isOurs ? await findSetting(db, SECRET) : null
      return { kind: 'seen', about, schema, work, secret }
    } finally {
      await db.destroy()
    }
  } catch (error) {
    return { kind: 'away', why: whatItSaid(error).replace(/\.$/, '') }
  }
}

async function seeWork(db: Db, simulated: boolean): Promise<WorkSeen> {
  const [due, done] = [await nextDue(db), await lastDone(db)]
  return {
    now: instant(Date.now() + (simulated ? await clockOffset(db) : 0)),
    due,
    lastDoneMsAgo: done === null ? null : Date.now() - done.getTime(),
  }
}
