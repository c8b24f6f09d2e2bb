import { posix } from 'node:path'

/** A file of ours: its path from the project's root, and what it says. */
export type Source = { readonly path: string; readonly text: string }

// DESIGN.md, section 2. The longest name that fits a file is its ring. What comes from npm is not counted here.
const domain = ['lib/adyen', 'lib/db', 'lib/core']
const doors = ['app', 'components', 'lib/flows', 'lib/views', 'lib/core', 'lib/i18n']
const wired = [...doors, 'lib/visitor', 'lib/sign-in-draft', 'lib/deps']

const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/core': ['lib/core'],
  'lib/proof': ['lib/proof', 'lib/core'],
  'lib/bench': ['lib/bench', 'lib/testing', 'lib/flows', 'lib/jobs', 'lib/core', 'vitest.config'],
  // Stands outside, and knocks at every door.
  'lib/attack': ['lib/attack', 'lib/proof/chance', 'lib/adyen', 'app'],
  // The same by luck, on everything that is real.
  'lib/proof/real': ['lib/proof', 'lib/testing', 'lib/deps', 'lib/jobs', 'lib/flows', 'lib/core'],
  'lib/adyen': ['lib/adyen', 'lib/core'],
  'lib/db': ['lib/db', 'lib/core'],
  'lib/i18n': ['lib/i18n', 'lib/core'],
  'lib/email': ['lib/email', 'lib/i18n', 'lib/core'],
  'lib/accounts': ['lib/accounts', 'lib/email', 'lib/db', 'lib/core'],
  'lib/flows': ['lib/flows', ...domain],
  'lib/views': ['lib/views', ...domain],
  'lib/jobs': ['lib/jobs', 'lib/flows', 'lib/email', 'lib/db', 'lib/core'],
  'lib/simulator': ['lib/simulator'],
  'lib/env': [],
  'lib/sign-in-draft': ['lib/core'],
  'lib/visitor': ['lib/env', 'lib/core', 'lib/db', 'lib/deps', 'lib/accounts'],
  'lib/deps': [
    'lib/env',
    'lib/accounts',
    'lib/flows',
    'lib/views',
    'lib/jobs',
    'lib/email',
    'lib/i18n',
    ...domain,
  ],
  // Judges the shop by HTTP and SQL; of its inside it uses what starts it, and the hand that moves its clock.
  'lib/chaos': ['lib/chaos', 'lib/launch', 'lib/testing', 'lib/proof/chance', 'lib/db', 'lib/core'],
  'lib/chaos/adyen-process': ['lib/chaos', 'lib/testing', 'lib/simulator'],
  'lib/artwork': ['lib/artwork', 'lib/testing'],
  'lib/fonts': ['lib/fonts'],
  'lib/launch': ['lib/launch', 'lib/env', 'lib/db'],
  'lib/launch/parcel': ['lib/env', 'lib/deps', 'lib/flows'],
  'lib/launch/saved': ['lib/env', 'lib/deps', 'lib/flows'],
  'lib/launch/start-shop': ['lib/launch', 'lib/env', 'lib/db', 'lib/deps', 'lib/jobs'],
  components: ['components', 'lib/core', 'lib/i18n'],
  // On every page, and the law wants the shop's own settings in it.
  'components/footer': ['components', 'lib/core', 'lib/i18n', 'lib/deps'],
  app: wired,
  'app/api/cron': [...wired, 'lib/jobs'],
  'app/simulator': [...wired, 'lib/simulator', 'lib/env'],
  instrumentation: [
    ...wired,
    'lib/jobs',
    'lib/env',
    'lib/launch/start-shop',
    'app/simulator/wiring',
  ],
  proxy: ['lib/env', 'lib/core', 'lib/i18n'],
  e2e: ['e2e'],
}
const inBrowser = mayImport.components ?? []

const covers = (ring: string, path: string) => path === ring || path.startsWith(`${ring}/`)

