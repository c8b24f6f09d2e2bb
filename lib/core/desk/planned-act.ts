import type { DayOff } from '../days/day-off'
import type { Tracking } from '../goods/carriers'
import type { GivenGround, Remedy } from '../goods/goods'
import type { Pieces } from '../goods/lines'
import type { GoodsProblem } from '../goods/means'
import {
  type ClaimId,
  type Instant,
  type NoteId,
  type ParcelId,
  parcelId,
  type WishId,
} from '../ids'
import type { Money } from '../money'
import { type Fact, type Order, problemWith } from '../order'
import type { FieldName } from '../typed/customer'

export const addressFields = [
  'name',
  'phone',
  'postcode',
  'address',
  'addressDetail',
  'deliveryNote',
] as const satisfies readonly FieldName[]
export type NewAddress = Readonly<Record<(typeof addressFields)[number], string>>

/** What a person of the shop is about to do, as they typed it. `why` is theirs, or what the shopper reads. */
export type PlannedAct =
  | { readonly act: 'refund'; readonly wish: WishId; readonly amount: Money; readonly why: string }
  | {
      readonly act: 'handback'
      readonly note: NoteId
      readonly amount: Money
      readonly why: string
    }
  | { readonly act: 'try_again'; readonly wish: WishId; readonly why: string }
  | { readonly act: 'cancel'; readonly why: string }
  | {
      readonly act: 'cancel_lines'
      readonly wish: WishId
      readonly pieces: Pieces
      readonly delivery: Money
      readonly why: string
    }
  | {
      readonly act: 'send'
      readonly pieces: Pieces
      readonly tracking: Tracking
      readonly despite: string | null
      readonly why: string
    }
  | {
      readonly act: 'move'
      readonly parcel: ParcelId
      readonly to: 'delivered' | 'unsent' | 'came_back'
      readonly why: string
    }
  | {
      readonly act: 'lose'
      readonly parcel: ParcelId
      readonly remedy: Remedy
      readonly why: string
    }
  | {
      readonly act: 'open_claim'
      readonly claim: ClaimId
      readonly pieces: Pieces
      readonly ground: GivenGround
      readonly remedy: Remedy
      readonly words: string
      readonly why: string
    }
  | { readonly act: 'refuse_claim'; readonly claim: ClaimId; readonly why: string }
  | { readonly act: 'withdraw_claim'; readonly claim: ClaimId; readonly why: string }
  | {
      readonly act: 'arrived'
      readonly claim: ClaimId
      readonly sellable: Pieces
      readonly damaged: Pieces
      readonly why: string
    }
  | {
      readonly act: 'settle'
      readonly claim: ClaimId
      readonly remedy: Remedy
      readonly wayBack: Money
      readonly wayThere: Money
      readonly why: string
    }
  | { readonly act: 'charge'; readonly wish: WishId; readonly amount: Money; readonly why: string }
  | {
      readonly act: 'address'
      readonly note: NoteId
      readonly address: NewAddress
      readonly why: string
    }
  | { readonly act: 'note'; readonly note: NoteId; readonly words: string; readonly why: '' }
  | { readonly act: 'write'; readonly note: NoteId; readonly words: string; readonly why: '' }
  | {
      readonly act: 'letter_again'
      readonly note: NoteId
      readonly letter: number
      readonly why: string
    }

export type ActMistake =
  | 'missing'
  | 'invalid'
  | 'no_amount'
  | 'too_much'
  | 'no_count'
  | 'no_number_of_theirs'
  | 'nothing_to_do'
  | GoodsProblem

/** By field; `''` is about the whole. */
export type ActMistakes = Readonly<Record<string, ActMistake>>

/** What the order hears of it; null where it hears nothing: a note, a letter, an address, a charge of its own. */
export function factOf(plan: PlannedAct, daysOff: readonly DayOff[]): Fact | null {
  switch (plan.act) {
    case 'refund': {
      const { wish, amount, why } = plan
      return { kind: 'refund_wished', wish, amount, reason: why }
    }
    case 'handback': {
      const { note, amount, why } = plan
      return { kind: 'handed_back', note, amount, reason: why }
    }
    case 'try_again':
      return { kind: 'wish_tried_again', wish: plan.wish }
    case 'cancel':
      return { kind: 'cancelled_by', who: 'merchant' }
    case 'cancel_lines': {
      const { wish, pieces, why } = plan
      return { kind: 'lines_cancelled', wish, who: 'merchant', pieces, reason: why, agreed: null }
    }
    case 'send':
      // Drawn anew when it is sent: this one only shows what would happen.
      return {
        kind: 'parcel_sent',
        parcel: parcelId('shown'),
        pieces: plan.pieces,
        despite: plan.despite,
      }
    case 'move':
      return { kind: 'parcel_moved', parcel: plan.parcel, to: plan.to }
    case 'lose':
      return { kind: 'parcel_lost', parcel: plan.parcel, remedy: plan.remedy }
    case 'open_claim': {
      const { claim, pieces, ground, remedy } = plan
      return { kind: 'claim_opened', claim, by: 'merchant', pieces, ground, remedy, daysOff }
    }
    case 'refuse_claim':
      return { kind: 'claim_refused', claim: plan.claim, reason: plan.why }
    case 'withdraw_claim':
      return { kind: 'claim_withdrawn', claim: plan.claim }
    case 'arrived': {
      const { claim, sellable, damaged } = plan
      return { kind: 'claim_arrived', claim, sellable, damaged }
    }
    case 'settle': {
      const { claim, remedy, wayBack, wayThere } = plan
      return { kind: 'claim_settled', claim, remedy, wayBack, wayThere }
    }
    case 'charge':
    case 'address':
    case 'note':
    case 'write':
    case 'letter_again':
      return null
  }
}

/** What speaks against it already now; null: nothing. */
export function problemOfPlan(
  plan: PlannedAct,
  order: Order,
  { now, daysOff }: { readonly now: Instant; readonly daysOff: readonly DayOff[] },
): GoodsProblem | null {
  const fact = factOf(plan, daysOff)
  switch (fact?.kind) {
    case 'lines_cancelled':
    case 'parcel_sent':
    case 'parcel_moved':
    case 'parcel_lost':
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return problemWith(order, fact, { now, stock: 'there' })
    default:
      return null
  }
}
