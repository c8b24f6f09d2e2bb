import { getChoseong } from 'es-hangul'
import { firstLetters } from '../core/graphemes'
import { asLine } from '../core/typed/text'
import { asSearched } from './as-searched'
import type { ProductView } from './catalogue'

/** What is read of a search: nobody means the rest. */
export const LONGEST_SEARCH = 80

export const sorts = ['window', 'cheap', 'dear', 'name'] as const
export type Sort = (typeof sorts)[number]

type Asked = Readonly<Record<string, string | string[] | undefined>>

/** A search as it stands in an address, where people write what they like. */
export function readSearch({ q, sort }: Asked): { query: string; sort: Sort } {
  const query = [q].flat()[0] ?? ''
  return {
    query: firstLetters(asLine(query), LONGEST_SEARCH),
    sort: sorts.find((known) => known === [sort].flat()[0]) ?? 'window',
  }
}

/**
 * The products that hold every word of a search, in either language, those named so first. A word of
 * initial consonants alone (`ㅇㅈ`) finds names with it (`유자`), as Koreans are used to; and names
 * are found with or without their spaces. Nothing asked: everything.
 */
export function search(products: readonly ProductView[], asked: string): ProductView[] {
  const words = asSearched([firstLetters(asLine(asked), LONGEST_SEARCH)])
    .split(' ')
    .filter(Boolean)
  const found = products.filter((product) =>
    words.every((word) => isNamed(product, word) || product.words.includes(word)),
  )
  const named = ({ names }: ProductView) => words.every((word) => isNamed({ names }, word))
  return [...found.filter(named), ...found.filter((product) => !named(product))]
}

const CONSONANTS = /^[ㄱ-ㅎ]+$/

function isNamed({ names }: Pick<ProductView, 'names'>, word: string): boolean {
  if (names.includes(word)) return true
  const together = names.replace(/[^\S\n]/g, '')
  return CONSONANTS.test(word) ? getChoseong(together).includes(word) : together.includes(word)
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
