import type { LogAct } from '@/lib/core/desk/roles'
import type { DeskPerson } from '@/lib/core/desk/session'
import { logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'

/** Writes down what changes no row of ours by itself: what was refused, what was read or fetched, one's own sign-in. */
export async function noteByPerson(
  deps: Deps,
  { id, email, role }: DeskPerson,
  line: { readonly act: LogAct; readonly about: string; readonly why?: string },
): Promise<void> {
  const now = await deps.clock.now()
  const actor = { person: { id, email, role } }
  await deps.db.transaction().execute((tx) => logAct(tx, actor, line, now))
}
