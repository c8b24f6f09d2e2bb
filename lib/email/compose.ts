import type { VatSplit } from '../core/goods/vat'
import type { Locale } from '../core/locale'
import { formatMoney, type Money } from '../core/money'
import type { OwnReason } from '../core/refund'
import {
  type LetterKind,
  type LetterText,
  type OrderWords,
  orderLetters,
  type SumPart,
} from '../i18n/letters'
import { methodName } from '../i18n/methods'
import { escapeHtml } from './escape-html'
import { withoutLinks } from './without-links'

export type { LetterKind }

/** What a letter is about. */
export type LetterData = {
  readonly letter: LetterText
  readonly locale: Locale
  readonly number: string
  readonly name: string
  readonly lines: readonly { name: string; quantity: number; total: Money }[]
  readonly deliveryFee: Money
  /** Carrier and number, once it was sent. */
  readonly parcel: string | null
  /** What left in it, or comes back; null for letters about neither. */
  readonly pieces: string | null
  /** Who sells, for the receipt; empty while it is not set. */
  readonly seller: string
  readonly total: Money
  readonly vat: VatSplit
  /** All that came, what was paid twice included, and all of it that is back so far. */
  readonly came: Money
  readonly refunded: Money
  /** What just this letter is about; null where it is about the whole order. */
  readonly moved: Movement | null
  /** What was decided about goods that come back; null for letters about anything else. */
  readonly decided: Decided | null
  /** Adyen's type of the method that paid, or null. */
  readonly method: string | null
  /** When it was paid, or null for letters without money. Milliseconds, UTC. */
  readonly paidAt: number | null
  readonly address: string
  readonly orderUrl: string
  readonly simulated: boolean
}

/** Money that goes back, or is back. */
export type Movement = {
  readonly amount: Money
  /** Why, in our words; null: a person of the shop, or somebody elsewhere, did it. */
  readonly why: Exclude<OwnReason, 'asked'> | null
  /** Why, or how, in the words of who did it. */
  readonly reason: string | null
  /** What is kept of the goods' price for bringing the rest, of which delivery is not free. */
  readonly wayThere: Money
}

/** Why it was refused, or every won of what was settled. */
export type Decided = {
  readonly reason: string | null
  readonly sum: readonly { readonly what: SumPart; readonly amount: Money }[]
}

export type Composed = { readonly subject: string; readonly html: string; readonly text: string }

export type Row = readonly [label: string, value: string]

/** A letter in the order's language, as HTML and as text that says the same. */
export function compose(data: LetterData): Composed {
  const words = orderLetters[data.locale]
  const amount = data.moved?.amount ?? data.total
  const sentences = [
    words.greeting(withoutLinks(data.name)),
    words.opening[data.letter](formatMoney(amount)),
    ...(isPartBack(data)
      ? [words.refundedSoFar(formatMoney(data.refunded), formatMoney(data.came))]
      : []),
    words.next[data.letter],
  ]
  const rows = rowsOf(data)
  const note = data.simulated ? words.demonstration : null
  const subject = words.subject[data.letter](data.number)
  const link = { label: words.viewOrder, url: data.orderUrl }
  return {
    subject,
    text: asText(sentences, rows, link, note),
    html: asHtml({ locale: data.locale, subject, shop: words.shop, sentences, rows, link, note }),
  }
}

const isBack = ({ letter }: LetterData) => letter === 'refunded' || letter === 'handed_back'

const isPartBack = (data: LetterData) =>
  isBack(data) && data.refunded.minor > 0 && data.refunded.minor < data.came.minor

function rowsOf(data: LetterData): Row[] {
  const words = orderLetters[data.locale]
  const items = data.lines.map(
    ({ name, quantity, total }): Row => [`${name} × ${quantity}`, formatMoney(total)],
  )
  const rows: Row[] = [
    [words.order, data.number],
    ...items,
    [words.deliveryFee, formatMoney(data.deliveryFee)],
    [words.total, formatMoney(data.total)],
  ]
  if (leaves.some((letter) => letter === data.letter) && data.parcel !== null)
    return [
      ...rows,
      ...rowOfPieces(data, words.sent),
      [words.parcel, data.parcel],
      [words.delivery, withoutLinks(data.address)],
    ]
  if (data.decided !== null)
    return [...rows, ...rowOfPieces(data, words.comesBack), ...rowsOfDecision(data.decided, words)]
  if (data.letter === 'claim_opened') return [...rows, ...rowOfPieces(data, words.comesBack)]
  if (data.moved !== null) return [...rows, ...rowsOfMovement(data, data.moved)]
  if (data.letter !== 'paid' || data.paidAt === null) return rows
  return [
    ...rows,
    ...rowsOfVat(data.vat, words),
    [words.method, methodName(data.locale, data.method)],
    [words.paidOn, inSeoul(data.paidAt, data.locale)],
    [words.delivery, withoutLinks(data.address)],
    ...(data.seller === '' ? [] : [[words.seller, data.seller] as const]),
  ]
}

