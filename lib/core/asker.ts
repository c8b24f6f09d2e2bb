import type { OrderId, PersonId, ShopperId, SubscriptionId } from './ids'

export type Person = 'shopper' | 'merchant'

/** Somebody at a browser, by all that the browser can show for itself. */
export type BrowserAsker = {
  readonly kind: 'browser'
  /** The id that we gave to this browser. */
  readonly visitor: string | null
  /** Who is signed in. */
  readonly shopper: ShopperId | null
  /** Orders that it came back for from the wallet, with a result that was confirmed. */
  readonly cameBackFor: readonly OrderId[]
  /** The secret of a link that was mailed for one act. */
  readonly link: string | null
}

/** A person of the shop at the desk. What they may is not known here: it is read where they act. */
export type DeskAsker = {
  readonly kind: 'person'
  readonly person: PersonId
  /** The session that they act in; once it is ended they may nothing. */
  readonly session: string
  /** How many events the order had on the page that they act from: an older page does nothing. Absent: they saw no order. */
  readonly seen?: number
}

/** Whoever wants something done. `merchant`: whoever runs commands on the server, who may everything. */
export type Asker = BrowserAsker | DeskAsker | { readonly kind: 'merchant' }

/** Whose an order or a subscription is. */
export type Ownership = {
  readonly visitor: string
  readonly shopper: ShopperId | null
  /** The order itself, or those that the subscription has become. */
  readonly orders: readonly OrderId[]
}

/** What only its owner may do, and what a link can be mailed for. */
export type OwnerAct =
  | { readonly kind: 'cancel' | 'claim'; readonly order: OrderId }
  | { readonly kind: 'end'; readonly subscription: SubscriptionId }

type Known = Pick<BrowserAsker, 'visitor' | 'shopper'>

/** Sees all of it: the browser that ordered, and whoever it was ordered by. */
export const seesAll = ({ visitor, shopper }: Known, owner: Ownership): boolean =>
  visitor === owner.visitor || (shopper !== null && shopper === owner.shopper)

/**
 * May end it, or send it back. Neither a link nor a role is looked at here: that is done in the transaction that acts.
 */
export const mayAct = (asker: Asker, owner: Ownership): boolean =>
  asker.kind === 'merchant' ||
  (asker.kind === 'browser' &&
    (seesAll(asker, owner) || owner.orders.some((order) => asker.cameBackFor.includes(order))))

/** Whoever has the account that it belongs to. */
export const isAccountOf = (asker: Asker, { shopper }: Pick<Ownership, 'shopper'>): boolean =>
  asker.kind === 'merchant' ||
  (asker.kind === 'browser' && shopper !== null && asker.shopper === shopper)
