import { listParked } from '@/lib/db/inbox'
import { listDeadLetters } from '@/lib/db/queues'
import { listGivenUp } from '@/lib/db/refunds'
import { DONE, type Till } from './command'

/** All that waits for a person, and why. */
export async function listAllThatWaits({ shop: { db }, print }: Till): Promise<number> {
  const rows = await listParked(db)
  for (const { id, eventCode, reference, parkedWhy, receivedAt } of rows)
    print([id, receivedAt.toISOString(), eventCode, reference, parkedWhy].join('  '))
  print(`${rows.length} parked`)
  const dead = await listDeadLetters(db)
  for (const { name, payload, why, diedAt } of dead)
    print([diedAt.toISOString(), name, JSON.stringify(payload), why ?? ''].join('  '))
  print(`${dead.length} given up`)
  const refunds = await listGivenUp(db)
  for (const { number, amount, problem } of refunds)
    print([number, `₩${amount}`, problem ?? ''].join('  '))
  print(`${refunds.length} refunds that Adyen never answered`)
  return DONE
}
