import { importsOf, resolved, type SourceFile, withoutComments } from './imports'

/** Doors that change something and are opened by others than our own pages, each with its reason. */
export const openToOthers: Readonly<Record<string, string>> = {
  'app/api/catalogue/route.ts': 'the worker opens it, with a key that this process alone knows',
  'app/api/return/[attempt]/route.ts': 'a wallet sends the shopper back from its own site',
  'app/api/webhooks/adyen/route.ts': 'Adyen opens it, and signs what it says',
  'app/api/webhooks/adyen/tokens/route.ts': 'Adyen opens it, and signs what it says',
  'app/simulator/[[...path]]/route.ts': 'it is a system of somebody else, and has its own guard',
}

const EXPORT = /^export\b(?:\s*\{[^}]*\}|[^\n]*)/gm
const CHANGING = /\b(?:POST|PUT|PATCH|DELETE)\b|^export\s*\*/
const MADE = /^export const POST = takesForm\(\s*'([^']*)'/m

/** One sentence for every door that changes something and could have forgotten a check. */
export const madeByHand = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ path }) => /^app\/(?:.*\/)?route\.\w+$/.test(path) && !(path in openToOthers))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const exported = [...code.matchAll(EXPORT)].map(([statement]) => statement)
      const changing = exported.filter((statement) => CHANGING.test(statement))
      if (changing.length === 0) return []

      const name = path.replace(/^app\/(?:api\/)?/, '').replace(/\/route\.\w+$/, '')
      const isOurs = importsOf(text).some((each) => resolved(each, path) === 'app/api/form')
      const made = MADE.exec(code)?.[1]
      if (!isOurs || made === undefined || changing.length > 1)
        return [
          `${path} takes by hand what is sent to it, and may forget a check: write "export const POST = takesForm('${name}', …)", of app/api/form.ts, and nothing else that changes something.`,
        ]
      if (made !== name)
        return [`${path} goes by the size and the limit of '${made}': it is the door '${name}'.`]
      return exported.some((statement) => /\bGET\b/.test(statement))
        ? [
            `${path} takes a form and shows something too: give what it shows an address of its own.`,
          ]
        : []
    })
