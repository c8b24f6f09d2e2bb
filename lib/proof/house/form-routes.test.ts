import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routeLimits } from '@/app/api/route-limits'
import { madeByHand, openToOthers } from './form-routes'

/** What has no line in the table, and why. */
const takesNoBody: Readonly<Record<string, string>> = {
  catalogue: 'only the worker of this process knows the key, and it reads nothing else',
  'simulator/[[...path]]': 'it is a system of somebody else, with sizes of its own',
}

const paths = globSync('app/**/route.{ts,tsx,js,mjs}').sort()

test('every door that takes a form is made by the one that forgets no check', () => {
  expect(paths.length).toBeGreaterThan(20)
  expect(madeByHand(paths.map((path) => ({ path, text: readFileSync(path, 'utf8') })))).toEqual([])
})

test('every exception is there, and is one', () => {
  for (const path of Object.keys(openToOthers))
    expect(readFileSync(path, 'utf8'), path).toMatch(/^export .*\bPOST\b/m)
})

test('every door that changes something has a line in the table of doors, or takes nothing to read', () => {
  const lost = paths
    .filter((path) => /^export\b.*\b(?:POST|PUT|PATCH|DELETE)\b/m.test(readFileSync(path, 'utf8')))
    .map((path) => path.replace(/^app\/(?:api\/)?|\/route\.\w+$/g, ''))
    .filter((name) => !(name in routeLimits) && !(name in takesNoBody))
  expect(lost).toEqual([])
})

test('every door counts how often it is opened, or says in a sentence why not', () => {
  const silent = Object.entries(routeLimits).filter(
    ([, door]) => door.limit === null && !/^\S.{30,}/.test(door.why),
  )
  expect(silent).toEqual([])
})

test('every line in the table of doors is about a door', () => {
  const lost = Object.keys(routeLimits).filter((name) => !existsSync(`app/api/${name}/route.ts`))
  expect(lost).toEqual([])
})

// The checker itself: what it must find, and what it must let pass.

const path = 'app/api/orders/[order]/pay/route.ts'
const one = (text: string, where = path) => madeByHand([{ path: where, text }])
const ours = `import { takesForm } from '@/app/api/form'\n`
const name = 'orders/[order]/pay'

test('a door written by hand is a sentence', () => {
  expect(one('export async function POST(request: Request) {}')).toEqual([
    `${path} takes by hand what is sent to it, and may forget a check: write "export const POST = takesForm('${name}', …)", of app/api/form.ts, and nothing else that changes something.`,
  ])
})

test.each([
  ['a constant', 'export const POST = async (request: Request) => new Response()'],
  ['another method', 'export function DELETE() {}'],
  ['another name for it', 'function act() {}\nexport {\n  act as PUT,\n}'],
  ['what comes from elsewhere', `export { POST } from './by-hand'`],
  ['whatever comes from elsewhere', `export * from './by-hand'`],
  [
    'one that only says so',
    `// export const POST = takesForm('${name}', parse, act)\nexport const POST = act`,
  ],
  [
    'one of another make',
    `import { takesForm } from './by-hand'\nexport const POST = takesForm('${name}', parse, act)`,
  ],
  [
    'a second one beside it',
    `${ours}export const POST = takesForm('${name}', parse, act)\nexport function PUT() {}`,
  ],
])('%s is found', (_, text) => expect(one(text)).toEqual([expect.stringContaining('by hand')]))

test('a door that goes by the size and the limit of another is a sentence', () =>
  expect(one(`${ours}export const POST = takesForm('cart', parse, act)`)).toEqual([
    `${path} goes by the size and the limit of 'cart': it is the door '${name}'.`,
  ]))

test('a door that takes a form and can be looked at is a sentence', () =>
  expect(
    one(`${ours}export const POST = takesForm('${name}', parse, act)\nexport function GET() {}`),
  ).toEqual([
    `${path} takes a form and shows something too: give what it shows an address of its own.`,
  ]))

test.each([
  [
    'a door that is made',
    `${ours}export const POST = takesForm(\n  '${name}',\n  parse,\n  act,\n)`,
    path,
  ],
  ['one that only shows', 'export function GET() {}', path],
  ['an exception', 'export async function POST() {}', 'app/api/webhooks/adyen/route.ts'],
  ['what is no door', 'export async function POST() {}', 'app/api/orders/post.ts'],
])('%s passes', (_, text, where) => expect(one(text, where)).toEqual([]))
