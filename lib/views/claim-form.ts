import { type Ground, grounds, type Remedy, remedies } from '../core/goods/goods'
import { type Pieces, problemOfPieces } from '../core/goods/lines'
import { linesInFields, piecesInFields } from '../core/typed/pieces'
import type { ClaimView } from './order-acts'

type Fields = Readonly<Record<string, string>>

type ClaimInput = {
  /** Null: all that can come back. */
  readonly pieces: Pieces | null
  readonly ground: Ground
  readonly remedy: Remedy
}

/** What a form says of goods that come back. A page of before names nothing, and means all there is. */
export function parseClaimForm(fields: Fields): ClaimInput | 'mistakes' {
  const pieces = piecesInFields(fields)
  const ground = grounds.find((each) => each === fields.ground) ?? 'not_said'
  const remedy = remedies.find((each) => each === fields.remedy) ?? 'money'
  if (pieces === null) return { pieces, ground, remedy }
  // How many there are, only the order knows.
  const isOdd = problemOfPieces(pieces, pieces) !== null
  return isOdd || ground === 'not_said' ? 'mistakes' : { pieces, ground, remedy }
}

type LineMistake = 'odd' | 'too_many'

export type ClaimMistakes = {
  /** By line. */
  readonly lines: ReadonlyMap<number, LineMistake>
  /** `none`: nothing is to come back. `gone`: something of it cannot any more. */
  readonly pieces: 'none' | 'gone' | null
  readonly ground: 'missing' | 'too_late' | null
}

/** What is wrong with what was typed, at its place. */
export function claimMistakes(fields: Fields, { lines }: Pick<ClaimView, 'lines'>): ClaimMistakes {
  const named = piecesInFields(fields) ?? []
  const countOf = (line: number) => named.find((each) => each.line === line)?.quantity ?? 0
  const wrong = lines.flatMap(({ line, quantity }): [number, LineMistake][] => {
    const count = countOf(line)
    if (!Number.isSafeInteger(count) || count < 0) return [[line, 'odd']]
    return count > quantity ? [[line, 'too_many']] : []
  })
  const isGone = named.some(({ line }) => lines.every((each) => each.line !== line))
  const isLate = lines.some(({ line, ifChangedMind, quantity }) => {
    const count = countOf(line)
    return count > ifChangedMind && count <= quantity
  })
  return {
    lines: new Map(wrong),
    pieces: isGone ? 'gone' : named.length === 0 ? 'none' : null,
    ground: groundMistake(fields.ground, isLate),
  }
}

function groundMistake(typed: string | undefined, isLate: boolean): ClaimMistakes['ground'] {
  const ground = grounds.find((each) => each === typed)
  if (ground === undefined) return 'missing'
  return ground === 'changed_mind' && isLate ? 'too_late' : null
}

/** The fields that are shown once more. */
export const claimFieldsIn = (fields: Fields): Fields => ({
  ...Object.fromEntries(linesInFields(fields).map(([line, text]) => [`line-${line}`, text])),
  ground: grounds.find((each) => each === fields.ground) ?? '',
  remedy: remedies.find((each) => each === fields.remedy) ?? '',
})
