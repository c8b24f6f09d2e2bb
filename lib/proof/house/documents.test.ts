import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/* What the documents name is there: whoever follows them is not sent to a file, a command or a heading of the past. */

const documents = globSync(['*.md', '{docs,e2e}/**/*.md']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))
const sources = new Set(
  globSync(['*.*', '.env.example', '{app,components,docs,e2e,lib,public}/**/*'], {
    exclude: ['**/*.test-results/**'],
  }),
)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** As GitHub makes them out of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

const linksOf = (text: string) =>
  [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)

/** A path in backticks: from the top, or the bare name of a file that its section is about. */
const filesOf = (text: string) =>
  [...text.matchAll(/`((?:[\w.[\]()-]+\/)*[\w.[\]-]+\.(?:tsx?|mjs|json|md|css|svg))`/g)].map(
    ([, file = '']) => file,
  )
const isThere = (file: string) =>
  sources.has(file) || [...sources].some((source) => source.endsWith(`/${file}`))

describe.each(documents)('$path', ({ path, text }) => {
  test('leads only to what is there', () => {
    const dead = linksOf(text).filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
    })
    expect(dead).toEqual([])
  })

  test('names only files that are there', () =>
    expect(filesOf(text).filter((file) => !isThere(file))).toEqual([]))

  test('names only commands that are there', () => {
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

test('every command that a person may want is in the list of commands', () => {
  const list = readFileSync('docs/commands.md', 'utf8')
  const parts = /^(lint|format|mutate:\w+)$/ // `check`, and `mutate` itself, are what people call
  const missing = Object.keys(scripts)
    .filter((name) => !parts.test(name))
    .filter((name) => !list.includes(`npm run ${name}`) && !list.includes(`npm ${name}`))
  expect(missing).toEqual([])
})
