import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calledAlike, declaredTwice, prescribed, twins } from './names'

const paths = globSync(['{app,components,lib,e2e}/**/*.{ts,tsx}', '*.ts'], {
  exclude: ['next-env.d.ts'],
}).sort()
const ours = paths
  .filter((path) => path !== 'lib/proof/house/names.test.ts')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('one exported name means one thing', () => {
  expect(ours.length).toBeGreaterThan(50)
  expect(declaredTwice(ours)).toEqual([])
})

test('two files of a room are not called alike', () => expect(calledAlike(paths)).toEqual([]))

test('whoever prescribes a name has said why', () =>
  expect(prescribed.filter(({ names, why }) => names.length === 0 || why === '')).toEqual([]))

// The checker itself: what it must find, and what it must let pass. The twins are there, whatever is made up.

const there = Object.entries(twins).flatMap(([name, files]) =>
  files.map((path) => ({ path, text: `export const ${name} = 1` })),
)
const found = (one: string, other: string, path = 'lib/views/order.ts') =>
  declaredTwice([{ path: 'lib/core/order.ts', text: one }, { path, text: other }, ...there])

test('a second meaning of a name is a sentence', () => {
  expect(found('export type Charge = 1', 'export type Charge = 2')).toEqual([
    'Charge is declared in lib/core/order.ts and in lib/views/order.ts, and one word means one thing: import it from lib/core/order.ts if it is the same, else call it what it is there; docs/words.md has the words.',
  ])
})

test.each([
  'export const charge = 1',
  'export let charge = 1',
  'export function charge() {}',
  'export async function charge() {}',
  'export function* charge() {}',
  'export async function* charge() {}',
  'export class charge {}',
  'export abstract class charge {}',
  'export type charge = 1',
  'export type charge<T> = T',
  'export interface charge {}',
  'export const { charge } = it',
  'export const { a: charge, b } = it',
  'export const [charge = 1] = it',
  'const pay = 1\nexport { pay as charge }',
  'const charge = 1\nexport {\n  charge,\n}',
  "export { pay as charge } from './pay'",
  "export type { Pay as charge } from './pay'",
])('found: %s', (text) => {
  expect(found('export const charge = 1', text)).toHaveLength(1)
  expect(found(text, 'export const charge = 1')).toHaveLength(1)
})

test.each([
  "export { charge } from './order'",
  "export type { charge } from './order'",
  "import { charge } from './order'\nexport { charge }",
  'export default function charge() {}',
  'const pay = 1\nexport { pay as default, charge as paid }',
  'const charge = 1',
  '// export const charge = 1',
  '  export const charge = 1',
  'export const chargeAgain = 1',
  'export const { charge: pay } = it',
])('let pass: %s', (text) => expect(found('export const charge = 1', text)).toEqual([]))

test('a type and its value in one file are one name', () =>
  expect(found('export const a = 1\nexport type a = typeof a', '')).toEqual([]))

test('what a test declares is its own', () =>
  expect(found('export const a = 1', 'export const a = 2', 'lib/core/a.test.ts')).toEqual([]))

test('what Next and kysely prescribe may stand in many files, of theirs only', () => {
  const [one, other] = ['app/api/a/route.ts', 'app/api/b/route.ts']
  const both = (name: string, ...where: string[]) =>
    declaredTwice([...where.map((path) => ({ path, text: `export const ${name} = 1` })), ...there])
  expect(both('POST', one, other)).toEqual([])
  expect(both('generateMetadata', one, other)).toEqual([])
  expect(both('POST', 'lib/core/a.ts', 'lib/core/b.ts')).toHaveLength(1)
  expect(both('up', 'lib/db/migrations/001.ts', 'lib/db/migrations/002.ts')).toEqual([])
  expect(both('up', 'lib/db/up.ts', 'lib/jobs/up.ts')).toHaveLength(1)
})

test('a third of the same name, and a twin that is gone, are sentences', () => {
  const third = { path: 'lib/launch/a.ts', text: 'export const migrate = 1' }
  expect(declaredTwice([...there, third])).toEqual([
    expect.stringContaining('lib/db/migrate.ts and in lib/launch/a.ts and in lib/simulator/'),
  ])
  expect(declaredTwice(there.slice(1))).toEqual([
    'Database is no twin of lib/db/schema.ts and lib/simulator/config.ts any more: take it off the list of twins.',
  ])
})

test('two files of one room are not called alike, in two rooms they may be', () => {
  expect(calledAlike(['lib/proof/chaos/report.ts', 'lib/proof/simulation/report.ts'])).toEqual([
    'lib/proof/chaos/report.ts and lib/proof/simulation/report.ts are called alike, and a reader opens the wrong one: name each after what it exports.',
  ])
  expect(calledAlike(['lib/core/order.ts', 'lib/views/order.ts'])).toEqual([])
  expect(calledAlike(['lib/proof/a/main.ts', 'lib/proof/b/main.ts'])).toEqual([])
  expect(calledAlike(['lib/proof/a/x.ts', 'lib/proof/a/x.test.ts'])).toEqual([])
})
