import { trackingPage } from '../core/goods/carriers'
import type { Claim, ParcelState } from '../core/goods/goods'
import type { Pieces } from '../core/goods/lines'
import type { Locale } from '../core/locale'
import { formatMoney, type Money } from '../core/money'
import type { Order } from '../core/order'
import type { Db } from '../db/connection'
import type { OrderRow } from '../db/orders'
import { listClaimWords, listParcels } from '../db/parcels'

/** What of an order left, and what comes back, as whoever ordered it reads it. */
export type OrderGoodsView = {
  readonly parcels: readonly {
    readonly state: Exclude<ParcelState, 'unsent'>
    readonly isExchange: boolean
    readonly pieces: string
    /** Carrier and number. */
    readonly tracking: string
    /** Where it is followed; null where nobody shows it. */
    readonly page: string | null
  }[]
  readonly claims: readonly {
    /** Its place among them: claims are only added. */
    readonly place: number
    readonly state: Claim['state']
    readonly pieces: string
    /** What the shopper wrote about it; empty: nothing, or a person of the shop claimed it. */
    readonly words: string
    /** Why it was refused, in the words of who did. */
    readonly reason: string | null
    /** Every won of what was settled; empty for an exchange. */
    readonly sum: readonly { readonly what: SumWord; readonly amount: string }[]
    readonly isExchange: boolean
  }[]
}
type SumWord = 'goods' | 'delivery' | 'wayBack' | 'wayThere' | 'notOurs' | 'amount'

export async function orderGoodsView(
  db: Db,
  order: Order,
  row: OrderRow,
  locale: Locale,
): Promise<OrderGoodsView> {
  const { parcels, claims } = order.goods
  const rows = parcels.length === 0 ? [] : await listParcels(db, order.id)
  const written = claims.length === 0 ? [] : await listClaimWords(db, order.id)
  const wordsOf = new Map(written.map(({ id, words }) => [id, words]))
  const pieces = (named: Pieces) => namedPieces(row, named, locale)
  return {
    parcels: parcels.flatMap(({ id, state, isExchange, pieces: inside }) => {
      const sent = rows.find((each) => each.id === id)
      if (!sent || state === 'unsent') return []
      const { carrier, tracking: number } = sent
      const tracking = `${carrier} ${number}`
      const page = trackingPage({ carrier, number })
      return [{ state, isExchange, pieces: pieces(inside), tracking, page }]
    }),
    claims: claims.map((claim, index) => ({
      place: index + 1,
      state: claim.state,
      pieces: pieces(claim.pieces),
      words: (claim.by === 'shopper' && wordsOf.get(claim.id)) || '',
      reason: claim.state === 'refused' ? claim.reason : null,
      sum: claim.state === 'settled' ? sumOf(claim.settlement) : [],
      isExchange: claim.state === 'settled' && claim.settlement.remedy === 'same_goods',
    })),
  }
}

/** `고흥 유자청 × 2, 행주 × 1`. */
export const namedPieces = ({ lines }: OrderRow, pieces: Pieces, locale: Locale): string =>
  pieces
    .map(({ line, quantity }) => {
      const named = lines[line - 1]
      return `${(locale === 'ko' ? named?.nameKo : named?.nameEn) ?? ''} × ${quantity}`.trim()
    })
    .join(', ')

type Settled = Extract<Claim, { state: 'settled' }>['settlement']

function sumOf({ remedy, ...settlement }: Settled) {
  if (remedy === 'same_goods') return []
  const words = ['goods', 'delivery', 'wayBack', 'wayThere', 'notOurs', 'amount'] as const
  const isSaid = (what: SumWord, { minor }: Money) =>
    what === 'goods' || what === 'amount' || minor > 0
  return words
    .filter((what) => isSaid(what, settlement[what]))
    .map((what) => ({ what, amount: formatMoney(settlement[what]) }))
}
