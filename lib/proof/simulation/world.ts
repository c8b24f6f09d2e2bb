import type { Instant } from '@/lib/core/ids'
import { newProviderBooks, type ProviderBooks } from './provider-books'
import { type MemoryJob, NOON, newShop, type Shop } from './shop'

/** What becomes of one call over the network. */
export const networks = [
  'answers',
  'unreachable', // Adyen never hears of it
  'answer_lost', // Adyen did it, and we do not hear
  'refuses', // Adyen refuses this request as it stands
  'turns_away', // Adyen refuses the shop, before it looks at the key: 401
] as const
export type Network = (typeof networks)[number]

/** One stretch of work between two places where a crash can happen; it answers with the next. */
export type Beat = (world: World, network: Network) => Beat | null

/** Volatile: a process knows what it will do next, and a crash forgets it. */
export type Process = { next: Beat; readonly job: MemoryJob | null }

/** How often each thing happened, in all histories together. */
export type Reached = Map<string, number>

export const reach = (seen: Reached, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

export type World = {
  now: Instant
  readonly shop: Shop
  readonly ledger: ProviderBooks
  running: Process[]
  readonly pieces: number
  readonly seen: Reached
}

export const newWorld = (pieces: number, seen: Reached): World => ({
  now: NOON,
  shop: newShop(pieces),
  ledger: newProviderBooks(),
  running: [],
  pieces,
  seen,
})

export type Mishap = Exclude<Network, 'answers' | 'answer_lost'>

/** Asks Adyen over a network that may fail on the way there or on the way back. */
export function call<T>(world: World, network: Network, ask: () => T): T | Mishap {
  if (network === 'answers') return ask()
  reach(world.seen, `fault/${network}`)
  if (network !== 'answer_lost') return network
  ask()
  return 'unreachable'
}
