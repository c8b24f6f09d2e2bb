import { posix } from 'node:path'
import { covers, importsOf, isTest, resolved, type SourceFile, withoutComments } from './imports'
import {
  inBrowser,
  loose,
  MOST_FILES,
  MOST_ROOMS,
  mayImport,
  mayReadEnvironment,
  notShipped,
  testsMayAlso,
} from './rooms'

const isShipped = (path: string) => !notShipped.some((part) => covers(part, fileOf(path)))

const fileOf = (path: string) => path.replace(/(\.(test|spec))?\.[a-z]+$/, '')

function roomOf(path: string): string | null {
  const rooms = Object.keys(mayImport).filter((room) => covers(room, path))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null
}

/** One sentence for every import that reaches too far. */
export const reachesTooFar = (sources: readonly SourceFile[]): string[] =>
  sources.filter(({ path }) => isShipped(path)).flatMap(reachesOf)

function reachesOf({ path, text }: SourceFile): string[] {
  const file = fileOf(path)
  const room = roomOf(file)
  if (room === null)
    return [
      `${path} belongs to no room of the house: put it into one, or name it in lib/proof/house/rooms.ts.`,
    ]

  const isClient = /^\s*['"]use client['"]/.test(withoutComments(text))
  const who = isClient ? `files with 'use client'` : room
  const listedParts = isClient ? inBrowser : (mayImport[room] ?? [])
  const allowed = isTest(path) ? [...listedParts, ...testsMayAlso(room)] : listedParts

  const names = importsOf(text)
  const tooFar = names
    .flatMap((name) => resolved(name, path) ?? [])
    .filter((target) => target !== file && !allowed.some((part) => covers(part, target)))
  return [
    ...tooFar.map(
      (target) =>
        `${path} reaches for ${target}, and ${who} may import only ${listed(listedParts)}.`,
    ),
    ...(room === 'lib/core' && !isTest(path) ? packagesIn(path, names) : []),
  ]
}

const packagesIn = (path: string, names: readonly string[]) =>
  names
    .filter((name) => resolved(name, path) === null)
    .map((name) => `${path} imports ${name}, and lib/core does without packages.`)

const listed = (parts: readonly string[]) => (parts.length > 0 ? parts.join(', ') : 'packages')

/** A sentence when there are more rooms below lib than are learnt in a minute. */
export function tooManyRooms(paths: readonly string[]): string[] {
  const rooms = new Set(paths.flatMap((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? []))
  return rooms.size > MOST_ROOMS
    ? [
        `lib has ${rooms.size} rooms (${[...rooms].sort().join(', ')}), and ${MOST_ROOMS} are the most: put the newest into the room that it serves.`,
      ]
    : []
}

/** One sentence for every file that lies in lib itself without a reason. Tests lie beside what they test. */
export const liesLoose = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => /^lib\/[^/]+$/.test(path) && !isTest(path) && loose[path] === undefined)
    .map((path) => `${path} lies loose in lib, where only ${looseFiles} may: put it into a room.`)

const looseFiles = Object.entries(loose)
  .map(([path, why]) => `${path} (${why})`)
  .join(' and ')

/** One sentence for every folder that has too many files to be seen at once. Tests are not counted. */
export function tooManyFiles(paths: readonly string[]): string[] {
  const folders = Map.groupBy(
    paths.filter((path) => !isTest(path)),
    (path) => posix.dirname(path),
  )
  return [...folders].flatMap(([folder, files]) =>
    files.length > MOST_FILES
      ? [
          `${folder} has ${files.length} files, and ${MOST_FILES} are the most: group them in folders by what people call the thing.`,
        ]
      : [],
  )
}

// Next sets these two itself, and its bundler looks for exactly these words.
const NEXTS_OWN = /process\.env\.(NODE_ENV|NEXT_RUNTIME)\b/g

/** One sentence for every file that reads the environment behind the back of lib/env.ts. */
export const readsEnvironment = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => path !== 'lib/env.ts')
    .filter(({ path }) => !mayReadEnvironment.some((part) => covers(part, fileOf(path))))
    .filter(({ text }) => /process\s*\.\s*env\b/.test(withoutComments(text).replace(NEXTS_OWN, '')))
    .map(
      ({ path }) =>
        `${path} reads process.env, and only lib/env.ts may: take the setting from there.`,
    )

/** One for all that is ours; the simulator is somebody else's system and has its own. */
const ESCAPERS = ['lib/email/escape-html.ts', 'lib/simulator/html.ts']

/** One sentence for every file that turns text into HTML in its own way. */
export const escapesItself = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(
      ({ path, text }) => !ESCAPERS.includes(path) && !isTest(path) && /(['"`])&lt;\1/.test(text),
    )
    .map(({ path }) => `${path} escapes HTML itself, and one escaper is enough: ${ESCAPERS[0]}.`)

const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bprocess\b|\bfetch\(/

/** One sentence for every file of the core that asks for the time, for randomness or for the world. */
export const isImpure = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => covers('lib/core', path) && !isTest(path))
    .flatMap(({ path, text }) => {
      const found = IMPURE.exec(withoutComments(text))
      return found
        ? [`${path} uses ${found[0]}, and in lib/core time and randomness arrive as arguments.`]
        : []
    })
