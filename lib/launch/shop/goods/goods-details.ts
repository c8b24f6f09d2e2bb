import type { Order } from '@/lib/core/order'
import type { Db } from '@/lib/db/connection'
import { listClaimWords, listParcels } from '@/lib/db/parcels'
import { arrivedText, groundWords, piecesText, remedyWords, settlementText } from './goods-history'
import { placesText } from './goods-words'

/** Where the goods of an order are, its parcels and its claims, for a person of the shop. */
export async function goodsDetails(db: Db, order: Order) {
  const { parcels, claims } = order.goods
  const [rows, written] = await Promise.all([
    listParcels(db, order.id),
    listClaimWords(db, order.id),
  ])
  const wordsOf = new Map(written.map(({ id, words }) => [id, words]))
  return {
    places: placesText(order),
    parcels: parcels.map(({ id, pieces, state, isExchange }) => {
      const row = rows.find((each) => each.id === id)
      const tracking = row ? `${row.carrier} ${row.tracking}` : null
      return { state, isExchange, pieces: piecesText(pieces), tracking }
    }),
    claims: claims.map((claim) => ({
      state: claim.state,
      pieces: piecesText(claim.pieces),
      why: `${groundWords[claim.ground]}, for ${remedyWords[claim.remedy]}`,
      words: wordsOf.get(claim.id) ?? '',
      arrived: claim.state === 'arrived' || claim.state === 'settled' ? arrivedText(claim) : null,
      refused: claim.state === 'refused' ? claim.reason : null,
      settled: claim.state === 'settled' ? settlementText(claim.settlement) : null,
    })),
  }
}
