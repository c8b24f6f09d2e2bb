import { type Order, whereIs } from '@/lib/core/order'
import type { Db } from '@/lib/db/connection'
import { listClaimWords, listParcels } from '@/lib/db/parcels'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { arrivedText, settlementText } from '@/lib/i18n/desk/order/happened'
import { piecesText, placesText } from './goods-text'

const { ground, remedy } = goodsTerms.en
const reading = { locale: 'en', named: piecesText } as const

/** Where the goods of an order are, its parcels and its claims, for a person of the shop. */
export async function goodsDetails(db: Db, order: Order) {
  const { parcels, claims } = order.goods
  const [rows, written] = await Promise.all([
    listParcels(db, order.id),
    listClaimWords(db, order.id),
  ])
  const wordsOf = new Map(written.map(({ id, words }) => [id, words]))
  return {
    places: placesText(whereIs(order)),
    parcels: parcels.map(({ id, pieces, state, isExchange }) => {
      const row = rows.find((each) => each.id === id)
      const tracking = row ? `${row.carrier} ${row.tracking}` : null
      return { state, isExchange, pieces: piecesText(pieces), tracking }
    }),
    claims: claims.map((claim) => ({
      state: claim.state,
      pieces: piecesText(claim.pieces),
      why: `${ground[claim.ground]}, for ${remedy[claim.remedy]}`,
      words: wordsOf.get(claim.id) ?? '',
      arrived:
        claim.state === 'arrived' || claim.state === 'settled' ? arrivedText(claim, reading) : null,
      refused: claim.state === 'refused' ? claim.reason : null,
      settled: claim.state === 'settled' ? settlementText(claim.settlement, 'en') : null,
    })),
  }
}
