import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/lib/proof/simulation/random'
import type { Instance } from './instance'
import type { AdyenProcess } from './start-adyen'
import type { DatabaseProcess } from './start-database'

export type Trouble = { readonly at: number } & (
  | { readonly kind: 'kill'; readonly instance: number; readonly downMs: number }
  | { readonly kind: 'upgrade'; readonly instance: number; readonly downMs: number }
  | { readonly kind: 'freeze'; readonly instance: number; readonly ms: number }
  | { readonly kind: 'database'; readonly downMs: number }
  | { readonly kind: 'adyen'; readonly on: string; readonly fault: string; readonly times: number }
)

const KILL_EVERY_MS = 6_000
const UPGRADE_EVERY_MS = 15_000
const DATABASE_EVERY_MS = 18_000
const FREEZE_EVERY_MS = 40_000
const FAULT_EVERY_MS = 900

/** Everything that goes wrong within so many milliseconds, in the order in which it does. */
export function generateTroubles(random: Random, withinMs: number, instances: number): Trouble[] {
  const { below, oneOf } = random
  // Not before the first shoppers are in the house.
  const at = () => Math.round(withinMs * 0.1) + below(Math.round(withinMs * 0.9))
  const several = (every: number, least: number, draw: () => Trouble) =>
    Array.from({ length: Math.max(least, Math.round(withinMs / every)) }, draw)

  const troubles = [
    ...several(KILL_EVERY_MS, 2, () => ({
      at: at(),
      kind: 'kill',
      instance: below(instances),
      downMs: below(3_000),
    })),
    ...several(UPGRADE_EVERY_MS, 1, () => ({
      at: at(),
      kind: 'upgrade',
      instance: below(instances),
      downMs: below(1_000),
    })),
    ...several(DATABASE_EVERY_MS, 1, () => ({ at: at(), kind: 'database', downMs: below(4_000) })),
    ...several(FREEZE_EVERY_MS, 0, () => ({
      at: at(),
      kind: 'freeze',
      instance: below(instances),
      ms: oneOf([2_000, 12_000, 35_000]), // 35 s: longer than the queue gives to a job
    })),
    ...several(FAULT_EVERY_MS, 10, () => ({
      at: at(),
      kind: 'adyen',
      on: oneOf(['payments', 'payments', 'details', 'details', 'refunds', 'paymentMethods']),
      fault: oneOf(faults),
      times: oneOf([1, 1, 1, 2, 3]),
    })),
  ]
  return troubles.sort((one, other) => one.at - other.at)
}

const faults = [
  'delay',
  'hang',
  'error_500',
  'error_703',
  'too_many',
  'reset_after_commit',
  'reset_after_commit',
  'lost_answer',
  'truncated_body',
  'hang_after_commit',
] as const

export type ChaosWorld = {
  readonly database: DatabaseProcess
  readonly instances: readonly Instance[]
  readonly adyen: AdyenProcess
}

/** Makes it all happen in its time. Resolves when the last of it is over; what has been begun is finished. */
export async function injectTroubles(
  world: ChaosWorld,
  troubles: readonly Trouble[],
): Promise<void> {
  const began = Date.now()
  const under: Promise<void>[] = []
  // One outage of the database at a time: the next waits until it is back.
  let database = Promise.resolve()
  for (const trouble of troubles) {
    await sleep(Math.max(0, began + trouble.at - Date.now()))
    if (trouble.kind === 'database')
      database = database.then(() => world.database.interrupt(trouble.downMs))
    else under.push(inject(world, trouble))
  }
  await Promise.all([...under, database])
}

async function inject(
  { instances, adyen }: ChaosWorld,
  trouble: Exclude<Trouble, { kind: 'database' }>,
): Promise<void> {
  if (trouble.kind === 'adyen') {
    const { on, fault: kind, times } = trouble
    await adyen.control('/faults', { on, kind, times })
    return
  }
  const instance = instances[trouble.instance]
  if (trouble.kind === 'kill') instance?.kill(trouble.downMs, 'SIGKILL')
  else if (trouble.kind === 'upgrade') instance?.kill(trouble.downMs, 'SIGTERM')
  else await instance?.freeze(trouble.ms)
}
