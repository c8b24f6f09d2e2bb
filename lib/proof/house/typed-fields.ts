import { isTest, type SourceFile, withoutComments } from './imports'

/** Every field of a page that people type into, and the reader of lib/core/typed that its doors ask. */
export const readers: Readonly<Record<string, string>> = {
  name: 'asLine',
  email: 'parseEmail',
  phone: 'parsePhone',
  postcode: 'parsePostcode',
  address: 'asLine',
  addressKeyword: 'readKeyword',
  addressDetail: 'asLine',
  deliveryNote: 'asLine',
  reason: 'asLines',
  code: 'parseCode',
  number: 'parseOrderNumber',
  quantity: 'parseCount',
  day: 'parseTypedDay',
  q: 'asLine',
}

/** Files that take a typed field as it is, and why. */
export const asTyped: Readonly<Record<string, string>> = {
  'lib/visitor/find-draft.ts': 'the form shows again what was typed',
  'lib/visitor/sign-in-draft.ts': 'the form shows again what was typed',
  'lib/visitor/desk.ts': 'the form shows again what was typed',
  'lib/accounts/proven-mailbox.ts': 'it is called with an address that a door has read',
}

const FIELD = /<(?:input|textarea|CheckoutField)\b([\s\S]*?)(?<!=)\/?>/g
const CHOSEN = /\btype="(?:hidden|checkbox|radio|submit)"/

/** The names of the fields on a page that people type into. */
export const typedFieldsIn = (page: string): string[] =>
  [...page.matchAll(FIELD)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => !CHOSEN.test(attributes))
    .flatMap((attributes) => /\bname="(\w+)"/.exec(attributes)?.[1] ?? [])

/** One sentence for every field on a page whose reader nobody has named. */
export const fieldsWithoutReader = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap(({ path, text }) =>
      typedFieldsIn(text)
        .filter((name) => readers[name] === undefined)
        .map(
          (name) =>
            `${path} has people type into "${name}": have its door ask a reader of lib/core/typed, and name it in lib/proof/house/typed-fields.ts.`,
        ),
    )

const isDoor = ({ path }: SourceFile) =>
  /^(?:app|components|lib\/(?:views|visitor|flows|accounts))\//.test(path) && !isTest(path)

/** One sentence for every file that takes what was typed into a field without asking its reader. */
export const readWithoutReader = (sources: readonly SourceFile[]): string[] =>
  sources.filter(isDoor).flatMap(({ path, text }) =>
    Object.entries(readers)
      .filter(([name, reader]) => takes(name, text) && !new RegExp(`\\b${reader}\\b`).test(text))
      .filter(() => asTyped[path] === undefined)
      .map(
        ([name, reader]) =>
          `${path} takes "${name}" as it was typed: ask ${reader} of lib/core/typed, or say in lib/proof/house/typed-fields.ts why not.`,
      ),
  )

const takes = (name: string, text: string) =>
  new RegExp(
    `\\bfields\\??\\.${name}\\b|\\bfields\\[['"]${name}['"]\\]|\\.get\\(['"]${name}['"]\\)|\\b${name}: z\\b`,
  ).test(withoutComments(text))

/** Who may make letters alike besides the readers: what nobody types into the shop. */
const mayNormalise = ['lib/core/typed/', 'lib/proof/', 'lib/tools/', 'lib/simulator/', 'e2e/']

/** One sentence for every second reader. */
export const secondReaders = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => !isTest(path) && !mayNormalise.some((part) => path.startsWith(part)))
    .filter(({ text }) => /\.normalize\('NF|\\p\{Cf\}/.test(withoutComments(text)))
    .map(({ path }) => `${path} makes letters alike by itself: lib/core/typed does it for all.`)
