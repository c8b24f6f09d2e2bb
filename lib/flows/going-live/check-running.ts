import { z } from 'zod'
import { parseJson } from '@/lib/core/json'
import { runningWords as words } from '@/lib/i18n/going-live/running-words'
import { type Finding, good, unseen, wrong } from './finding'
import { type Answered, knock } from './knock'

type Said = Readonly<Record<string, string>>

/** What the shop that runs at the public address says of its settings. */
export const seeRunning = ({ baseUrl }: { readonly baseUrl: string }): Promise<Answered> =>
  knock(`${baseUrl}/api/settings`)

const said = z.record(z.string(), z.string())

export type RunningSeen = 'not_answered' | 'unsaid' | 'no_key' | 'other_database' | Stale
/** The settings that it still goes without. */
type Stale = { readonly stale: readonly string[] }

/** What it says, beside `ours`, which it would say of what is set here; null: its key could not be seen. */
export function besideOurs(ours: Said | null, answered: Answered, sameKey: string): RunningSeen {
  if ('why' in answered) return 'not_answered'
  const theirs = said.safeParse(parseJson(answered.body)).data
  if (answered.status !== 200 || theirs === undefined) return 'unsaid'
  if (ours === null) return 'no_key'
  if (ours[sameKey] !== theirs[sameKey]) return 'other_database'
  return { stale: Object.keys(ours).filter((name) => ours[name] !== theirs[name]) }
}

/** Whether it goes by what is set here. */
export function checkRunning(seen: RunningSeen): Finding {
  const id = 'running'
  if (seen === 'other_database') return wrong(id, words.other_database)
  if (typeof seen === 'string') return unseen(id, words[seen])
  return seen.stale.length === 0 ? good(id, words.same) : wrong(id, words.other(seen.stale))
}

/** Whether what the shop is asked by these settings is answered by the ones before. */
export const isStale = (seen: RunningSeen, names: RegExp): boolean =>
  seen === 'other_database' ||
  (typeof seen !== 'string' && seen.stale.some((name) => names.test(name)))
