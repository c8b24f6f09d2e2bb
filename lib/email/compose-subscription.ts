import type { Rhythm } from '../core/calendar'
import type { Locale } from '../core/locale'
import { formatMoney, type Money } from '../core/money'
import type { SubscriptionEnd, SubscriptionLetter } from '../core/subscription'
import { orderLetters } from '../i18n/letters'
import { subscriptionLetters } from '../i18n/subscription-letters'
import { asHtml, asText, type Composed, type Row } from './compose'
import { withoutLinks } from './without-links'

/** What a letter about a subscription is about. */
export type SubscriptionLetterData = {
  readonly letter: SubscriptionLetter
  readonly locale: Locale
  readonly name: string
  readonly what: string
  readonly amount: Money
  readonly newAmount: Money | null
  readonly rhythm: Rhythm
  /** When it is charged, or tried again, next; null when never. Milliseconds, UTC. */
  readonly nextAt: number | null
  readonly why: SubscriptionEnd['why'] | null
  /** Where what was not paid can be paid by hand; null when there is nothing of the kind. */
  readonly payUrl: string | null
  readonly url: string
  readonly simulated: boolean
}

/** A letter about a subscription, in its language. Every one says how to stop it. */
export function composeSubscription(data: SubscriptionLetterData): Composed {
  const { letter, locale, what, simulated } = data
  const words = subscriptionLetters[locale]
  const { greeting, shop, demonstration } = orderLetters[locale]
  const sentences = [
    greeting(withoutLinks(data.name)),
    words.opening[letter]({
      what,
      amount: formatMoney(data.amount),
      newAmount: data.newAmount ? formatMoney(data.newAmount) : '',
      day: dayOf(data) ?? '',
    }),
    ...(data.why === null ? [] : [words.over[data.why]]),
    words.next[letter],
  ]
  const subject = words.subject[letter](what)
  const rows = rowsOf(data)
  const link = data.payUrl
    ? { label: words.payNow, url: data.payUrl }
    : { label: words.see, url: data.url }
  const note = simulated ? demonstration : null
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale, subject, shop, sentences, rows, link, note }),
  }
}

function rowsOf(data: SubscriptionLetterData): Row[] {
  const words = subscriptionLetters[data.locale]
  const rows: Row[] = [
    [words.what, data.what],
    [words.amount, formatMoney(data.amount)],
    [words.every, words.rhythm[data.rhythm]],
  ]
  if (data.letter === 'price_question' && data.newAmount)
    rows.push([words.newAmount, formatMoney(data.newAmount)])
  const day = dayOf(data)
  if (day !== null && data.letter !== 'subscription_over' && data.letter !== 'subscription_leaving')
    rows.push([data.letter === 'renewal_refused' ? words.retry : words.nextCharge, day])
  if (data.why === null) rows.push([words.toStop, words.howToStop], [words.see, data.url])
  return rows
}

const dayOf = ({ nextAt, locale }: SubscriptionLetterData) =>
  nextAt === null
    ? null
    : new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
        dateStyle: 'long',
        timeZone: 'Asia/Seoul',
      }).format(nextAt)
