import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* docs/words.md speaks of words that there are: in the file that it names, and on a screen in Korean. */

const text = readFileSync('docs/words.md', 'utf8')
const screens = globSync('lib/i18n/**/*.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map((cells) => ({
    words: quoted(cells[0] ?? ''),
    onScreen: cells.length === 5 ? (cells[1] ?? '–') : '–',
    file: quoted(cells.at(-1) ?? '')[0] ?? '',
  }))

test('every word stands in the file that is named for it', () => {
  expect(rows.length).toBeGreaterThan(80)
  const strangers = rows.flatMap(({ words, file }) => {
    const source = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return words
      .filter((word) => !new RegExp(`\\b${word}\\b`).test(source))
      .map((word) => `${word} is not in ${file}: give the word that is, or the file.`)
  })
  expect(strangers).toEqual([])
})

test('every Korean word is on a screen or in a letter', () => {
  const unseen = rows.map(({ onScreen }) => onScreen).filter((word) => word !== '–')
  expect(unseen.filter((word) => !screens.includes(word))).toEqual([])
})

test('no word stands there twice', () => {
  const words = rows.flatMap((row) => row.words)
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})
