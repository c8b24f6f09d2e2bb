import { globSync, readFileSync } from 'node:fs'

const SOURCES = ['lib/i18n/**/*.ts', 'lib/db/demonstration/goods.ts']
// Read in a terminal or a log, which have typefaces of their own.
const exclude = ['lib/i18n/settings/**']

const HANGUL = /[ㄱ-ㅣ가-힣]/

/** Every character that our own texts set, and those of figures and names in Latin letters. */
export function ourLetters(): { hangul: Set<string>; latin: Set<string> } {
  const texts = globSync(SOURCES, { exclude }).map((path) => readFileSync(path, 'utf8'))
  const ours = [...new Set(texts.join('').normalize('NFC'))].filter((letter) => letter >= ' ')
  return {
    hangul: new Set(ours.filter((letter) => HANGUL.test(letter))),
    latin: new Set([
      ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
      ...'\u00a0₩·–—‘’“”…×→←↑↓©°é',
      ...ours.filter((letter) => !HANGUL.test(letter)),
    ]),
  }
}
