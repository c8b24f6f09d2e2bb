import { connect } from '@/lib/db/connection'
import { applyAgain, listParked } from '@/lib/db/inbox'

/** Prints the notifications that could not be applied and why; with `again`, has all of them tried anew. */
export async function parked(databaseUrl: string, again: boolean): Promise<number> {
  const { db } = connect(databaseUrl)
  try {
    const rows = await listParked(db)
    for (const { id, eventCode, reference, parkedWhy, receivedAt } of rows)
      console.log([id, receivedAt.toISOString(), eventCode, reference, parkedWhy].join('  '))
    console.log(`${rows.length} parked`)
    const reasons = new Set(rows.flatMap(({ parkedWhy }) => parkedWhy ?? []))
    if (again) for (const why of reasons) await applyAgain(db, why, new Date())
    return 0
  } finally {
    await db.destroy()
  }
}