function ringOf(path: string): string | null {
  const rings = Object.keys(mayImport).filter((ring) => covers(ring, path))
  return rings.sort((a, b) => b.length - a.length)[0] ?? null
}

/** One sentence for every import that reaches too far. */
export const reachesTooFar = (sources: readonly Source[]): string[] =>
  sources.filter(({ path }) => !path.startsWith('lib/testing/')).flatMap(reachesOf)

function reachesOf({ path, text }: Source): string[] {
  const file = path.replace(/(\.test)?\.[a-z]+$/, '')
  const ring = ringOf(file)
  if (ring === null)
    return [`${path} belongs to no part of the architecture: name it in the table.`]

  const isTest = path.includes('.test.')
  const isClient = /^\s*['"]use client['"]/.test(withoutComments(text))
  const who = isClient ? `files with 'use client'` : ring
  const listedParts = isClient ? inBrowser : (mayImport[ring] ?? [])
  const allowed = isTest ? [...listedParts, ...testsMayAlso(ring)] : listedParts

  const names = importsOf(text)
  const tooFar = names
    .flatMap((name) => resolved(name, path) ?? [])
    .filter((target) => target !== file && !allowed.some((part) => covers(part, target)))
  return [
    ...tooFar.map(
      (target) =>
        `${path} reaches for ${target}, and ${who} may import only ${listed(listedParts)}.`,
    ),
    ...(ring === 'lib/core' && !isTest ? packagesIn(path, names) : []),
  ]
}

// A test stands outside and may set up the whole shop; those of the two that know nobody stay as ignorant.
const testsMayAlso = (ring: string) =>
  ring === 'lib/core' || ring === 'lib/simulator' ? ['lib/testing'] : ['lib', 'app']

const packagesIn = (path: string, names: readonly string[]) =>
  names
    .filter((name) => resolved(name, path) === null)
    .map((name) => `${path} imports ${name}, and lib/core does without packages.`)

const listed = (parts: readonly string[]) => (parts.length > 0 ? parts.join(', ') : 'packages')

/** The path from the root of what an import names, or null for a package or a style sheet. */
function resolved(name: string, from: string): string | null {
  if (name.endsWith('.css')) return null
  const path = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? near(name, from)
      : null
  return path === null ? null : path.replace(/\.(tsx?|mjs)$/, '').replace(/\/index$/, '')
}

const near = (name: string, from: string) => posix.join(posix.dirname(from), name)

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g

const importsOf = (text: string) =>
  [...withoutComments(text).matchAll(IMPORT)].flatMap(([, , name]) => name ?? [])

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')

// Next sets these two itself, and its bundler looks for exactly these words.
const NEXTS_OWN = /process\.env\.(NODE_ENV|NEXT_RUNTIME)\b/g
const MAY_READ_ENVIRONMENT = [
  'lib/env',
  'lib/launch',
  'lib/testing',
  'lib/proof/simulate',
  'lib/attack/main',
  'e2e',
]

/** One sentence for every file that reads the environment behind the back of lib/env.ts. */
export const readsEnvironment = (sources: readonly Source[]): string[] =>
  sources
    .filter(
      ({ path }) => !MAY_READ_ENVIRONMENT.some((part) => covers(part, path.replace(/\.ts$/, ''))),
    )
    .filter(({ text }) => /process\s*\.\s*env\b/.test(withoutComments(text).replace(NEXTS_OWN, '')))
    .map(
      ({ path }) =>
        `${path} reads process.env, and only lib/env.ts may: take the setting from there.`,
    )

const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bprocess\b|\bfetch\(/

/** One sentence for every file of the core that asks for the time, for luck or for the world. */
export const isImpure = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => covers('lib/core', path) && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) => {
      const found = IMPURE.exec(withoutComments(text))
      return found
        ? [`${path} uses ${found[0]}, and in lib/core time and luck arrive as arguments.`]
        : []
    })
