import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* What looks one way in one place is written there. A name for a look is for what two places share. */

/** One sentence for every utility of a style sheet that fewer than two places wear. */
function wornOnce(sheet: string, pages: readonly string[]): string[] {
  const worn = pages.flatMap(classesOf)
  return [...sheet.matchAll(/^@utility ([\w-]+)/gm)]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => worn.indexOf(name) === worn.lastIndexOf(name))
    .map((name) => `@utility ${name} is worn in one place or none: write it there as classes.`)
}

/** The classes in a page's attributes, without what comes before a colon, such as `md:`. */
const classesOf = (page: string): string[] =>
  [...page.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(([, plain, filled = '']) =>
    (plain ?? filled).split(/\s+/).map((name) => name.slice(name.lastIndexOf(':') + 1)),
  )

test('every utility of the style sheet is worn twice', () => {
  const pages = globSync('{app,components}/**/*.tsx').map((path) => readFileSync(path, 'utf8'))
  const sheet = readFileSync('app/globals.css', 'utf8')
  expect(sheet).toContain('@utility card {')
  expect(wornOnce(sheet, pages)).toEqual([])
})

test('a utility with one place is sent there', () => {
  const pages = ['<p className="card lg:card"><a className="lamp wide">lamp</a></p>']
  expect(wornOnce('@utility card {\n}\n@utility lamp {\n}', pages)).toEqual([
    '@utility lamp is worn in one place or none: write it there as classes.',
  ])
})

test('what has the focus is seen, also by a browser that does not know :has', () => {
  const sheet = readFileSync('app/globals.css', 'utf8')
  expect(sheet).toContain(':focus-visible {')
  const forAll = sheet.replace(/@supports selector\(:has\(\*\)\) \{[^{}]*\{[^{}]*\}\s*\}/g, '')
  // The page itself may have it after a jump, and is no control.
  expect(forAll.replace(/main:focus \{[^}]*\}/, '')).not.toMatch(/outline: (?:none|0)/)
})
