import type { Person } from '../asker'
import type { ClaimId, Instant, ParcelId, WishId } from '../ids'
import { type Money, noMoney } from '../money'
import type { Line, Pieces } from './lines'

/* The goods of an order: what was ordered, and what was cancelled, sent and claimed of it since. */

export type Goods = {
  readonly lines: readonly Line[]
  /** What was paid for bringing them. */
  readonly delivery: Money
  /** What was not, since so much was ordered; null for what was placed before that was kept. */
  readonly waived: Waived | null
  readonly cancellations: readonly Cancellation[]
  readonly parcels: readonly Parcel[]
  readonly claims: readonly Claim[]
}

/** What bringing them would have cost besides, had they cost less than `freeFrom`. No fee: it was not free, or always is. */
export type Waived = { readonly fee: Money; readonly freeFrom: Money }

export const nothingWaived: Waived = { fee: noMoney, freeFrom: noMoney }

export const newGoods = (
  lines: readonly Line[],
  delivery: Money,
  waived: Waived | null = null,
): Goods => ({
  lines,
  delivery,
  waived,
  cancellations: [],
  parcels: [],
  claims: [],
})

/** Pieces that are not to be sent any more. */
type Cancellation = {
  readonly id: WishId
  readonly who: Person
  readonly pieces: Pieces
  /** Withheld for the way there, as of a claim. */
  readonly wayThere: Money
}

/** What somebody gets for goods that never arrived, or that they gave back. */
export const remedies = ['money', 'same_goods'] as const
export type Remedy = (typeof remedies)[number]

/**
 * `unsent`: it was said by mistake. `came_back`: unopened, so that it can be sent once more. `lost`: on its way, or
 * broken there, or said to be delivered and never seen.
 */
export const parcelStates = ['sent', 'delivered', 'unsent', 'came_back', 'lost'] as const
export type ParcelState = (typeof parcelStates)[number]

/** Goods that leave together. */
export type Parcel = {
  readonly id: ParcelId
  readonly pieces: Pieces
  /** It brings what was promised for goods that came back. */
  readonly isExchange: boolean
  readonly state: ParcelState
  readonly sentAt: Instant
  readonly deliveredAt: Instant | null
  /** For what was lost; null while nothing is. */
  readonly remedy: Remedy | null
}

/** With its shopper, or on the way there. */
export const isOut = ({ state }: Parcel): boolean => state === 'sent' || state === 'delivered'

export const grounds = ['changed_mind', 'faulty', 'other_than_described'] as const
/** What whoever claims something says. */
export type GivenGround = (typeof grounds)[number]
/** `not_said`: claimed before a ground was asked for. */
export type Ground = GivenGround | 'not_said'

/** Something is wrong with it: then the shop pays for every way, and may send the same goods again. */
export const isFault = (ground: Ground): boolean =>
  ground === 'faulty' || ground === 'other_than_described'

/** Goods that come back: somebody asks for it, they arrive, and it is settled; or it is refused, or withdrawn. */
export type Claim = ClaimState & {
  readonly id: ClaimId
  readonly by: Person
  readonly pieces: Pieces
  readonly ground: Ground
  readonly remedy: Remedy
  readonly openedAt: Instant
}

export const claimStates = ['open', 'withdrawn', 'refused', 'arrived', 'settled'] as const
export type ClaimState =
  | { readonly state: 'open' | 'withdrawn' }
  | { readonly state: 'refused'; readonly reason: string }
  | ({ readonly state: 'arrived' } & Arrival)
  | ({ readonly state: 'settled'; readonly settlement: Settlement } & Arrival)

/** What is here of it, by what can be done with it. */
export type Arrival = { readonly sellable: Pieces; readonly damaged: Pieces }

/** Its goods are awaited, or here and not settled. */
export const isPending = ({ state }: Claim): boolean => state === 'open' || state === 'arrived'

/** Always goods + delivery = wayBack + wayThere + notOurs + amount: every won has its reason. */
export type Settlement = {
  readonly remedy: Remedy
  /** What was paid for the pieces that arrived. */
  readonly goods: Money
  /** What was paid for their way here, when the shopper keeps nothing and did not change their mind; what was withheld for it too. */
  readonly delivery: Money
  /** Withheld for sending it back. */
  readonly wayBack: Money
  /** Withheld for the way there, which was free only because more was ordered. */
  readonly wayThere: Money
  /** Not ours any more: it went back by another road. */
  readonly notOurs: Money
  /** What goes back now. */
  readonly amount: Money
}
