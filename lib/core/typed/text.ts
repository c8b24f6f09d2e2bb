/*
 * What people type, as it is kept and as it is judged. Phones, input methods, password managers and spreadsheets put
 * things between the letters that nobody sees, and write digits in widths of their own.
 */

// Four times the longest field, for letters that come apart. To compose a pile of marks takes the square of its height.
const LONGEST_READ = 2_000

// Inside of a family or behind a heart these hold one picture together; elsewhere nobody sees them.
const JOINS =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\uFE0F/u
// Some are blank and as wide as a letter: these count as spaces.
const UNSEEN = /\uFEFF|(?![\s\x85\u3164\uFFA0])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const UNSEEN_BUT_JOINS = new RegExp(`(${JOINS.source})|${UNSEEN.source}`, 'gu')
// Half of an emoji that something cut in two, as `toWellFormed` has it, which not every browser knows.
const HALVES = /\p{Surrogate}/gu
const SPACES = /[\s\p{Z}\x85\u2800\u3164\uFFA0]+/gu

/** One line, as it is kept: composed, without what nobody sees, spaces of every kind one space. Empty: nothing to see. */
export const asLine = (typed: string): string =>
  typed
    .slice(0, LONGEST_READ)
    .replace(HALVES, '\uFFFD')
    .replace(UNSEEN_BUT_JOINS, '$1')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim()

/** The same of a field that has lines: no more than one of them is empty at once. */
export const asLines = (typed: string): string =>
  typed
    .slice(0, LONGEST_READ)
    .split(/\r\n?|[\n\v\f\x85\u2028\u2029]/)
    .map(asLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * As it is judged and compared: besides, of one width. Korean letters that stand alone (ㅇ) stay what they are: the
 * form of compatibility would join them to their neighbours.
 */
export const folded = (typed: string): string =>
  asLine(asLine(typed).replace(/[^\u3131-\u318E]+/gu, (run) => run.normalize('NFKC')))

// Whatever looks like one; a Korean keyboard has the vowel ㅡ where others have the dash.
const DASHES = /[\p{Pd}\u02D7\u1173\u2043\u2212\u2500\u2501\u30FC\u3161]/gu

/** As numbers are judged: every dash is the plain one too. */
export const foldedNumber = (typed: string): string => folded(typed).replace(DASHES, '-')
