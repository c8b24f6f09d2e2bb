import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isImpure, reachesTooFar, readsEnvironment, type Source } from './testing/architecture'

const ours: Source[] = globSync(
  ['{app,components,lib,e2e}/**/*.{ts,tsx}', '{instrumentation,proxy}.ts'],
  // This file is full of offences, made up below.
  { exclude: ['lib/architecture.test.ts'] },
).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('every part imports only what it may', () => {
  expect(ours.length).toBeGreaterThan(50)
  expect(reachesTooFar(ours)).toEqual([])
})

test('only lib/env.ts reads the environment', () => expect(readsEnvironment(ours)).toEqual([]))

test('the core knows neither time nor luck', () => expect(isImpure(ours)).toEqual([]))

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
  ['a dynamic import', 'components/live.tsx', `const x = await import('@/lib/deps')`],
  ['a re-export', 'lib/jobs/work.ts', `export { deps } from '../deps'`],
  ['the file of a folder', 'lib/simulator/api.ts', `import { id } from '../core/ids'`],
  ['a door to the jobs', 'app/api/checkout/route.ts', `import { workOff } from '@/lib/jobs/work'`],
  ['test tools', 'lib/flows/pay.ts', `import { shop } from '@/lib/testing/shop'`],
  ['the shop in a story', 'e2e/pay.spec.ts', `import { deps } from '@/lib/deps'`],
  ['a test of the core', 'lib/core/order.test.ts', `import { deps } from '@/lib/deps'`],
  ['the client', 'app/[locale]/cart/live.tsx', `'use client'\nimport { a } from '@/lib/flows/a'`],
  ['a comment before', 'app/a.tsx', `// why\n'use client'\nimport { a } from '@/lib/views/a'`],
])('found through %s', (_, path, text) => expect(one(path, text)).toHaveLength(1))

test.each([
  ['a package', 'lib/adyen/client.ts', `import { z } from 'zod'`],
  ['a comment', 'lib/core/order.ts', `// import { a } from '@/lib/db/a'\n/* from '@/lib/db/b' */`],
  ['test tools in a test', 'lib/flows/pay.test.ts', `import { shop } from '@/lib/testing/shop'`],
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
    'lib/utils/date.ts belongs to no part of the architecture: name it in the table.',
  ])
})

test('a hidden reader of the environment is found, Next’s own two words are not', () => {
  const path = 'lib/flows/pay.ts'
  expect(readsEnvironment([{ path, text: 'const key = process.env.KEY' }])).toHaveLength(1)
  expect(readsEnvironment([{ path, text: 'const { KEY } = process.env' }])).toHaveLength(1)
  expect(readsEnvironment([{ path, text: `process.env.NODE_ENV === 'test'` }])).toEqual([])
  expect(readsEnvironment([{ path: 'lib/env.ts', text: 'process.env' }])).toEqual([])
})

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
