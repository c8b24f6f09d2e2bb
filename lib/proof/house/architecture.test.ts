import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  escapesItself,
  isImpure,
  liesLoose,
  reachesTooFar,
  readsEnvironment,
  tooManyFiles,
  tooManyRooms,
} from './architecture'
import { circles } from './circles'
import type { SourceFile } from './imports'

const paths = globSync(
  ['{app,components,lib,e2e}/**/*.{ts,tsx,mjs,css,svg,json}', '*.{ts,mjs}'],
  { exclude: ['next-env.d.ts'] }, // made by Next, and not kept
).sort()
// This file is full of offences, made up below.
const ours: SourceFile[] = paths
  .filter((path) => /\.tsx?$/.test(path) && path !== 'lib/proof/house/architecture.test.ts')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('every part imports only what it may', () => {
  expect(ours.length).toBeGreaterThan(50)
  expect(reachesTooFar(ours)).toEqual([])
})

test('no import leads in a circle', () => expect(circles(ours)).toEqual([]))

test('the rooms below lib are few enough to be learnt', () =>
  expect(tooManyRooms(paths)).toEqual([]))

test('no file lies loose in lib without a reason', () => expect(liesLoose(paths)).toEqual([]))

test('no folder has more files than are seen at once', () =>
  expect(tooManyFiles(paths)).toEqual([]))

test('only lib/env.ts reads the environment', () => expect(readsEnvironment(ours)).toEqual([]))

test('HTML is escaped in one place', () => expect(escapesItself(ours)).toEqual([]))

test('the core knows neither time nor randomness', () => expect(isImpure(ours)).toEqual([]))

// The checker itself: what it must find, and what it must let pass.

const one = (path: string, text: string) => reachesTooFar([{ path, text }])

test('a forbidden import is a sentence', () => {
  expect(one('lib/core/order.ts', `import { orders } from '@/lib/db/orders'`)).toEqual([
    'lib/core/order.ts reaches for lib/db/orders, and lib/core may import only lib/core.',
  ])
})

test.each([
  ['a relative path', 'lib/flows/pay.ts', `import { mail } from '../email/mail'`],
  ['a type', 'lib/adyen/client.ts', `import type { Row } from '@/lib/db/schema'`],
  ['several lines', 'lib/views/order.ts', `import {\n  a,\n  b,\n} from '@/lib/flows/deps'`],
  ['an effect', 'lib/email/mail.ts', `import '@/lib/db/connection'`],
  ['a dynamic import', 'components/keep-fresh.tsx', `const x = await import('@/lib/deps')`],
  ['a re-export', 'lib/jobs/work.ts', `export { deps } from '../deps'`],
  ['the file of a folder', 'lib/simulator/answer.ts', `import { id } from '../core/ids'`],
  ['a door to the jobs', 'app/api/checkout/route.ts', `import { workOff } from '@/lib/jobs/work'`],
  ['test tools', 'lib/flows/pay.ts', `import { shop } from '@/lib/proof/shop/shop'`],
  ['pictures', 'app/page.tsx', `import { draw } from '@/lib/tools/artwork/render'`],
  ['the shop in a story', 'e2e/pay.spec.ts', `import { deps } from '@/lib/deps'`],
  ['a test of the core', 'lib/core/order.test.ts', `import { deps } from '@/lib/deps'`],
  ['the client', 'app/[locale]/cart/live.tsx', `'use client'\nimport { a } from '@/lib/flows/a'`],
  ['a comment before', 'app/a.tsx', `// why\n'use client'\nimport { a } from '@/lib/views/a'`],
])('found through %s', (_, path, text) => expect(one(path, text)).toHaveLength(1))

test.each([
  ['a package', 'lib/adyen/client.ts', `import { z } from 'zod'`],
  ['a comment', 'lib/core/order.ts', `// import { a } from '@/lib/db/a'\n/* from '@/lib/db/b' */`],
  ['test tools in a test', 'lib/flows/pay.test.ts', `import { shop } from '@/lib/proof/shop/shop'`],
  ['the jobs for cron', 'app/api/cron/work/route.ts', `import { workOff } from '@/lib/jobs/work'`],
  ['the wiring at start', 'instrumentation.ts', `await import('@/app/simulator/wiring')`],
  ['the whole shop in a test', 'lib/flows/pay.test.ts', `import { POST } from '@/app/api/x/route'`],
  ['a style sheet', 'app/error.tsx', `'use client'\nimport './globals.css'`],
  ['a neighbour', 'lib/core/order.ts', `import { idFrom } from './ids'`],
])('let pass: %s', (_, path, text) => expect(one(path, text)).toEqual([]))

