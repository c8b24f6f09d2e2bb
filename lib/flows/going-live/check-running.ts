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

/** Whether it goes by what is set here. `ours`: what it would say of that; null: its key could not be seen. */
export function checkRunning(ours: Said | null, answered: Answered, sameKey: string): Finding {
  const id = 'running'
  if ('why' in answered) return unseen(id, words.not_answered)
  const theirs = said.safeParse(parseJson(answered.body)).data
  if (answered.status !== 200 || theirs === undefined) return unseen(id, words.unsaid)
  if (ours === null) return unseen(id, words.no_key)
  if (ours[sameKey] !== theirs[sameKey]) return wrong(id, words.other_database)
  const names = Object.keys(ours).filter((name) => ours[name] !== theirs[name])
  return names.length === 0 ? good(id, words.same) : wrong(id, words.other(names))
}
