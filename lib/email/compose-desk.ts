import type { Role } from '../core/desk/roles'
import { INVITATION_LASTS } from '../core/desk/session'
import { HOUR } from '../core/ids'
import type { Locale } from '../core/locale'
import { deskLetter } from '../i18n/desk-letter'
import { orderLetters } from '../i18n/letters'
import { asHtml, asText, type Composed, type Row } from './compose'

type Link = { readonly label: string; readonly url: string }
type Parts = {
  readonly locale: Locale
  readonly subject: string
  readonly sentences: readonly string[]
  readonly rows: readonly Row[]
  readonly link: Link | null
  readonly simulated: boolean
}

/** The letter with a code that opens the desk. */
export function composeDeskCode(about: {
  readonly locale: Locale
  readonly code: string
  readonly simulated: boolean
}): Composed {
  const { code: words } = deskLetter[about.locale]
  return composed({
    ...about,
    subject: words.subject(about.code),
    sentences: [words.opening, words.ignore],
    rows: [[words.code, about.code]],
    link: null,
  })
}

/** The letter to somebody who is to work at the desk. It opens nothing by itself: the code does. */
export function composeInvitation(about: {
  readonly locale: Locale
  readonly role: Role
  readonly url: string
  readonly simulated: boolean
}): Composed {
  const { invitation: words, roles } = deskLetter[about.locale]
  const role = roles[about.role]
  const days = INVITATION_LASTS / (24 * HOUR)
  return composed({
    ...about,
    subject: words.subject,
    sentences: [words.opening(role), words.how(days), words.ignore],
    rows: [[words.role, role]],
    link: { label: words.open, url: about.url },
  })
}

function composed({ locale, subject, sentences, rows, link, simulated }: Parts): Composed {
  const { shop, demonstration } = orderLetters[locale]
  const note = simulated ? demonstration : null
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale, subject, shop, sentences, rows, link, note }),
  }
}