test.each(['node:crypto', 'zod'])('the core does without %s', (name) => {
  expect(one('lib/core/ids.ts', `import { x } from '${name}'`)).toEqual([
    `lib/core/ids.ts imports ${name}, and lib/core does without packages.`,
  ])
})

test('a file outside the table is asked to join it', () => {
  expect(one('lib/utils/date.ts', '')).toEqual([
    'lib/utils/date.ts belongs to no room of the house: put it into one, or name it in lib/proof/house/rooms.ts.',
  ])
})

test('a circle is told once, whichever file one starts from, and types count', () => {
  expect(
    circles([
      { path: 'lib/core/order.ts', text: `import { advice } from './outcome'` },
      { path: 'lib/core/outcome.ts', text: `import type { Fact } from '@/lib/core/fact'` },
      { path: 'lib/core/fact.ts', text: `import type { Order } from './order'` },
      { path: 'lib/core/money.ts', text: `import type { Order } from './order'` },
    ]),
  ).toEqual([
    'lib/core/order imports itself by way of lib/core/outcome → lib/core/fact → lib/core/order: what both need belongs in a file that imports neither.',
  ])
})

test('a room too many is a sentence that says where it belongs', () => {
  const rooms = Array.from({ length: 15 }, (_, index) => `lib/room${index}/file.ts`)
  expect(tooManyRooms([...rooms, 'lib/deps.ts'])).toEqual([])
  expect(tooManyRooms([...rooms, 'lib/misc/file.ts'])[0]).toMatch(
    /^lib has 16 rooms \(misc, .*room that it serves\.$/,
  )
})

test('a loose file is asked into a room', () => {
  expect(liesLoose(['lib/env.ts', 'lib/deps.ts', 'lib/env.test.ts', 'lib/db/orders.ts'])).toEqual(
    [],
  )
  expect(liesLoose(['lib/dates.ts'])).toEqual([
    'lib/dates.ts lies loose in lib, where only lib/env.ts (it is the contract with whoever runs the shop) and lib/deps.ts (it wires every room and decides nothing) may: put it into a room.',
  ])
})

test('a folder is counted without its tests and without what lies deeper', () => {
  const files = Array.from({ length: 25 }, (_, index) => `lib/flows/file${index}.ts`)
  expect(tooManyFiles([...files, 'lib/flows/pay.test.ts', 'lib/flows/order/find.ts'])).toEqual([])
  expect(tooManyFiles([...files, 'lib/flows/pay.ts'])).toEqual([
    'lib/flows has 26 files, and 25 are the most: group them in folders by what people call the thing.',
  ])
})

test('a hidden reader of the environment is found, Next’s own two words are not', () => {
  const path = 'lib/flows/pay.ts'
  expect(readsEnvironment([{ path, text: 'const key = process.env.KEY' }])).toHaveLength(1)
  expect(readsEnvironment([{ path, text: 'const { KEY } = process.env' }])).toHaveLength(1)
  expect(readsEnvironment([{ path, text: `process.env.NODE_ENV === 'test'` }])).toEqual([])
  expect(readsEnvironment([{ path: 'lib/env.ts', text: 'process.env' }])).toEqual([])
  expect(readsEnvironment([{ path: 'lib/env/kinds.ts', text: 'process.env' }])).toHaveLength(1)
})

test('a second escaper is sent to the first', () =>
  expect(escapesItself([{ path: 'app/page.tsx', text: `text.replace('<', '&lt;')` }])).toEqual([
    'app/page.tsx escapes HTML itself, and one escaper is enough: lib/email/escape-html.ts.',
  ]))

test.each(['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'])(
  'the core may not call %s',
  (call) => {
    expect(isImpure([{ path: 'lib/core/order.ts', text: `const x = ${call}` }])).toHaveLength(1)
    expect(isImpure([{ path: 'lib/flows/pay.ts', text: `const x = ${call}` }])).toEqual([])
  },
)

test('a date made from an argument is pure', () => {
  expect(isImpure([{ path: 'lib/core/order.ts', text: 'new Date(now).toISOString()' }])).toEqual([])
})
