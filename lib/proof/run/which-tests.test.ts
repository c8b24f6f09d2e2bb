import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sortOurTests, sortTests } from './which-tests'

const ASKS = `inject('${'testServer'}')`
const house = [
  { path: 'lib/proof/shop/database.ts', text: `const server = ${ASKS}` },
  { path: 'lib/proof/shop/shop.ts', text: `import {\n  scratchDatabase,\n} from './database'` },
  { path: 'lib/core/order.ts', text: `import { krw } from './money'` },
]
const isQuick = (text: string) =>
  sortTests([...house, { path: 'lib/flows/pay.test.ts', text }]).quick.length === 1

test.each([
  ['the shop of the tests', `import { openShop } from '@/lib/proof/shop/shop'`],
  ['it late', `const { openShop } = await import('../proof/shop/shop')`],
  ['it for its effects', `import '../proof/shop/shop'`],
  ['what hands it on', `export { openShop } from '@/lib/proof/shop/shop'`],
  ['a server of its own', `import { startPostgres } from '@/lib/launch/postgres'`],
  ['a run of tests', `import { runApart } from '@/lib/proof/mutants/run-apart'`],
])('a test that imports %s is not quick', (_, text) => expect(isQuick(text)).toBe(false))

test('a test that asks for the server itself is not quick', () =>
  expect(isQuick(`const url = ${ASKS}`)).toBe(false))

test.each([
  ['rules alone', `import { decide } from '@/lib/core/order'`],
  ['a type', `import type { TestShop } from '@/lib/proof/shop/shop'`],
  ['what it only speaks of', `  ['tools', \`import { shop } from '@/lib/proof/shop/shop'\`],`],
])('a test that imports %s is quick', (_, text) => expect(isQuick(text)).toBe(true))

test('each of our tests is one or the other', () => {
  const { quick, database } = sortOurTests()
  const all = globSync(['{lib,app,components}/**/*.test.{ts,tsx}', '*.test.ts'])
  expect([...quick, ...database].sort()).toEqual(all.sort())
  expect(quick).toContain('lib/core/order.test.ts')
  expect(database).toContain('lib/flows/record.test.ts')
})
