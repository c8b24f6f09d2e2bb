// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is counted is text of ours, templates and all.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { believesJson, castsIn, tooManyCasts } from './casts'
import { covers, isTest, type SourceFile } from './imports'
import { notShipped } from './rooms'

/* What comes in is parsed; a type is claimed only where a brand is made, or where a library leaves no way. */

const shipped: SourceFile[] = globSync(['{app,components,lib}/**/*.{ts,tsx,mjs}', '*.{ts,mjs}'])
  .filter((path) => !isTest(path) && !notShipped.some((part) => covers(part, path)))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('types are hardly ever claimed', () => {
  expect(shipped.length).toBeGreaterThan(200)
  expect(tooManyCasts(shipped)).toEqual([])
})

test('nothing that is read from JSON is believed', () => expect(believesJson(shipped)).toEqual([]))

// The checker itself: what it must count, and what it must let pass.

test.each([
  ['a cast', 'const id = text as OrderId', 1],
  ['a cast through unknown', 'const id = row as unknown as OrderRow', 2],
  ['a cast to an object', 'const { code } = error as { code?: string }', 1],
  ['a cast to a tuple', 'const [a, b] = parts as [number, number]', 1],
  ['a cast on a line of its own', 'const id = text\n  as OrderId', 1],
  ['a cast inside a template', 'const path = `/${id as string}/${`${other as string}`}`', 2],
  ['a cast after a template with braces', 'const a = `${f({ b: `}` })} as c`, d = e as F', 1],
  ['a cast after a pattern with a quote', "const found = /['`]/.test(text) ? a as B : c", 1],
  ['a cast after a division', 'const half = (all as number) / 2 / (few as number)', 2],
  ['a cast in a page', '<a href={link as string}>don’t</a>', 1],
  ['as const', "const kinds = ['a', 'b'] as const", 0],
  ['names', "import * as z from 'zod'\nimport a, { b as c } from 'd'\nexport { c as d }", 0],
  ['types by another name', "import type {\n  A as B,\n  C,\n} from './d'", 0],
  ['a comment', '// as OrderId\n/* as\n * OrderId */ const a = 1', 0],
  ['a string', `const a = 'such as b', c = "as d"`, 0],
  ['a query', 'const sql = `select a as b from ${table} as c`', 0],
  ['a method and a field', "query.as('count'); const link = { as: 'font', has: 1 }", 0],
  ['a pattern', 'const words = /such as (one)/.exec(text)', 0],
  ['an address', "const url = 'https://a.example' // as b", 0],
])('%s counts right', (_, text, count) => expect(castsIn(text)).toBe(count))

test('too many are one sentence, with the worst file first', () => {
  const sources = [
    { path: 'lib/db/orders.ts', text: 'a as B' },
    { path: 'lib/db/refunds.ts', text: 'a as B, c as D' },
  ]
  expect(tooManyCasts(sources, 3)).toEqual([])
  expect(tooManyCasts(sources, 2)).toEqual([
    '3 casts with `as`, and 2 are the most: a brand is made in lib/core/ids.ts, a row or JSON is parsed by zod (lib/db/refunds.ts: 2, lib/db/orders.ts: 1).',
  ])
})

test('a file that believes JSON is told where to read it', () => {
  const text = 'const row: Row = JSON.parse(found)'
  expect(believesJson([{ path: 'lib/db/orders.ts', text }])).toEqual([
    'lib/db/orders.ts calls JSON.parse, which fits every type: take parseJson of lib/core/json.ts, which is unknown until a schema has read it.',
  ])
  expect(believesJson([{ path: 'lib/core/json.ts', text }])).toEqual([])
  expect(believesJson([{ path: 'lib/db/orders.ts', text: '// JSON.parse' }])).toEqual([])
})
