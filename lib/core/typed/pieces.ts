import type { Pieces } from '../goods/lines'
import { lineId } from '../ids'
import { parseCount } from './count'

const LINE = /^line-(\d{1,4})$/

/**
 * So many of some lines, as the fields `line-1`, `line-2` name them: an empty one is none, and what is no number stays
 * wrong. Null where no line is named at all.
 */
export function piecesInFields(fields: Readonly<Record<string, unknown>>): Pieces | null {
  const typed = linesInFields(fields)
  if (typed.length === 0) return null
  return typed.flatMap(([line, text]) => {
    const quantity = text.trim() === '' ? 0 : (parseCount(text) ?? Number.NaN)
    return quantity === 0 ? [] : [{ line: lineId(line), quantity }]
  })
}

const LONGEST = 20

/** The same as it was typed, to be shown once more. */
export const linesInFields = (
  fields: Readonly<Record<string, unknown>>,
): readonly (readonly [line: number, text: string])[] =>
  Object.entries(fields).flatMap(([name, text]) => {
    const line = LINE.exec(name)?.[1]
    return line === undefined || typeof text !== 'string'
      ? []
      : [[Number(line), text.slice(0, LONGEST)] as const]
  })
