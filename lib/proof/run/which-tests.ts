import { globSync, readFileSync } from 'node:fs'
import { resolved, type SourceFile, stemOf } from '../house/imports.ts'

/** The files of all tests, by what they need. */
export type SortedTests = {
  readonly quick: readonly string[]
  readonly database: readonly string[]
}

// Whatever asks for the server of the tests, starts one of its own, or starts another run of tests.
const ASKS = /\binject\('testServer'\)/
const STARTS = ['lib/launch/postgres', 'lib/proof/mutants/run-apart']

// At the beginning of a line, since tests are full of code that they only speak of; a type needs nothing.
const IMPORT =
  /^(?:import|export)\b(?! type\b)(?:[^'"`;=]*\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm

/**
 * Quick is what never comes to a Postgres, by whatever it imports: nobody has to say so. A test that is taken for
 * quick and needs one all the same finds no server.
 */
export function sortTests(sources: readonly SourceFile[]): SortedTests {
  const importers = new Map<string, string[]>()
  for (const { path, text } of sources)
    for (const [, fixed, late] of text.matchAll(IMPORT)) {
      const target = resolved(fixed ?? late ?? '', path)
      if (target !== null) importers.set(target, [...(importers.get(target) ?? []), stemOf(path)])
    }

  const slow = new Set(STARTS)
  for (const { path, text } of sources) if (ASKS.test(text)) slow.add(stemOf(path))
  // A set that grows while it is read is read to its new end.
  for (const stem of slow) for (const importer of importers.get(stem) ?? []) slow.add(importer)

  const { quick = [], database = [] } = Object.groupBy(
    sources.map(({ path }) => path).filter((path) => /\.test\.tsx?$/.test(path)),
    (path) => (slow.has(stemOf(path)) ? 'database' : 'quick'),
  )
  return { quick, database }
}

/** The project's own. */
export function sortOurTests(): SortedTests {
  const paths = globSync(['{lib,app,components}/**/*.{ts,tsx,mjs}', '*.ts'])
  return sortTests(paths.map((path) => ({ path, text: readFileSync(path, 'utf8') })))
}
