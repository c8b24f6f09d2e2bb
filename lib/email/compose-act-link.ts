import type { OwnerAct } from '../core/asker'
import type { Locale } from '../core/locale'
import { actLetter } from '../i18n/act-letter'
import { orderLetters } from '../i18n/letters'
import { asHtml, asText, type Composed, type Row } from './compose'

type ActLetterData = {
  readonly kind: OwnerAct['kind']
  readonly locale: Locale
  /** Of the order; null where it is about a subscription. */
  readonly number: string | null
  readonly url: string
  readonly simulated: boolean
}

/** The letter with a link that opens one act. It holds nothing that anybody typed. */
export function composeActLink({ kind, locale, number, url, simulated }: ActLetterData): Composed {
  const words = actLetter[locale]
  const { shop, demonstration, order } = orderLetters[locale]
  const subject = words.subject[kind](number ?? '')
  const sentences = [words.opening[kind], words.once, words.ignore]
  const rows: Row[] = number === null ? [] : [[order, number]]
  const link = { label: words.open[kind], url }
  const note = simulated ? demonstration : null
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale, subject, shop, sentences, rows, link, note }),
  }
}
