import { getChoseong } from 'es-hangul'
import type { ProductView } from './catalogue'

/** What is read of a search: nobody means the rest. */
export const LONGEST_SEARCH = 80

export const sorts = ['window', 'cheap', 'dear', 'name'] as const
export type Sort = (typeof sorts)[number]

/**
 * The products that hold every word of a search, in either language. A word of initial consonants
 * alone (`ㅇㅈ`) finds what begins so (`유자`), as Koreans are used to. Nothing asked: everything.
 */
export function search(products: readonly ProductView[], asked: string): ProductView[] {
  const words = plain(asked.slice(0, LONGEST_SEARCH)).split(/\s+/).filter(Boolean)
  const inName = (product: ProductView) => plain(product.name).includes(words[0] ?? '')
  const found = products.filter((product) => words.every((word) => holds(product, word)))
  return [...found.filter(inName), ...found.filter((product) => !inName(product))]
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().trim()

const CONSONANTS = /^[ㄱ-ㅎ]+$/

function holds(product: ProductView, word: string): boolean {
  if (CONSONANTS.test(word)) return getChoseong(product.words).replace(/\s/g, '').includes(word)
  return plain(product.words).includes(word)
}

/** In another order; those of equal price stay as in the window. What is sold out comes last. */
export function sorted(products: readonly ProductView[], by: Sort): ProductView[] {
  const order: Record<Sort, (a: ProductView, b: ProductView) => number> = {
    window: () => 0,
    cheap: (a, b) => a.minor - b.minor,
    dear: (a, b) => b.minor - a.minor,
    name: (a, b) => a.name.localeCompare(b.name, ['ko', 'en']),
  }
  return products.toSorted(order[by]).toSorted((a, b) => Number(a.soldOut) - Number(b.soldOut))
}
