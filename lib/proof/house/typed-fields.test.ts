import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  asTyped,
  fieldsWithoutReader,
  readers,
  readWithoutReader,
  secondReaders,
  typedFieldsIn,
} from './typed-fields'

const sources = globSync('{app,components,lib}/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

test('every field that people type into has a reader', () =>
  expect(fieldsWithoutReader(sources)).toEqual([]))

test('and every reader has its field', () => {
  const pages = sources.filter(({ path }) => path.endsWith('.tsx'))
  const fields = new Set(pages.flatMap(({ text }) => typedFieldsIn(text)))
  expect([...fields].sort()).toEqual(Object.keys(readers).sort())
})

test('no door takes what was typed without its reader', () =>
  expect(readWithoutReader(sources)).toEqual([]))

test('every exception is there, and is one', () => {
  for (const path of Object.keys(asTyped)) {
    const text = readFileSync(path, 'utf8')
    expect(readWithoutReader([{ path: path.replace('.ts', '-too.ts'), text }])).not.toEqual([])
  }
})

test('there is one reader', () => expect(secondReaders(sources)).toEqual([]))

// The checker itself: what it must find, and what it must let pass.

test('a field that nobody reads is a sentence', () => {
  const text = `<input type="hidden" name="locale" /><textarea\n  name="wish"\n  onChange={() => 1}\n/>`
  expect(fieldsWithoutReader([{ path: 'app/page.tsx', text }])).toEqual([
    'app/page.tsx has people type into "wish": have its door ask a reader of lib/core/typed, and name it in lib/proof/house/typed-fields.ts.',
  ])
})

test.each([
  'const asked = fields.phone.trim()',
  "const asked = fields['phone']",
  "const asked = form.get('phone')",
  'const asked = z.object({ phone: z.string().min(1) })',
])('found: %s', (text) => {
  expect(readWithoutReader([{ path: 'app/api/call/route.ts', text }])).toEqual([
    'app/api/call/route.ts takes "phone" as it was typed: ask parsePhone of lib/core/typed, or say in lib/proof/house/typed-fields.ts why not.',
  ])
})

test.each([
  'const asked = parsePhone(fields.phone ?? "")',
  'const shown = view.phone',
  '// fields.phone is kept',
])('let pass: %s', (text) =>
  expect(readWithoutReader([{ path: 'app/api/call/route.ts', text }])).toEqual([]),
)

test('a second reader is a sentence', () => {
  const one = (text: string, path = 'lib/views/a.ts') => secondReaders([{ path, text }])
  expect(one("name.normalize('NFKC')")).toEqual([
    'lib/views/a.ts makes letters alike by itself: lib/core/typed does it for all.',
  ])
  expect(one('name.replace(/\\p{Cf}/gu, "")')).toHaveLength(1)
  expect(one("name.normalize('NFC')", 'lib/core/typed/text.ts')).toEqual([])
})
