const segmenter = new Intl.Segmenter('ko')

// Nobody fills the shop with marks piled on letters: of these, one may be as long as a family of emoji is.
const LONGEST = 32
const USUAL = 4

/** The first letters of a text as people count them: a family of emoji is one, and so is a syllable typed apart. */
export function firstLetters(text: string, most: number): string {
  const room = Math.max(LONGEST, most * USUAL)
  let taken = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (taken === most || index + segment.length > room) return text.slice(0, index)
    taken += 1
  }
  return text
}

export const countLetters = (text: string): number => [...segmenter.segment(text)].length
