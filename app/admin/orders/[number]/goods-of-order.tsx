import { places } from '@/lib/core/goods/places'
import type { Locale } from '@/lib/core/locale'
import { formatMoney } from '@/lib/core/money'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { arrivedText, settlementText } from '@/lib/i18n/desk/order/happened'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { namedPieces } from '@/lib/views/order-goods'
import { Panel } from './panel'

type Props = { readonly view: DeskOrder; readonly locale: Locale }

/** What was ordered, and where each piece is; parcels and claims, which acts name by their place. */
export function GoodsOfOrder({ view, locale }: Props) {
  const { goods, money, row } = view
  if (!goods) return null
  const w = orderPageWords[locale]
  const terms = goodsTerms[locale]
  return (
    <Panel id="goods" heading={w.goods}>
      <ul className="flex flex-col divide-y divide-line">
        {goods.lines.map(({ name, quantity, paid, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <li key={index} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <span className="min-w-0 grow font-semibold">
              {name || row.reason} × {quantity}
            </span>
            {money && <span className="tabular-nums">{formatMoney(paid)}</span>}
            <span className="w-full text-quiet text-sm">
              {places
                .filter((place) => at[place] > 0)
                .map((place) => `${terms.place[place]} ${at[place]}`)
                .join(' · ')}
            </span>
          </li>
        ))}
        {money && (
          <>
            <li className="flex justify-between gap-4 py-2 text-sm">
              <span>{w.delivery}</span>
              <span className="tabular-nums">{formatMoney(money.deliveryFee)}</span>
            </li>
            <li className="flex justify-between gap-4 py-2 font-semibold">
              <span>{w.total}</span>
              <span className="tabular-nums">{formatMoney(money.total)}</span>
            </li>
          </>
        )}
      </ul>
      {money?.isContested && <p className="text-bad text-sm">{w.contested}</p>}
      <Parcels view={view} locale={locale} />
      <Claims view={view} locale={locale} />
    </Panel>
  )
}

function Parcels({ view: { goods, row }, locale }: Props) {
  if (!goods || goods.parcels.length === 0) return null
  const w = orderPageWords[locale]
  return (
    <div>
      <h3 className="font-semibold text-sm">{w.parcels}</h3>
      <ul className="flex flex-col divide-y divide-line text-sm">
        {goods.parcels.map((parcel, index) => (
          <li key={parcel.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <span className="font-semibold">{w.parcel(index + 1)}</span>
            <span>{goodsTerms[locale].parcel[parcel.state]}</span>
            {parcel.isExchange && <span>{w.exchange}</span>}
            <span>{namedPieces(row, parcel.pieces, locale)}</span>
            {parcel.tracking && <span className="tabular-nums">{parcel.tracking}</span>}
            {parcel.page && (
              <a href={parcel.page} className="text-link" rel="noreferrer">
                {w.follow}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Claims({ view: { goods, row }, locale }: Props) {
  if (!goods || goods.claims.length === 0) return null
  const w = orderPageWords[locale]
  const terms = goodsTerms[locale]
  const reading = {
    locale,
    named: (pieces: Parameters<typeof namedPieces>[1]) => namedPieces(row, pieces, locale),
  }
  return (
    <div>
      <h3 className="font-semibold text-sm">{w.claims}</h3>
      <ul className="flex flex-col divide-y divide-line text-sm">
        {goods.claims.map(({ claim, words }, index) => (
          <li key={claim.id} className="flex flex-col gap-0.5 py-2">
            <span className="flex flex-wrap gap-x-3">
              <span className="font-semibold">{w.claim(index + 1)}</span>
              <span>{w.claimState[claim.state]}</span>
              <span>{reading.named(claim.pieces)}</span>
              <span>
                {terms.ground[claim.ground]} · {terms.remedy[claim.remedy]}
              </span>
            </span>
            {words !== '' && <q className="text-quiet">{words}</q>}
            {(claim.state === 'arrived' || claim.state === 'settled') && (
              <span>{arrivedText(claim, reading)}</span>
            )}
            {claim.state === 'refused' && <span>{claim.reason}</span>}
            {claim.state === 'settled' && <span>{settlementText(claim.settlement, locale)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
