import type { RealHistory } from '../simulation-on-postgres/real-history'
import type { Cast } from '../simulation-on-postgres/run-real-history'
import { type Build, inHistory } from './open-build'

/** What two builds do in one history, whichever of them is at hand; in the end only `last` is left. */
export function sharedCast(builds: readonly [Build, Build], last: Build): Omit<Cast, 'coverage'> {
  const each = builds.flatMap((build) => build.realActs.map((act) => inHistory(build, act)))
  const together = Array.from({ length: TOGETHER }, () => workTogether(...builds))
  return {
    acts: [workTogether(...builds), ...together, ...each],
    workOffAll: inHistory(last, last.living.workOffAll),
  }
}

// As often as a worker of either does two jobs by itself.
const TOGETHER = 9

/** A worker of each takes a job at the same time; now and then both the same. */
const workTogether = (one: Build, other: Build) => async (real: RealHistory) => {
  const due = await one.living.dueJobs(real)
  const [job, another] = [due, due].map((jobs) => jobs[real.random.below(jobs.length)])
  if (!job || !another) return
  const ends = await Promise.allSettled([
    one.living.workJob({ ...real, shop: one.shop }, job),
    other.living.workJob({ ...real, shop: other.shop }, another),
  ])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
