import { posix } from 'node:path'

/** A file of ours: its path from the project's root, and what it says. */
export type SourceFile = { readonly path: string; readonly text: string }

export const covers = (part: string, path: string) => path === part || path.startsWith(`${part}/`)

/** A path as imports name it: without its ending. */
export const stemOf = (path: string) => path.replace(/\.[a-z]+$/, '')

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g

/** Everything that a file imports, as it is written there; types count. */
export const importsOf = (text: string): string[] =>
  [...withoutComments(text).matchAll(IMPORT)].flatMap(([, , name]) => name ?? [])

/** The path from the root of what an import names, or null for a package or a style sheet. */
export function resolved(name: string, from: string): string | null {
  if (name.endsWith('.css')) return null
  const path = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? posix.join(posix.dirname(from), name)
      : null
  return path === null ? null : path.replace(/\.(tsx?|mjs)$/, '').replace(/\/index$/, '')
}

export const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')

export const isTest = (path: string) => /\.(test|spec|bench)\./.test(path)
