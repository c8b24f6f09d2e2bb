import type { Instant, OrderId } from '@/lib/core/ids'
import type { Fact } from '@/lib/core/order'
import { type FakeAdyen, newFakeAdyen } from './fake-adyen'
import { type MemoryJob, type MemoryShop, NOON, newMemoryShop, recordInMemory } from './memory-shop'

/** What becomes of one call over the network. */
export const callOutcomes = [
  'answers',
  'unreachable', // Adyen never hears of it
  'answer_lost', // Adyen did it, and we do not hear
  'refuses', // Adyen refuses this request as it stands
  'turns_away', // Adyen refuses the shop, before it looks at the key: 401
] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** One stretch of work between two places where a crash can happen; it answers with the next. */
export type Step = (world: World, network: CallOutcome) => Step | null

/** Volatile: a process knows what it will do next, and a crash forgets it. */
export type Process = { next: Step; readonly job: MemoryJob | null }

/** How often each thing happened, in all histories together. */
export type Coverage = Map<string, number>

export const cover = (coverage: Coverage, what: string) =>
  coverage.set(what, (coverage.get(what) ?? 0) + 1)

export type World = {
  now: Instant
  readonly shop: MemoryShop
  readonly adyen: FakeAdyen
  running: Process[]
  readonly pieces: number
  readonly coverage: Coverage
}

export const newWorld = (pieces: number, coverage: Coverage): World => ({
  now: NOON,
  shop: newMemoryShop(pieces),
  adyen: newFakeAdyen(),
  running: [],
  pieces,
  coverage,
})

export type CallFailure = Exclude<CallOutcome, 'answers' | 'answer_lost'>

/** Asks Adyen over a network that may fail on the way there or on the way back. */
export function call<T>(world: World, network: CallOutcome, ask: () => T): T | CallFailure {
  if (network === 'answers') return ask()
  cover(world.coverage, `fault/${network}`)
  if (network !== 'answer_lost') return network
  ask()
  return 'unreachable'
}

export const orderIdAt = (index: number) => `order ${index}` as OrderId

/** What a person of the shop, or the carrier, has to say. */
export function recordFact({ shop, now, coverage }: World, index: number, fact: Fact): void {
  const id = orderIdAt(index)
  if (shop.orders.has(id) && recordInMemory(shop, id, fact, now).length > 0)
    cover(coverage, `person/${fact.kind}`)
}
