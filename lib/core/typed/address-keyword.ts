import { folded } from './text'

/** Why an address cannot be looked for by what was typed; the sentence is in lib/i18n/find-address-words.ts. */
export type KeywordProblem =
  | 'missing'
  | 'too_short'
  | 'too_long'
  | 'only_digits'
  | 'long_number'
  | 'only_signs'
  | 'forbidden'
  | 'too_wide'
  | 'too_many'

// The provider refuses these wherever they stand. No address has them, but a postcode may stand in brackets.
const FORBIDDEN_SIGNS = /[%=<>[\]]+/g
const FORBIDDEN_WORDS =
  /\b(?:or|select|insert|delete|update|create|drop|exec|union|fetch|declare|truncate)\b/i
const SHORTEST = 2
const LONGEST = 80

type Keyword =
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'problem'; readonly why: KeywordProblem }

const problem = (why: KeywordProblem): Keyword => ({ kind: 'problem', why })

/** What to look for, or why nobody need be asked: what the provider of addresses refuses anyway. */
export function readKeyword(typed: string): Keyword {
  const line = folded(typed)
  const keyword = line.replace(FORBIDDEN_SIGNS, ' ').replace(/ +/g, ' ').trim()
  if (line === '') return problem('missing')
  if (!/[\p{L}\p{N}]/u.test(keyword)) return problem('only_signs')
  if (keyword.length < SHORTEST) return problem('too_short')
  if (keyword.length > LONGEST) return problem('too_long')
  if (/\d{11}/.test(keyword)) return problem('long_number')
  if (!/\p{L}/u.test(keyword)) return problem('only_digits')
  return FORBIDDEN_WORDS.test(keyword) ? problem('forbidden') : { kind: 'keyword', keyword }
}
