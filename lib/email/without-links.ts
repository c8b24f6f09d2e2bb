import { folded } from '../core/typed/text'

const INVISIBLE = '\u200C' // zero-width non-joiner: unlike other invisible signs, none of them reads a number across it

/**
 * What somebody typed, set so that no mail program makes a link of it: whoever orders in somebody else's name could
 * otherwise have us mail them an address to open or a number to call. A space stands behind what joins the parts of an
 * address, since programs look through invisible signs; in what looks like the number of a phone, where a space joins,
 * an invisible sign stands between the digits.
 */
export const withoutLinks = (typed: string): string =>
  // A dot, a colon or a digit that only looks different becomes the usual one.
  folded(typed)
    .replace(/[.。:@](?=[^\s.])/gu, '$& ')
    .replace(/(?<=\S)@/gu, ' @')
    .replace(/\p{Nd}(?:[^\p{L}\p{Nd}]{0,5}\p{Nd}){6,}/gu, (number) =>
      number.replace(/\p{Nd}(?!$)/gu, `$&${INVISIBLE}`),
    )
