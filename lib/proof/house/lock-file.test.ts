import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* A registry may hold the binaries of one platform only; npm then leaves the others out without a word. */

type Entry = { readonly optionalDependencies?: Readonly<Record<string, string>> }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Entry & { readonly resolved?: string }>>
}

/** One sentence for every optional part that npm would not find on another platform. */
const missingFrom = (lock: Readonly<Record<string, Entry>>) =>
  Object.entries(lock).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !lock[`node_modules/${name}`] && !lock[`${where}/node_modules/${name}`])
      .map(
        ([name, version]) =>
          `${where} may need ${name} ${version}, which package-lock.json does not name: install from a registry that has it, or add it by hand.`,
      ),
  )

test('the lock file names the binaries of every platform', () =>
  expect(missingFrom(packages)).toEqual([]))

test('one that is left out is a sentence', () => {
  const lock = {
    'node_modules/next': { optionalDependencies: { '@next/swc-darwin-x64': '16.4.6' } },
  }
  expect(missingFrom(lock)).toHaveLength(1)
  expect(missingFrom({ ...lock, 'node_modules/@next/swc-darwin-x64': {} })).toEqual([])
})

test('no package is tied to the registry that it was once installed from', () => {
  const tied = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
  expect(tied.map(([where]) => where)).toEqual([])
})
