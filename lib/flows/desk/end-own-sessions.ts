import type { DeskPerson } from '@/lib/core/desk/session'
import { endSessionsOf } from '@/lib/db/desk/desk-sessions'
import { logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'

/** Signs somebody out everywhere but here. */
export async function endOwnSessions(deps: Deps, person: DeskPerson): Promise<void> {
  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    await endSessionsOf(tx, person.id, { allBut: person.session })
    await logAct(tx, { person }, { act: 'session_ended', about: person.email }, now)
  })
}
