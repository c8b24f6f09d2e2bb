import { instant } from '@/lib/core/ids'
import { type Act, perform } from './acts'
import { checkAtTheEnd } from './check-at-the-end'
import { checkPromises } from './check-promises'
import type { World } from './world'

// A refund that always fails is asked for five times; nothing takes longer than that.
const ENOUGH = 2000

/**
 * The weather clears: all is delivered, answered and worked off, until nothing is owed any more. Only
 * refunds may go on failing, so many times.
 */
export function drainHistory(world: World, refusals: number): string | null {
  let refused = 0
  for (let turn = 0; turn < ENOUGH; turn++) {
    const act = nextOf(world, refused < refusals ? 'refused' : 'done')
    if (act === null) return checkAtTheEnd(world)
    if (act.act === 'settle_refund') refused += 1
    perform(world, act)
    const broken = checkPromises(world)
    if (broken) return broken
  }
  return 'it never comes to rest'
}

function nextOf({ shop, adyen, running, now }: World, fate: 'done' | 'refused'): Act | null {
  if (running.length > 0) return { act: 'proceed', process: 0, network: 'answers' }
  if (adyen.outbox.length > 0) return { act: 'deliver', message: 0, delivery: 'arrives' }
  const job = shop.jobs.findIndex(({ due }) => due <= now)
  if (job >= 0) return { act: 'work', job, overtaken: false }
  const refund = adyen.refunds.findIndex(({ state }) => state === 'pending')
  if (refund >= 0) return { act: 'settle_refund', refund, fate }
  const offer = adyen.offers.findIndex(({ settled }) => !settled)
  if (offer >= 0) return { act: 'wallet', offer, does: 'close' }
  if (shop.jobs.length === 0) return null
  const soonest = instant(Math.min(...shop.jobs.map(({ due }) => due)))
  return { act: 'wait', ms: soonest - now }
}
