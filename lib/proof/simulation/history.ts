import { type Act, perform } from './acts'
import { checkPromises } from './check-promises'
import { chooseAct, drawFaultRates } from './choose-act'
import { drainHistory } from './drain'
import { seededRandom } from './random'
import { type Coverage, cover, newWorld, type World } from './world'

/** What happened, in order. It can be replayed, also with parts left out. */
export type History = {
  /** On the shelf at the beginning. */
  readonly pieces: number
  /** So many refunds Adyen refuses even when all else is well again. */
  readonly refusals: number
  readonly acts: readonly Act[]
}

export type HistoryResult = History & { readonly broken: string | null }

const SHORTEST = 15
const LONGEST = 90

/** A random history. The same seed is the same history. */
export function runHistory(seed: number, coverage: Coverage): HistoryResult {
  const random = seededRandom(seed)
  const pieces = 1 + random.below(2)
  const refusals = random.oneOf([0, 0, 0, 1, 2, 9])
  const rates = drawFaultRates(random)
  const length = SHORTEST + random.below(LONGEST - SHORTEST)
  const world = newWorld(pieces, coverage)
  const acts: Act[] = []
  const next = () => {
    if (acts.length === length) return null
    const act = chooseAct(world, random, rates)
    acts.push(act)
    return act
  }
  return { pieces, refusals, acts, broken: runActs(world, refusals, next) }
}

/** The same acts once more; what broke, or null. */
export function replay({ pieces, refusals, acts }: History): string | null {
  const left = acts.values()
  return runActs(newWorld(pieces, new Map()), refusals, () => left.next().value ?? null)
}

function runActs(world: World, refusals: number, next: () => Act | null): string | null {
  try {
    for (let act = next(); act !== null; act = next()) {
      cover(world.coverage, `act/${act.act}`)
      perform(world, act)
      const broken = checkPromises(world)
      if (broken) return broken
    }
    return drainHistory(world, refusals)
  } catch (error) {
    return `it threw: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The shortest history found that still breaks a promise: leaves out ever smaller parts. */
export function shrink(history: History, breaks: (history: History) => boolean): History {
  let best = history
  for (let size = best.acts.length >> 1; size >= 1; ) {
    const shorter = withoutOnePart(best, size, breaks)
    if (shorter) best = shorter
    else size >>= 1
  }
  return best
}

function withoutOnePart(
  history: History,
  size: number,
  breaks: (history: History) => boolean,
): History | null {
  for (let start = 0; start < history.acts.length; start += size) {
    const acts = [...history.acts.slice(0, start), ...history.acts.slice(start + size)]
    if (breaks({ ...history, acts })) return { ...history, acts }
  }
  return null
}
