import { deps } from '@/lib/deps'
import { readTyped } from '@/lib/flows/desk/drafts'
import type { DeskPerson } from '@/lib/visitor/desk'
import { oneOf, type Query } from './desk-page'

type Fields = Readonly<Record<string, string>>

/** What somebody typed into a form that has come back, by `?draft=` of the address; nothing where none has. */
export async function typedBefore(person: DeskPerson, query: Query): Promise<Fields> {
  const draft = oneOf(query, 'draft')
  if (draft === null) return {}
  return (await readTyped(deps(), person.session, draft))?.fields ?? {}
}
