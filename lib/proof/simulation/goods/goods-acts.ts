import type { Person } from '@/lib/core/asker'
import type { GivenGround, Remedy } from '@/lib/core/goods/goods'
import type { GoodsFact } from '@/lib/core/goods/judge'
import type { Pieces } from '@/lib/core/goods/lines'
import { claimId, lineId, parcelId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'

/** What people name of two jars and a cloth, also what cannot be. */
export const picks = {
  none: [],
  a_jar: [{ line: lineId(1), quantity: 1 }],
  both_jars: [{ line: lineId(1), quantity: 2 }],
  the_cloth: [{ line: lineId(2), quantity: 1 }],
  a_jar_and_the_cloth: [
    { line: lineId(1), quantity: 1 },
    { line: lineId(2), quantity: 1 },
  ],
  three_jars: [{ line: lineId(1), quantity: 3 }],
  a_jar_twice: [
    { line: lineId(1), quantity: 1 },
    { line: lineId(1), quantity: 1 },
  ],
} as const satisfies Record<string, Pieces>
export type Pick = keyof typeof picks

/** What people of the shop, carriers and shoppers do with goods. Numbers are what was drawn with a form. */
export type GoodsAct =
  | { act: 'send'; order: number; parcel: number; pieces: Pick | null; despite: boolean }
  | { act: 'move_parcel'; order: number; parcel: number; to: 'delivered' | 'unsent' | 'came_back' }
  | { act: 'lose_parcel'; order: number; parcel: number; remedy: Remedy }
  | { act: 'cancel_lines'; order: number; wish: number; who: Person; pieces: Pick }
  | {
      act: 'claim'
      order: number
      claim: number
      by: Person
      pieces: Pick | null
      ground: GivenGround
      remedy: Remedy
    }
  | { act: 'refuse_claim' | 'withdraw_claim'; order: number; claim: number }
  | { act: 'receive_claim'; order: number; claim: number; sellable: Pick; damaged: Pick }
  | {
      act: 'settle_claim'
      order: number
      claim: number
      remedy: Remedy
      wayBack: number
      wayThere: number
    }

export function factOfGoods(act: GoodsAct): GoodsFact {
  switch (act.act) {
    case 'send': {
      const pieces = act.pieces && picks[act.pieces]
      const despite = act.despite ? 'She called' : null
      return { kind: 'parcel_sent', parcel: parcelOf(act), pieces, despite }
    }
    case 'move_parcel':
      return { kind: 'parcel_moved', parcel: parcelOf(act), to: act.to }
    case 'lose_parcel':
      return { kind: 'parcel_lost', parcel: parcelOf(act), remedy: act.remedy }
    case 'cancel_lines': {
      const wish = wishId(`lines ${act.wish}`)
      const pieces = picks[act.pieces]
      return { kind: 'lines_cancelled', wish, who: act.who, pieces, reason: null, agreed: null }
    }
    case 'claim': {
      const { by, ground, remedy } = act
      const pieces = act.pieces && picks[act.pieces]
      const asked = { by, pieces, ground, remedy, daysOff: [] }
      return { kind: 'claim_opened', claim: claimOf(act), ...asked }
    }
    case 'refuse_claim':
      return { kind: 'claim_refused', claim: claimOf(act), reason: 'It was worn' }
    case 'withdraw_claim':
      return { kind: 'claim_withdrawn', claim: claimOf(act) }
    case 'receive_claim': {
      const arrival = { sellable: picks[act.sellable], damaged: picks[act.damaged] }
      return { kind: 'claim_arrived', claim: claimOf(act), ...arrival }
    }
    case 'settle_claim': {
      const withheld = { wayBack: krw(act.wayBack), wayThere: krw(act.wayThere) }
      return { kind: 'claim_settled', claim: claimOf(act), remedy: act.remedy, ...withheld }
    }
  }
}

const parcelOf = ({ parcel }: { readonly parcel: number }) => parcelId(`parcel ${parcel}`)
const claimOf = ({ claim }: { readonly claim: number }) => claimId(`claim ${claim}`)
