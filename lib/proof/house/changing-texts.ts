import { codeOf } from './code'
import type { SourceFile } from './imports'

/*
 * What a script changes in a page that a browser has translated: docs/decisions/079. No parser, so this sees what is
 * written in the usual ways; the story of e2e/translated.spec.ts sees the rest.
 */

const DECLARED = /^(?:export )?(?:default )?(?:async )?(?:function|const) ([A-Za-z]\w*)/gm
const ELEMENT = /(?<![\w.])<(?:[A-Za-z]|>)/
const OPENED =
  /(?<![\w.])<([A-Za-z]\w*)((?:[^<>{}]|\{[^{}]*\}|=>)*)(?<!\/)>([^<{}]*)\{([^{}<]*)\}([^<]*)/g
const AFTER_AN_ELEMENT = /(?:\/>|<\/[\w.]+>)\s*\{([^{}<]+)\}/g

/** One sentence for each text of the browser's files that a translation could cut loose from React. */
export const looseTexts = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter(({ text }) => /^'use client'/m.test(text))
    .flatMap(({ path, text }) => [
      ...textsWithoutElement(codeOf(text)).map(
        (name) =>
          `${path}: ${name} draws a text without an element around it: put it in OwnText of components/own-text.tsx.`,
      ),
      ...textsBesideOthers(codeOf(text)).map(
        (what) =>
          `${path}: {${what}} may change beside something else, or without a key: put it in OwnText of components/own-text.tsx.`,
      ),
    ])

/** Components in which no element is opened, and that do not draw nothing either. */
function textsWithoutElement(code: string): string[] {
  const declared = [...code.matchAll(DECLARED)]
  return declared.flatMap(({ index, 1: name = '' }, at) => {
    const body = code.slice(index, declared[at + 1]?.index)
    const isComponent = /^[A-Z]/.test(name) && /=>|^(?:export )?(?:default )?function/.test(body)
    const drawsNothing = /return null\b|\): never\b/.test(body)
    return isComponent && !ELEMENT.test(body) && !drawsNothing ? [name] : []
  })
}

function textsBesideOthers(code: string): string[] {
  const opened = [...code.matchAll(OPENED)].flatMap(
    ([, tag = '', attributes = '', before = '', shown = '', after = '']) => {
      const isAlone = before.trim() === '' && after.trim() === ''
      const isFollowed = tag === 'OwnText' || /\bkey=/.test(attributes)
      const isFine = isAlone && (isFollowed || !/\?|&&/.test(shown))
      return isFine || isNoText(shown) ? [] : [shown.trim()]
    },
  )
  const beside = [...code.matchAll(AFTER_AN_ELEMENT)].flatMap(([, shown = '']) =>
    isNoText(shown) ? [] : [shown.trim()],
  )
  return [...opened, ...beside]
}

/** What others put in, and comments. */
const isNoText = (shown: string) => ['children', '""', ''].includes(shown.trim())
