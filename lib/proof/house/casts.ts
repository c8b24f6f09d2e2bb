import { codeOf } from './code'
import type { SourceFile } from './imports'

/** The most places of the shop where a type is claimed and not checked. */
const MOST_CASTS = 25

// `import { a as b }` and `export * as a` give a name and claim nothing.
const NAMES = /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?:\*\s*as\s+\w+|\{[^}]*\})/g
// Not a method of that name (`.as('count')`), nor a field (`as: 'font'`).
const CAST = /(?<![.\w$])as\s+(?!const\b)(?=[\w${(["])/g

/** How often a text says to the compiler what something is, `as const` apart. */
export const castsIn = (text: string): number =>
  codeOf(text).replace(NAMES, '').match(CAST)?.length ?? 0

/** A sentence with every file and its count, when there are too many. */
export function tooManyCasts(sources: readonly SourceFile[], most = MOST_CASTS): string[] {
  const counts = sources
    .map(({ path, text }) => ({ path, count: castsIn(text) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const where = counts.map(({ path, count }) => `${path}: ${count}`).join(', ')
  return all > most
    ? [
        `${all} casts with \`as\`, and ${most} are the most: a brand is made in lib/core/ids.ts, a row or JSON is parsed by zod (${where}).`,
      ]
    : []
}

/** What `JSON.parse` gives fits every type, so it is called where it is said to be unknown, and here. */
const mayReadJson: Readonly<Record<string, string>> = {
  'lib/core/json.ts': 'it says that nothing is known yet',
  'lib/simulator/json.ts': 'it says that nothing is known yet',
  'lib/launch/postgres-place.ts': 'it parses files of a package at once',
}

/** One sentence for every file that believes what a JSON text says. */
export const believesJson = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => mayReadJson[path] === undefined)
    .filter(({ text }) => /\bJSON\s*\.\s*parse\b/.test(codeOf(text)))
    .map(
      ({ path }) =>
        `${path} calls JSON.parse, which fits every type: take parseJson of lib/core/json.ts, which is unknown until a schema has read it.`,
    )
