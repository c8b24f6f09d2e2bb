/**
 * What the law wants to be read, as data. Texts may hold `{placeholders}` (see fill.ts) and links written
 * as `[words](/path)`, whose path is one of this shop without its language, or a whole address.
 */
export type Block =
  | string
  | { readonly list: readonly string[] }
  | { readonly steps: readonly string[] }
  | { readonly table: Table }
  /** Only where the shop looks for addresses. */
  | { readonly whereAddressesAreFound: string }

export type Table = {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[]
}

export type Section = {
  /** The same in every language, and never changed: others link to it. */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

type LegalDocument = {
  readonly title: string
  /** One sentence, also for search engines. */
  readonly lead: string
  /** The day of the last change, such as 2026-11-24. */
  readonly changed: string
  readonly sections: readonly Section[]
}

export const legalNames = ['terms', 'privacy', 'delivery', 'returns'] as const
export type LegalName = (typeof legalNames)[number]

export type LegalTexts = {
  /** Says that a lawyer has not seen the texts yet; to be removed when one has. */
  readonly template?: { readonly heading: string; readonly text: string }
  readonly governs: string
  readonly contents: string
  readonly changed: string
  readonly others: string
  readonly documents: Readonly<Record<LegalName, LegalDocument>>
}
