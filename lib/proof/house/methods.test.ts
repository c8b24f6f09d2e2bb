import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { methods } from '@/lib/adyen/methods'
import { methodNames } from '@/lib/i18n/methods'
import { isTest, type SourceFile } from './imports'

/* A payment method is one entry of one table. A name that is missing in lib/i18n/methods.ts does not compile. */

const TABLE = 'lib/adyen/methods.ts'
const NAMES = 'lib/i18n/methods.ts'
/** The simulator is somebody else's system, and what proves the shop plays somebody else too. */
const others = ['lib/simulator/', 'lib/proof/']

const isOurs = (path: string) =>
  path !== TABLE &&
  path !== NAMES &&
  !isTest(path) &&
  !others.some((other) => path.startsWith(other))

/** One sentence for every method that a file of the shop names by itself. */
const namedAgain = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => isOurs(path))
    .flatMap(({ path, text }) =>
      methods
        .filter(({ type }) => new RegExp(`\\b${type}\\b`).test(text))
        .map(
          ({ type }) =>
            `${path} names ${type}, and a payment method is named in ${TABLE} alone: ask its entry for what differs.`,
        ),
    )

const sources = globSync('{app,components,lib}/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

test('a payment method is named in one table', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(namedAgain(sources)).toEqual([])
})

test('a second place is a sentence, the names, the simulator and tests are none', () => {
  const text = "const paid = method === 'kakaopay'"
  expect(namedAgain([{ path: 'app/page.tsx', text }])).toEqual([
    'app/page.tsx names kakaopay, and a payment method is named in lib/adyen/methods.ts alone: ask its entry for what differs.',
  ])
  const elsewhere = [NAMES, 'lib/simulator/api/offered-methods.ts', 'lib/flows/pay.test.ts']
  expect(namedAgain(elsewhere.map((path) => ({ path, text })))).toEqual([])
})

test('every payment method has its mark', () => {
  const missing = methods
    .filter(({ mark }) => !existsSync(`public/payment-methods/${mark}`))
    .map(({ type, mark }) => `${type} has no mark: draw public/payment-methods/${mark}.`)
  expect(missing).toEqual([])
})

/** Whether 로 may follow a Korean syllable: it ends in a vowel, or in ㄹ. */
const endsOpen = (syllable: string) =>
  [0, 8].includes(((syllable.codePointAt(0) ?? 0) - '가'.charCodeAt(0)) % 28)

test('every Korean name of a method fits the sentences around it', () => {
  const wrong = Object.values(methodNames.ko)
    .filter((name) => /[가-힣]$/.test(name) && !endsOpen(name.slice(-1)))
    .map((name) => `${name} needs 으로, and our sentences say ${name}로: reword them, or the name.`)
  expect(wrong).toEqual([])
})
