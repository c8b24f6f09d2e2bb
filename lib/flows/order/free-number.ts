import { type Instant, numberFrom } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { isNumberTaken } from '@/lib/db/orders'
import type { Deps } from '../deps'

// One order in three short numbers of a day, some 270,000, and ten tries still fail for one in 60,000.
const SHORT_TRIES = 10
const TRIES = 2 * SHORT_TRIES

/** A number for people that no other order has. A day that has used up its short ones has some with a letter more. */
export async function freeNumber(tx: Tx, { newKey }: Deps, now: Instant): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    // The first six bytes of such a key are drawn, each with all its bits.
    const bytes = Buffer.from(newKey().replaceAll('-', ''), 'hex')
    const number = numberFrom(bytes, now, tries < SHORT_TRIES ? 4 : 5)
    if (!(await isNumberTaken(tx, number))) return number
  }
  throw new Error(`no number is free in ${TRIES} tries`)
}
