import type { Locale } from '../core/locale'
import { orderLetters } from '../i18n/letters'
import { writtenLetter } from '../i18n/written-letter'
import { asHtml, asText, type Composed } from './compose'
import { withoutLinks } from './without-links'

type WrittenData = {
  readonly locale: Locale
  readonly number: string
  readonly name: string
  /** As a person of the shop wrote them, line by line. */
  readonly words: string
  readonly orderUrl: string
  readonly simulated: boolean
}

/** A letter that a person of the shop wrote about an order. */
export function composeWritten(data: WrittenData): Composed {
  const { locale, number, name, words, orderUrl, simulated } = data
  const { shop, demonstration, greeting, viewOrder, order } = orderLetters[locale]
  const { subject: subjectOf, answer } = writtenLetter[locale]
  const subject = subjectOf(number)
  const sentences = [greeting(withoutLinks(name)), ...words.split('\n').filter(Boolean), answer]
  const rows = [[order, number]] as const
  const link = { label: viewOrder, url: orderUrl }
  const note = simulated ? demonstration : null
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale, subject, shop, sentences, rows, link, note }),
  }
}
