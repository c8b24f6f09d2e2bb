import { posix } from 'node:path'
import { covers, isTest, type SourceFile, withoutComments } from './imports'

/** Who else decides what an export is called: names, where they may stand, and why. */
export const prescribed: readonly {
  readonly names: readonly string[]
  readonly inside: string
  readonly why: string
}[] = [
  {
    names: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    inside: 'app',
    why: 'Next looks in a route for the method that was asked with',
  },
  {
    names: ['dynamic', 'dynamicParams', 'revalidate', 'runtime', 'maxDuration'],
    inside: 'app',
    why: 'Next reads how to render and to keep a page or a route',
  },
  {
    names: ['metadata', 'generateMetadata', 'viewport', 'generateViewport', 'generateStaticParams'],
    inside: 'app',
    why: 'Next asks a page what stands in its head, and which there are',
  },
  { names: ['up', 'down'], inside: 'lib/db/migrations', why: 'kysely calls them' },
]

/** The simulator shares no code with the shop: what both need stands in both, under one name. */
export const twins: Readonly<Record<string, readonly [ours: string, simulators: string]>> = {
  /** Two schemas, each known to its own side. */
  Database: ['lib/db/schema.ts', 'lib/simulator/config.ts'],
  /** Each brings its own schema up to date. */
  migrate: ['lib/db/migrate.ts', 'lib/simulator/migrate.ts'],
  /** What is sent to either is nothing until a schema has read it. */
  parseJson: ['lib/core/json.ts', 'lib/simulator/json.ts'],
  /** A comparison in constant time: Adyen's keys here, the shop's there. */
  sameSecret: ['lib/adyen/signature.ts', 'lib/simulator/references.ts'],
  /** Adyen's HMAC, understood twice so that one mistake cannot hide in both. */
  signatureOf: ['lib/adyen/signature.ts', 'lib/simulator/webhooks/signature.ts'],
}

/** One sentence for every exported name that is declared in a second file, and for a twin that is none any more. */
export function declaredTwice(sources: readonly SourceFile[]): string[] {
  const files = new Map<string, string[]>()
  for (const { path, text } of sources.filter(({ path }) => !isTest(path)))
    for (const name of new Set(namesDeclaredIn(text)))
      if (!isPrescribed(name, path)) files.set(name, [...(files.get(name) ?? []), path].sort())

  const twice = [...files]
    .filter(([name, paths]) => paths.length > 1 && String(paths) !== String(twins[name]))
    .map(
      ([name, paths]) =>
        `${name} is declared in ${paths.join(' and in ')}, and one word means one thing: import it from ${paths[0]} if it is the same, else call it what it is there; docs/words.md has the words.`,
    )
  const lonely = Object.entries(twins).flatMap(([name, pair]) =>
    pair.every((path) => files.get(name)?.includes(path))
      ? []
      : [`${name} is no twin of ${pair.join(' and ')} any more: take it off the list of twins.`],
  )
  return [...twice, ...lonely]
}

const isPrescribed = (name: string, path: string) =>
  prescribed.some(({ names, inside }) => names.includes(name) && covers(inside, path))

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|enum|type|interface) +([\w$]+)/gm
const TAKEN_APART = /^export const [{[]([^}\]]*)[}\]]/gm
const LISTED = /^export (?:type )?\{([^}]*)\}( *from\b)?/gm

/** What a file exports of its own. What it only hands on from another, under the same name, is declared there. */
function namesDeclaredIn(text: string): string[] {
  const code = withoutComments(text)
  const first = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name)
  const takenApart = first(TAKEN_APART).flatMap((list) =>
    entriesOf(list).map((entry) => entry.split(/[:=]/)[entry.includes(':') ? 1 : 0]?.trim() ?? ''),
  )
  const listed = [...code.matchAll(LISTED)].flatMap(([, list = '', from]) =>
    entriesOf(list).flatMap((entry) => {
      const [name = '', other = name] = entry.replace(/^type /, '').split(/ +as +/)
      const isOwn = other !== name || (from === undefined && isDeclaredIn(code, name))
      return isOwn && other !== 'default' ? [other] : []
    }),
  )
  // A default export is called what its importer likes; Next's pages are known by their path.
  return [...first(DECLARED), ...takenApart, ...listed]
}

const entriesOf = (list: string) =>
  list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

const isDeclaredIn = (code: string, name: string) =>
  new RegExp(`^(?:const|let|function\\*?|class|type|interface) +${name}\\b`, 'm').test(code)

/** Files that every folder of a room may have, and why. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  main: 'a command begins in it',
  ko: 'the texts of one kind in Korean',
  en: 'the texts of one kind in English',
  shape: 'what the texts of one kind have in common',
}

/** One sentence for every file of a room of lib whose name another file of that room has too. */
export function calledAlike(paths: readonly string[]): string[] {
  const files = paths.filter((path) => /^lib\/[^/]+\/.*\.tsx?$/.test(path) && !isTest(path))
  const alike = Map.groupBy(files, (path) => `${path.split('/')[1]} ${posix.basename(path)}`)
  return [...alike.values()]
    .filter(([path = '', other]) => other && !(posix.basename(path, '.ts') in EVERYWHERE))
    .map(
      (same) =>
        `${same.sort().join(' and ')} are called alike, and a reader opens the wrong one: name each after what it exports.`,
    )
}
