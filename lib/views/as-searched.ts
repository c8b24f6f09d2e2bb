import { folded } from '../core/typed/text'

/** Texts as a search compares them, each on a line of its own. */
export const asSearched = (texts: readonly string[]): string =>
  texts.map(folded).join('\n').toLowerCase()
