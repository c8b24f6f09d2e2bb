import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import subsetFont from 'subset-font'
import { join } from './join'
import { ourLetters } from './letters'

// Run by `npm run fonts` after a change of our texts. The files it writes are committed.

const require = createRequire(import.meta.url)
const PRETENDARD = `${dirname(require.resolve('pretendard/package.json'))}/dist`
const HAHMLET = dirname(require.resolve('@fontsource-variable/hahmlet/package.json'))
/** Headings have one weight. */
const HEADING_WEIGHT = 700
// Slices are numbered by how often the Web uses their syllables, the highest first: with these, a
// name or an address that somebody typed is seldom set in two typefaces.
const COMMON_SLICES = ['[119]', '[118]', '[117]', '[116]', '[115]', '[114]', '[113]', '[112]']
const COMMON_IN_HEADINGS = COMMON_SLICES.slice(0, 4)

/** No hints for old screens, and no alternate forms that nobody asks for. */
const plain = { noHinting: true, noLayoutClosure: true }

const { hangul, latin } = ourLetters()
const slices = readSlices()
const forText = withCommon(COMMON_SLICES)
const forHeadings = withCommon(COMMON_IN_HEADINGS)

await save('pretendard-latin', await pretendard([...latin].join('')))
await save('pretendard-hangul', await pretendard([...forText].join('')))
await save('hahmlet-latin', await hahmlet('latin', latin, 'woff2'))
await save('hahmlet-hangul', await joinedHahmlet())
writeFileSync('public/fonts/OFL-pretendard.txt', readFileSync(`${PRETENDARD}/LICENSE.txt`))
writeFileSync('public/fonts/OFL-hahmlet.txt', readFileSync(`${HAHMLET}/LICENSE`))

function withCommon(names: readonly string[]): Set<string> {
  const common = names.flatMap((name) => slices.get(name) ?? [])
  return new Set([...hangul, ...common.filter((letter) => letter >= '가' && letter <= '힣')])
}

function pretendard(text: string): Promise<Buffer> {
  const whole = readFileSync(`${PRETENDARD}/web/variable/woff2/PretendardVariable.woff2`)
  const variationAxes = { wght: { min: 400, max: 800 } }
  return subsetFont(whole, text, { targetFormat: 'woff2', variationAxes, ...plain })
}

async function joinedHahmlet(): Promise<Buffer> {
  const wanted = [...slices].filter(([, letters]) =>
    letters.some((letter) => forHeadings.has(letter)),
  )
  const parts = wanted
    .filter(([name]) => name.startsWith('['))
    .map(([name]) => hahmlet(name.slice(1, -1), forHeadings, 'truetype'))
  return subsetFont(join(await Promise.all(parts)), [...forHeadings].join(''), {
    targetFormat: 'woff2',
  })
}

function hahmlet(slice: string, letters: Set<string>, targetFormat: 'woff2' | 'truetype') {
  const file = readFileSync(`${HAHMLET}/files/hahmlet-${slice}-wght-normal.woff2`)
  const variationAxes = { wght: HEADING_WEIGHT }
  return subsetFont(file, [...letters].join(''), { targetFormat, variationAxes, ...plain })
}

/** Which letters each of the published files has. */
function readSlices(): Map<string, string[]> {
  const ranges: Record<string, string> = JSON.parse(readFileSync(`${HAHMLET}/unicode.json`, 'utf8'))
  return new Map(
    Object.entries(ranges).map(([name, range]) => [name, range.split(',').flatMap(lettersOf)]),
  )
}

function lettersOf(range: string): string[] {
  const [first = 0, last = first] = range
    .trim()
    .replace('U+', '')
    .split('-')
    .map((code) => Number.parseInt(code, 16))
  return Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n))
}

async function save(name: string, font: Buffer): Promise<void> {
  writeFileSync(`public/fonts/${name}.woff2`, font)
  process.stdout.write(`${name}: ${(font.length / 1024).toFixed(1)} KiB\n`)
}
