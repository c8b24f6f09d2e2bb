import { connect } from '@/lib/db/connection'
import { fillDemonstration } from '@/lib/db/demonstration/fill'

/** Puts the demonstration's goods into a shop that has none. */
export async function demoCommand(databaseUrl: string): Promise<number> {
  const { db } = connect(databaseUrl)
  try {
    const done = await fillDemonstration(db)
    console.log(
      done === 'filled'
        ? 'The shop shows the goods of the demonstration now. A shop that is running shows them within seconds.'
        : 'The shop has goods already: nothing was changed.',
    )
    return 0
  } finally {
    await db.destroy()
  }
}
