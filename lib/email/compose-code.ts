import type { Locale } from '../core/locale'
import { codeLetter } from '../i18n/code-letter'
import { orderLetters } from '../i18n/letters'
import { asHtml, asText, type Composed, type Row } from './compose'

type CodeLetterData = {
  readonly locale: Locale
  readonly code: string
  readonly simulated: boolean
}

/** The letter with a sign-in code. It is about no order, and has no link that somebody else could fake. */
export function composeCode({ locale, code, simulated }: CodeLetterData): Composed {
  const words = codeLetter[locale]
  const subject = words.subject(code)
  const sentences = [words.opening, words.ignore]
  const rows: Row[] = [[words.code, code]]
  const { shop, demonstration } = orderLetters[locale]
  const note = simulated ? demonstration : null
  const link = null
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale, subject, shop, sentences, rows, link, note }),
  }
}
