import { connect } from '@/lib/db/connection'
import { applyAgain, listParked } from '@/lib/db/inbox'
import { listDeadLetters, workDeadLettersAgain } from '@/lib/db/queues'
import { askGivenUpAgain, listGivenUp } from '@/lib/db/refunds'

/**
 * Prints the notifications that could not be applied, the jobs that were given up and the refunds that Adyen never
 * answered, and why; with `again`, has all of them tried anew.
 */
export async function parkedCommand(databaseUrl: string, again: boolean): Promise<number> {
  const { db } = connect(databaseUrl)
  try {
    const rows = await listParked(db)
    for (const { id, eventCode, reference, parkedWhy, receivedAt } of rows)
      console.log([id, receivedAt.toISOString(), eventCode, reference, parkedWhy].join('  '))
    console.log(`${rows.length} parked`)
    const dead = await listDeadLetters(db)
    for (const { name, payload, why, diedAt } of dead)
      console.log([diedAt.toISOString(), name, JSON.stringify(payload), why ?? ''].join('  '))
    console.log(`${dead.length} given up`)
    const refunds = await listGivenUp(db)
    for (const { number, amount, problem } of refunds)
      console.log([number, `₩${amount}`, problem ?? ''].join('  '))
    console.log(`${refunds.length} refunds that Adyen never answered`)
    const reasons = new Set(rows.flatMap(({ parkedWhy }) => parkedWhy ?? []))
    if (again) for (const why of reasons) await applyAgain(db, why, new Date())
    if (again && dead.length > 0) await workDeadLettersAgain(databaseUrl)
    if (again) await askGivenUpAgain(db, new Date())
    return 0
  } finally {
    await db.destroy()
  }
}
