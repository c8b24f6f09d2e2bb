import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayImport } from './rooms'

/* A stranger who has the architecture's document and nothing else finds any room, and knows what it may touch. */

const text = readFileSync('docs/architecture.md', 'utf8')

/** Everybody may import it, so its arrows are not drawn. */
const UNDRAWN = 'core'
const nameOf = (path: string) => path.replace(/^lib\//, '')

test('the picture of the rooms shows who may import whom', () => {
  const rooms = Object.entries(mayImport).filter(([path]) =>
    /^(lib\/[^/]+|app|components|e2e)$/.test(path),
  )
  const arrows = rooms.flatMap(([path, parts]) =>
    parts
      .map(nameOf)
      .filter((part) => part !== nameOf(path) && part !== UNDRAWN)
      .map((part) => `${nameOf(path)} → ${part}`),
  )
  expect(arrowsOf(drawing('flowchart')).sort()).toEqual(arrows.sort())
  const drawn: readonly string[] = drawing('flowchart').match(/\w+/g) ?? []
  expect(rooms.map(([path]) => nameOf(path)).filter((name) => !drawn.includes(name))).toEqual([])
})

test('the rooms that do not know the core are named', () => {
  const ignorant = Object.entries(mayImport)
    .filter(([path, parts]) => !path.slice(4).includes('/') && !parts.includes('lib/core'))
    .map(([path]) => nameOf(path))
  const [, named = ''] =
    /^An arrow means .*?Every room but (.*?) may also import/s.exec(
      text.slice(text.indexOf('An arrow means')),
    ) ?? []
  expect([...named.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(ignorant.sort())
})

function drawing(kind: string): string {
  const [, found = ''] = new RegExp(`\`\`\`mermaid\n(${kind}.*?)\`\`\``, 's').exec(text) ?? []
  return found
}

/** `a --> b & c` is two arrows; a dotted one counts as well. */
const arrowsOf = (drawn: string) =>
  [...drawn.matchAll(/^ *(\w+) -(?:-|\.-)> (.+)$/gm)].flatMap(([, from, to = '']) =>
    to.split(' & ').map((each) => `${from} → ${each}`),
  )

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const rows = [...text.matchAll(/^\| ([^|]+\?) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, question = '', answer = '', open = '']) => ({ question, answer, files: named(open) }),
)

test('what newcomers ask is answered by opening two files at most', () => {
  expect(rows.length).toBeGreaterThanOrEqual(25)
  expect(new Set(rows.map(({ question }) => question)).size).toBe(rows.length)
  expect(rows.filter(({ files }) => files.length < 1 || files.length > 2)).toEqual([])
  expect(rows.flatMap(({ files }) => files).filter((file) => !existsSync(file))).toEqual([])
})

test.each(rows)('$question', ({ answer, files }) => {
  const sources = files.map((file) => readFileSync(file, 'utf8'))
  const words = named(answer).filter((name) => /^\w+$/.test(name))
  expect(words.filter((word) => !sources.some((source) => source.includes(word)))).toEqual([])
})
