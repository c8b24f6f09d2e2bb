import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { steps } from '@/lib/db/migrate'
import packageJson from '@/package.json' with { type: 'json' }
import { versions } from '../upgrade/versions'

/* Who changes the schema makes a version, and says which commit was the last one before. */

const names = versions.map(({ name }) => name)

test('each step of the schema is a version of its own', () => {
  const known = versions.map(({ step }) => step)
  const since = Object.keys(steps).filter((step) => step >= (known[0] ?? ''))
  expect(known).toEqual(since)
})

test('versions are counted up, and package.json names the last one', () => {
  expect(names).toEqual(names.map((_, index) => `0.${index + 1}`))
  expect(packageJson.version).toMatch(new RegExp(`^${names.at(-1)}\\.\\d+$`))
})

test('every version but the last has the commit by which a test can run it', () => {
  expect(versions.filter(({ commit }) => commit === null)).toEqual(versions.slice(-1))
  for (const { commit } of versions.slice(0, -1)) expect(commit).toMatch(/^[0-9a-f]{40}$/)
})

test.each(names)('the changelog says what %s brings', (name) => {
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\n## ${name}.`)
})
