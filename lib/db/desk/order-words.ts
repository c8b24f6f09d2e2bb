import { getChoseong } from 'es-hangul'
import { firstLetters } from '../../core/graphemes'
import { dialledPhone, parsePhone } from '../../core/typed/phone'
import { folded } from '../../core/typed/text'

/*
 * What an order is found by, and what somebody who looks for one means, as words that are compared whole. Of Korean,
 * Chinese and Japanese every two letters that follow each other are one (`홍길`, `길동`), of other letters every three,
 * with the blanks between them or without. A number is one word (`#5678`), and of a phone every end of it is.
 */

export type Findable = {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly postcode: string
  readonly address: string
  readonly addressDetail: string
  /** What its lines are called, in both languages. */
  readonly goods: readonly string[]
}

/** The words of an order, each once. */
export function findingWords(order: Findable): string[] {
  const { number, name, email, phone, postcode, address, addressDetail, goods } = order
  const named = [name, ...goods]
  const written = [...named, email, postcode, address, addressDetail]
  return [
    ...new Set([
      ...firstOf(name),
      ...named.flatMap((text) => gramsOf(getChoseong(asCompared(text).replaceAll(' ', '')), WIDE)),
      ...written.flatMap(wordsIn),
      ...endsOf(dialledPhone(phone).replace(/\D/g, '')),
      ...number.split('-').map((part) => numeral(part.toLowerCase())),
    ]),
  ]
}

/** What is read of a search: nobody means the rest. */
const LONGEST_ASKED = 80

/** `text`: as it was asked, to be compared with what has a name of its own, such as a reference. */
export type AskedWords = { readonly text: string; readonly words: readonly string[] }

/** What somebody looks for. No word: nothing that could be looked for. */
export function askedWords(typed: string): AskedWords {
  const text = firstLetters(folded(typed), LONGEST_ASKED)
  const number = wholeNumber(text)
  const words =
    number === null ? asCompared(text).split(' ').flatMap(wordsAsked) : [numeral(number)]
  return { text, words: [...new Set(words)] }
}

const asCompared = (text: string) => folded(text).toLowerCase()

const WIDE_LETTER = '[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const RUNS = new RegExp(`(${WIDE_LETTER}+)|(\\p{N}+)|((?:(?!${WIDE_LETTER})[\\p{L}\\p{M}])+)`, 'gu')
const CODES = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]+/g
const WIDE = 2
const NARROW = 3

const numeral = (digits: string) => `#${digits}`

/** Every `length` letters that follow each other; of a shorter text the whole of it. */
function gramsOf(text: string, length: number): string[] {
  const letters = [...text]
  if (letters.length === 0) return []
  const count = Math.max(1, letters.length - length + 1)
  return Array.from({ length: count }, (_, at) => letters.slice(at, at + length).join(''))
}

/** Of a text that is kept. */
function wordsIn(text: string): string[] {
  const spaced = asCompared(text)
  const together = spaced.replaceAll(' ', '')
  const wide = [...together.matchAll(RUNS)].flatMap(([, run]) => gramsOf(run ?? '', WIDE))
  const others = [...spaced.matchAll(RUNS)].flatMap(([, , digits, letters]) =>
    digits ? [numeral(digits)] : gramsOf(letters ?? '', NARROW),
  )
  return [...wide, ...others, ...[...spaced.matchAll(CODES)].map(([code]) => numeral(code))]
}

/** Of one word that is looked for: what is letters and digits in one, such as `4f7k`, is meant as that. */
function wordsAsked(word: string): string[] {
  const number = wholeNumber(word)
  if (number !== null) return [numeral(number)]
  if (new RegExp(`^${WIDE_LETTER}$`, 'u').test(word)) return firstOf(word)
  const codes = [...word.matchAll(CODES)].map(([code]) => numeral(code))
  const rest = [...word.replace(CODES, ' ').matchAll(RUNS)]
  return [
    ...codes,
    ...rest.flatMap(([, wide, digits, letters]) => {
      if (digits) return [numeral(digits)]
      // A letter that stands between digits, as in `3층`, says nothing by itself.
      return wide
        ? gramsOf(wide, WIDE).filter((gram) => gram.length > 1)
        : gramsOf(letters ?? '', NARROW)
    }),
  ]
}

const SHORTEST_PART_OF_A_PHONE = 7

/** The digits of what can only be one number, in whatever groups; of a phone as it is dialled. */
function wholeNumber(text: string): string | null {
  if (!/^(?:tel:)?[\d\s+().·/-]+$/i.test(text)) return null
  const phone = parsePhone(text)
  if (phone) return dialledPhone(phone).replace(/\D/g, '')
  const digits = text.replace(/\D/g, '')
  return digits.length >= SHORTEST_PART_OF_A_PHONE ? digits : null
}

const SHORTEST_END = 4

const endsOf = (digits: string): string[] =>
  Array.from({ length: Math.max(0, digits.length - SHORTEST_END + 1) }, (_, at) =>
    numeral(digits.slice(at)),
  )

/** The first letter of a name, which in Korea is the family's. */
function firstOf(name: string): string[] {
  const [first] = asCompared(name)
  return first && /\p{L}/u.test(first) ? [`^${first}`] : []
}
