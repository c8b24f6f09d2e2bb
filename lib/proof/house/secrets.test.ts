import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* How long an answer takes tells nobody how much of a secret was right. */

const SECRET =
  /`(?:Bearer|Basic) |\.get\('(?:authorization|[\w-]*(?:password|secret|signature|key))'\)/

/** One sentence for every comparison that stops at the first letter that differs. */
const quickComparisons = (path: string, text: string): string[] =>
  text
    .split(/[\n;](?! {2,}[`'(])/)
    .filter(
      (statement) => SECRET.test(statement) && /[!=]==(?!\s*(?:null|undefined)\b)/.test(statement),
    )
    .map(() => `${path} compares a secret with === or !==: ask sameSecret.`)

test('every secret that somebody sends is compared in constant time', () => {
  const paths = globSync('{app,lib}/**/*.{ts,tsx}').filter(
    (path) => !/\.test\.|^lib\/(?:proof|tools)\//.test(path),
  )
  expect(paths.length).toBeGreaterThan(200)
  expect(paths.flatMap((path) => quickComparisons(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('one that is not is found, also over two lines', () => {
  const sentence = ['a.ts compares a secret with === or !==: ask sameSecret.']
  const header = "request.headers.get('authorization')"
  expect(quickComparisons('a.ts', `if (${header} !== \`Bearer \${key}\`)`)).toEqual(sentence)
  expect(quickComparisons('a.ts', `  return ${header} ===\n    \`Bearer \${key}\``)).toEqual(
    sentence,
  )
  expect(quickComparisons('a.ts', "headers.get('x-password') === password")).toEqual(sentence)
  expect(quickComparisons('a.ts', `const hasNone = ${header} === null`)).toEqual([])
})
