import { type GivenGround, grounds, isFault, type Remedy, remedies } from '../core/goods/goods'
import { type Pieces, problemOfPieces } from '../core/goods/lines'
import { linesInFields, piecesInFields } from '../core/typed/pieces'
import type { ClaimView } from './order-acts'

type Fields = Readonly<Record<string, string>>

type ClaimInput = {
  /** Null: all that can come back. */
  readonly pieces: Pieces | null
  readonly ground: GivenGround
  readonly remedy: Remedy
}

/** What a form says of goods that come back. Where no goods are named, all are meant; a ground is always asked for. */
export function parseClaimForm(fields: Fields): ClaimInput | 'mistakes' {
  const pieces = piecesInFields(fields)
  const ground = grounds.find((each) => each === fields.ground)
  const remedy = remedies.find((each) => each === fields.remedy) ?? 'money'
  // How many there are, only the order knows.
  const isOdd = pieces !== null && problemOfPieces(pieces, pieces) !== null
  if (isOdd || ground === undefined || remedyMistake(fields) !== null) return 'mistakes'
  return { pieces, ground, remedy }
}

type LineMistake = 'odd' | 'too_many'

export type ClaimMistakes = {
  /** By line. */
  readonly lines: ReadonlyMap<number, LineMistake>
  /** `none`: nothing is to come back. `gone`: something of it cannot any more. */
  readonly pieces: 'none' | 'gone' | null
  readonly ground: 'missing' | 'too_late' | null
  /** There is no exchange for a change of mind. */
  readonly remedy: 'only_for_faults' | null
}

/** What is wrong with what was typed, at its place. */
export function claimMistakes(fields: Fields, { lines }: Pick<ClaimView, 'lines'>): ClaimMistakes {
  const typed = piecesInFields(fields)
  const named = typed ?? []
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
    pieces: isGone ? 'gone' : typed?.length === 0 ? 'none' : null,
    ground: groundMistake(fields.ground, isLate),
    remedy: remedyMistake(fields),
  }
}

function groundMistake(typed: string | undefined, isLate: boolean): ClaimMistakes['ground'] {
  const ground = grounds.find((each) => each === typed)
  if (ground === undefined) return 'missing'
  return ground === 'changed_mind' && isLate ? 'too_late' : null
}

function remedyMistake({ ground: typed, remedy }: Fields): ClaimMistakes['remedy'] {
  const ground = grounds.find((each) => each === typed)
  return remedy === 'same_goods' && ground !== undefined && !isFault(ground)
    ? 'only_for_faults'
    : null
}

/** The fields that are shown once more. */
export const claimFieldsIn = (fields: Fields): Fields => ({
  ...Object.fromEntries(linesInFields(fields).map(([line, text]) => [`line-${line}`, text])),
  ground: grounds.find((each) => each === fields.ground) ?? '',
  remedy: remedies.find((each) => each === fields.remedy) ?? '',
})
