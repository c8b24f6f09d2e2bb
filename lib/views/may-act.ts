import { type BrowserAsker, mayAct, type OwnerAct, type Ownership } from '../core/asker'
import type { Instant } from '../core/ids'
import type { Db } from '../db/connection'
import { isActLinkGood } from '../db/people/act-links'

/** `bad_link`: it was used, is too old, or was mailed for something else. */
export type Leave = 'yes' | 'no' | 'bad_link'

/** What a page says before an act, as the flow will decide it. Looking uses no link up. */
export async function leaveOf(
  db: Db,
  asker: BrowserAsker,
  owner: Ownership,
  { act, now }: { readonly act: OwnerAct; readonly now: Instant },
): Promise<Leave> {
  if (mayAct(asker, owner)) return 'yes'
  if (asker.link === null) return 'no'
  return (await isActLinkGood(db, asker.link, act, new Date(now))) ? 'yes' : 'bad_link'
}
