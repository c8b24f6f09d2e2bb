type Entry = {
  /** As Adyen writes it. `lib/i18n/methods.ts` files the names under it. */
  readonly type: string
  /** Our drawing in `public/payment-methods`, to be replaced there by Adyen's own file. */
  readonly mark: string
  /** What it can be saved for, to be charged with nobody at the screen; empty: it pays once. */
  readonly saves: readonly ('subscription' | 'unscheduled')[]
}
type Wallet = Entry & { readonly saves: readonly ['subscription', 'unscheduled'] }

/**
 * The payment methods that this shop can serve: redirects that need nothing typed in our form. Which of them are
 * offered, in which order and for which amounts, is Adyen's to say. A further one: docs/adding-a-method.md.
 */
const table = [
  { type: 'kakaopay', mark: 'kakaopay.svg', saves: ['subscription', 'unscheduled'] },
  { type: 'kcp_naverpay', mark: 'naverpay.svg', saves: [] },
  { type: 'kcp_payco', mark: 'payco.svg', saves: [] },
  { type: 'kcp_creditcard', mark: 'card.svg', saves: [] },
] as const satisfies readonly [Wallet, ...Entry[]]

export type MethodType = (typeof table)[number]['type']
export type Method = Entry & { readonly type: MethodType }

export const methods: readonly Method[] = table

/** The first of the table: it pays subscriptions, and is offered when Adyen cannot be asked. */
export const wallet: Method = table[0]

/** One of Adyen's types that is sold here. */
export const findMethod = (type: string): Method | undefined =>
  methods.find((method) => method.type === type)
