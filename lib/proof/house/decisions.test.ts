import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'

/* Why things are as they are is found by whoever looks for it, and is told in the same three steps. */

const records = globSync('docs/decisions/[0-9]*.md')
  .sort()
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    const [, number = '', title = ''] = /^# (\d{3}): (.+)$/m.exec(text) ?? []
    return { file: basename(path), text, number, title }
  })
const index = readFileSync('docs/decisions/README.md', 'utf8')

/** The first of them had a form of their own. */
const FIRST_IN_THREE_STEPS = 14

test('the records are counted without a gap, and no number is given twice', () => {
  const counted = records.map((_, at) => String(at + 1).padStart(3, '0'))
  expect(records.map(({ number }) => number)).toEqual(counted)
})

describe.each(records)('$file', ({ file, number, title }) => {
  test('begins with its number', () => expect(file.startsWith(`${number}-`)).toBe(true))

  test('stands once in the index, by its title', () => {
    const rows = index.split('\n').filter((line) => line.includes(`(${file})`))
    expect(rows).toEqual([expect.stringContaining(`| [${number}](${file}) | ${title}`)])
  })
})

const inThreeSteps = records.filter(({ number }) => Number(number) >= FIRST_IN_THREE_STEPS)

test.each(inThreeSteps)('$file says why, what, and what it costs', ({ text }) => {
  const steps = [...text.matchAll(/^\*\*(\w+)\.\*\* /gm)].map(([, step]) => step)
  expect(steps).toEqual(['Context', 'Decision', 'Consequence'])
})
