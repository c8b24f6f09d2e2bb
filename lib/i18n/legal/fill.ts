import type { Tariff } from '@/lib/core/delivery'
import { formatMoney, krw } from '@/lib/core/money'

/** What the texts may ask for. */
export const placeholders = [
  'name',
  'representative',
  'registration',
  'mailOrder',
  'address',
  'phone',
  'email',
  'fee',
  'freeFrom',
  'jeju',
  'jejuBelow',
  'island',
  'islandBelow',
] as const
type Placeholder = (typeof placeholders)[number]

export type Values = Readonly<Record<Placeholder, string>>

/** A text as its reader sees it: words, and links among them. */
export type Piece = string | { readonly words: string; readonly href: string }

const isPlaceholder = (name: string): name is Placeholder =>
  placeholders.some((placeholder) => placeholder === name)

/** @throws for a placeholder that nobody knows: that is a mistake in the text. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!isPlaceholder(name)) throw new Error(`no legal text may ask for {${name}}`)
    return values[name]
  })

/** Takes the text apart at its links. What is filled in comes later, so that it can hold no link. */
export function piecesOf(text: string, values: Values): Piece[] {
  return text
    .split(/(\[[^\]]+\]\([^)\s]+\))/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, words, href] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? []
      return words === undefined || href === undefined
        ? fill(part, values)
        : { words: fill(words, values), href }
    })
}

/** The fees as the texts show them. Remote places pay their surcharge on top of the usual fee. */
export const feesAsText = ({ fee, freeFrom, jejuSurcharge, islandSurcharge }: Tariff) => ({
  fee: formatMoney(krw(fee)),
  freeFrom: formatMoney(krw(freeFrom)),
  jeju: formatMoney(krw(jejuSurcharge)),
  jejuBelow: formatMoney(krw(fee + jejuSurcharge)),
  island: formatMoney(krw(islandSurcharge)),
  islandBelow: formatMoney(krw(fee + islandSurcharge)),
})
