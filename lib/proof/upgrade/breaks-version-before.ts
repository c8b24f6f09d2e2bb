import type { SchemaPart, SchemaPicture } from './schema-picture'

/**
 * One sentence for everything that a step takes away from the version before, which still runs beside the new one, or
 * that would refuse what it writes. More columns that may be left out, more tables and more indexes are fine.
 */
export function breaksVersionBefore(before: SchemaPicture, after: SchemaPicture): string[] {
  const lost = before.tables
    .filter((table) => !after.tables.includes(table))
    .map((table) => `The table ${table} is gone.`)
  const stays = ({ table }: SchemaPart) => after.tables.includes(table)
  const old = ({ table }: SchemaPart) => before.tables.includes(table)
  return [
    ...lost,
    ...before.parts.filter(stays).flatMap((part) => changed(part, same(after, part))),
    ...after.parts
      .filter((part) => old(part) && !same(before, part))
      .flatMap((part) => added(part, before)),
  ]
}

const same = ({ parts }: SchemaPicture, { table, kind, name }: SchemaPart) =>
  parts.find((other) => other.table === table && other.kind === kind && other.name === name)

function changed(was: SchemaPart, is: SchemaPart | undefined): string[] {
  const what = `The ${was.kind} ${was.name} of ${was.table}`
  if (is === undefined) return [`${what} is gone.`]
  if (is.definition !== was.definition)
    return [
      was.kind === 'trigger'
        ? `${what} does something else.`
        : `${what} is another: ${is.definition}.`,
    ]
  return is.isDemanded && !was.isDemanded ? [`${what} must not be left out any more.`] : []
}

function added(part: SchemaPart, before: SchemaPicture): string[] {
  const what = `The ${part.kind} ${part.name} of ${part.table}`
  switch (part.kind) {
    case 'column':
      return part.isDemanded ? [`${what} is new and must not be left out.`] : []
    case 'rule': {
      // What is about new columns alone meets nothing in a row without them.
      const knows = (name: string) => same(before, { ...part, kind: 'column', name }) !== undefined
      return part.columns.length === 0 || part.columns.some(knows)
        ? [`${what} is new and may refuse what was written until now: ${part.definition}.`]
        : []
    }
    case 'trigger':
      return [`${what} is new and acts on what the version before writes.`]
  }
}
