import { readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { expect, test } from 'vitest'
import { ourLetters } from './letters'
import { readCmap, readTables } from './tables'

async function lettersIn(name: string): Promise<Set<string>> {
  const font = readFileSync(`public/fonts/${name}.woff2`)
  const plain = await subsetFont(font, null, { targetFormat: 'truetype', keepAllGlyphs: true })
  return new Set([...readCmap(readTables(plain)).keys()].map((code) => String.fromCodePoint(code)))
}

test.each(['pretendard', 'hahmlet'])(
  'every syllable of our texts can be set in %s',
  async (name) => {
    const there = await lettersIn(`${name}-hangul`)
    const missing = [...ourLetters().hangul].filter((letter) => !there.has(letter))
    // A jamo alone is never in a heading.
    const needed = name === 'hahmlet' ? missing.filter((letter) => letter >= '가') : missing
    expect(needed, 'not in the typeface: run `npm run fonts` and commit public/fonts').toEqual([])
  },
)

test.each(['pretendard', 'hahmlet'])('figures and Latin letters can be set in %s', async (name) => {
  const there = await lettersIn(`${name}-latin`)
  const usual = [...'AaZz09.,’“”'].filter((letter) => !there.has(letter))
  expect(usual).toEqual([])
})

test('a typeface is light enough to be there before the page is read', () => {
  const kibibytes = (name: string) => readFileSync(`public/fonts/${name}.woff2`).length / 1024
  expect(kibibytes('pretendard-hangul')).toBeLessThan(130)
  expect(kibibytes('hahmlet-hangul')).toBeLessThan(110)
  expect(kibibytes('pretendard-latin')).toBeLessThan(30)
  expect(kibibytes('hahmlet-latin')).toBeLessThan(30)
})
