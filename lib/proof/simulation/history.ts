import { type Act, perform } from './acts'
import { chance } from './chance'
import { choose, moodOf } from './choose'
import { judge } from './oracle'
import { settleHistory } from './settle'
import { newWorld, type Reached, reach, type World } from './world'

/** What happened, in order. It can be lived again, also with parts left out. */
export type History = {
  /** On the shelf at the beginning. */
  readonly pieces: number
  /** So many refunds Adyen refuses even when all else is well again. */
  readonly refusals: number
  readonly acts: readonly Act[]
}

export type LivedHistory = History & { readonly broken: string | null }

const SHORTEST = 15
const LONGEST = 90

/** A history drawn by luck. The same seed is the same history. */
export function liveHistory(seed: number, seen: Reached): LivedHistory {
  const luck = chance(seed)
  const pieces = 1 + luck.below(2)
  const refusals = luck.oneOf([0, 0, 0, 1, 2, 9])
  const mood = moodOf(luck)
  const length = SHORTEST + luck.below(LONGEST - SHORTEST)
  const world = newWorld(pieces, seen)
  const acts: Act[] = []
  const next = () => {
    if (acts.length === length) return null
    const act = choose(world, luck, mood)
    acts.push(act)
    return act
  }
  return { pieces, refusals, acts, broken: liveThrough(world, refusals, next) }
}

/** The same acts once more. */
export function relive({ pieces, refusals, acts }: History): string | null {
  const left = acts.values()
  return liveThrough(newWorld(pieces, new Map()), refusals, () => left.next().value ?? null)
}

function liveThrough(world: World, refusals: number, next: () => Act | null): string | null {
  try {
    for (let act = next(); act !== null; act = next()) {
      reach(world.seen, `act/${act.act}`)
      perform(world, act)
      const broken = judge(world)
      if (broken) return broken
    }
    return settleHistory(world, refusals)
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
