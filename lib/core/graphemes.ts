const segmenter = new Intl.Segmenter('ko')

/** A family of emoji is longer than any letter; what piles up more is cut all the same. */
const LONGEST = 32

/** The first letters of a text as people count them: a family of emoji is one, and so is a syllable typed apart. */
export function firstLetters(text: string, most: number): string {
  let taken = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (taken === most || index + segment.length > most * LONGEST) return text.slice(0, index)
    taken += 1
  }
  return text
}

export const countLetters = (text: string): number => [...segmenter.segment(text)].length