/** Korean prices include VAT: a receipt names its parts, and apart what is free of it. */
function rowsOfVat({ supply, vat, free }: VatSplit, words: OrderWords): Row[] {
  const rows: [label: string, amount: Money][] = [
    [words.supply, supply],
    [words.vat, vat],
    [words.vatFree, free],
  ]
  return rows
    .filter(([, { minor }]) => minor > 0)
    .map(([label, amount]) => [label, formatMoney(amount)])
}

const rowOfPieces = ({ pieces }: LetterData, label: string): Row[] =>
  pieces === null ? [] : [[label, pieces]]

const leaves = ['sent', 'partly_sent', 'exchange_sent'] as const

const rowsOfDecision = ({ reason, sum }: Decided, words: OrderWords): Row[] => [
  ...(reason === null ? [] : [[words.reason, reason] as const]),
  ...sum.map(({ what, amount }): Row => [words.sum[what], formatMoney(amount)]),
]

/** How much just this letter is about, and why. */
function rowsOfMovement(data: LetterData, { amount, why, reason, wayThere }: Movement): Row[] {
  const words = orderLetters[data.locale]
  const because = reason ?? (why && words.why[why])
  const label = data.letter === 'handed_back' ? words.how : words.reason
  return [
    ...(wayThere.minor > 0 ? [[words.sum.wayThere, formatMoney(wayThere)] as const] : []),
    [isBack(data) ? words.refunded : words.goesBack, formatMoney(amount)],
    ...(because ? [[label, because] as const] : []),
  ]
}

const inSeoul = (at: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Seoul',
  }).format(at)

type Link = { readonly label: string; readonly url: string }

/** What a letter says, as plain text. Without a link it has none. */
export function asText(
  sentences: readonly string[],
  rows: readonly Row[],
  link: Link | null,
  note: string | null,
): string {
  const table = rows.map(([label, value]) => `${label}: ${value}`)
  const way = link === null ? [] : ['', `${link.label}: ${link.url}`]
  const end = note === null ? [] : ['', note]
  return [...sentences, '', ...table, ...way, ...end].join('\n')
}

type Sheet = {
  readonly locale: Locale
  readonly subject: string
  readonly shop: string
  readonly sentences: readonly string[]
  readonly rows: readonly Row[]
  readonly link: Link | null
  readonly note: string | null
}

const buttonTo = ({ label, url }: Link) =>
  `<p style="margin:20px 0 0"><a href="${escapeHtml(url)}" style="display:inline-block;background:#ffd43b;color:#231d0f;padding:12px 20px;border-radius:12px;text-decoration:none;font-weight:700">${escapeHtml(label)}</a></p>`

// Mail programs know tables and inline styles, and little else.
export function asHtml({ locale, subject, shop, sentences, rows, link, note }: Sheet): string {
  const paragraphs = sentences.map((each) => `<p style="margin:0 0 12px">${escapeHtml(each)}</p>`)
  const cells = rows.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:400;padding:6px 12px 6px 0;color:#5c5340">${escapeHtml(label)}</th>` +
      `<td style="text-align:right;padding:6px 0">${escapeHtml(value)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#fff8e1;color:#231d0f;font:16px/1.6 sans-serif">
<table role="presentation" width="100%"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" style="max-width:560px;background:#fff;border-radius:16px">
<tr><td style="padding:28px">
<p style="margin:0 0 20px;font-size:20px;font-weight:700">${escapeHtml(shop)}</p>
${paragraphs.join('\n')}
<table width="100%" style="border-collapse:collapse;margin:16px 0">${cells.join('')}</table>
${link === null ? '' : buttonTo(link)}
${note === null ? '' : `<p style="margin:20px 0 0;color:#5c5340;font-size:14px">${escapeHtml(note)}</p>`}
</td></tr></table></td></tr></table></body></html>
`
}
