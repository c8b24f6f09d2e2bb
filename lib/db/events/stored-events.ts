import type { z } from 'zod'
import { parseJson } from '../../core/json'
import { type Owner, unreadable } from './unreadable'

/** As it lies in the database. `seq` counts the events of one order or subscription from 1. */
export type StoredEvent = { readonly seq: number; readonly event: string }

/** What events of each version are read as. 0 is what was stored before events had a version. */
type Versions<E> = ReadonlyMap<unknown, z.ZodType<E>>

/** What happened, in our words of today. @throws for what nobody knows, with a sentence that says what to do. */
export function readEvent<E>(versions: Versions<E>, owner: Owner, { seq, event }: StoredEvent): E {
  const found = parseJson(event)
  const version = hasFields(found) && 'v' in found ? found.v : 0
  const parsed = versions.get(version)?.safeParse(found)
  if (parsed?.success) return parsed.data
  const type = hasFields(found) && 'type' in found ? found.type : null
  const wrong =
    found === undefined
      ? 'is no JSON'
      : `(type ${nameOf(type)}, version ${nameOf(version)}) is none that this shop knows`
  const place = `${owner.what}_events, ${owner.what}_id '${owner.id}', seq ${seq}`
  throw unreadable(owner, `its event ${seq} ${wrong}`, place)
}

const hasFields = (found: unknown) => typeof found === 'object' && found !== null

/** Whatever is no short name or number is not for a log. */
const nameOf = (value: unknown) => (/^\w{1,40}$/.test(String(value)) ? String(value) : 'unknown')
