import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { Books } from '@/lib/core/books'
import type { OrderAct } from '@/lib/core/desk/order-acts'
import type { PlannedAct } from '@/lib/core/desk/planned-act'
import type { GoodsForesight } from '@/lib/core/foresight'
import type { LinePlaces } from '@/lib/core/goods/places'
import { places } from '@/lib/core/goods/places'
import type { Locale } from '@/lib/core/locale'
import { formatMoney, krw, type Money } from '@/lib/core/money'
import { foreseenWords } from '@/lib/i18n/desk/order/foreseen'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { ActPreview } from '@/lib/views/desk/act-view'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { namedPieces } from '@/lib/views/order-goods'
import { DeskForm } from '../../../parts/desk-form'
import { KeptFields } from './kept-fields'

type Props = {
  readonly locale: Locale
  readonly view: DeskOrder
  readonly act: OrderAct
  readonly fields: Readonly<Record<string, string>>
  readonly preview: ActPreview
  readonly door: string
  /** Where what was typed is kept, to be changed once more. */
  readonly draft: string
}

/** What will happen to goods, money and mail, before the last button. */
export function Foreseen({ locale, view, act, fields, preview, door, draft }: Props) {
  const w = orderPageWords[locale]
  const { plan, foresight } = preview
  const button = w.act[act].sure(formatMoney(movedBy(preview)))
  return (
    <section aria-labelledby="foreseen" className="card flex flex-col gap-4">
      <h2 id="foreseen" className="font-bold">
        {w.preview.heading}
      </h2>
      <dl className="flex flex-col gap-3">
        <MoneyRows preview={preview} locale={locale} showsMoney={view.money !== null} />
        {foresight && <GoodsRows goods={foresight.goods} view={view} locale={locale} />}
        {plan.act === 'send' && (
          <Row label={w.preview.withIt}>
            {namedPieces(view.row, plan.pieces, locale)} · {plan.tracking.carrier}{' '}
            {plan.tracking.number}
          </Row>
        )}
        {preview.subscription && (
          <Row label={w.preview.subscription}>
            {foreseenWords[locale].subscription[preview.subscription.becomes](
              preview.subscription.plan,
            )}
          </Row>
        )}
        <Row label={w.preview.letters}>{lettersText(preview, locale)}</Row>
        {plan.why !== '' && <Row label={w.preview.reason}>{plan.why}</Row>}
        {'words' in plan && plan.words !== '' && (
          <Row label={w.form.words}>
            <span className="whitespace-pre-line">{plan.words}</span>
          </Row>
        )}
        {plan.act === 'address' && (
          <Row label={w.form.address}>
            {plan.address.name}, {plan.address.phone}, ({plan.address.postcode}){' '}
            {plan.address.address} {plan.address.addressDetail} {plan.address.deliveryNote}
          </Row>
        )}
      </dl>
      <DeskForm action={door} locale={locale} className="flex flex-wrap gap-3">
        <KeptFields fields={fields} />
        <SubmitButton busy="…" className="button">
          {button}
        </SubmitButton>
        <a
          href={`/admin/orders/${view.number}/${act}?${new URLSearchParams({ draft, change: '1' })}`}
          className="button-plain"
        >
          {w.form.change}
        </a>
      </DeskForm>
    </section>
  )
}

type RowProps = { readonly label: string; readonly children: ReactNode }

const Row = ({ label, children }: RowProps) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-quiet text-sm">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

/** How much an act moves, as its last button says. */
function movedBy({ plan, foresight }: ActPreview): Money {
  if ('amount' in plan) return plan.amount
  if (!foresight) return krw(0)
  const { before, afterwards } = foresight.money
  return krw(Math.max(0, before.kept.minor - afterwards.kept.minor))
}

type MoneyRowsProps = {
  readonly preview: ActPreview
  readonly locale: Locale
  readonly showsMoney: boolean
}

function MoneyRows({ preview: { plan, foresight }, locale, showsMoney }: MoneyRowsProps) {
  const w = orderPageWords[locale]
  if (plan.act === 'charge')
    return <Row label={w.money}>{w.preview.newOrder(formatMoney(plan.amount))}</Row>
  if (plan.act === 'address') return <Row label={w.money}>{w.preview.feeStays}</Row>
  if (!showsMoney) return null
  const before = foresight ? booksText(foresight.money.before, locale) : ''
  const afterwards = foresight ? booksText(foresight.money.afterwards, locale) : ''
  if (!foresight || before === afterwards)
    return (
      <Row label={w.money}>
        {w.preview.nothingMoves}
        {foresight?.money.ifItComes && foreseenWords[locale].ifItComes}
      </Row>
    )
  return (
    <>
      <Row label={w.preview.moneyBefore}>{before}</Row>
      <Row label={w.preview.moneyAfter}>{afterwards}</Row>
    </>
  )
}

const partsOfSum = ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const

function booksText(books: Books, locale: Locale): string {
  const terms = moneyTerms[locale]
  const parts = partsOfSum.filter((part) => books[part].minor > 0)
  if (parts.length === 0) return terms.noMoney
  return parts.map((part) => `${terms.books[part]} ${formatMoney(books[part])}`).join(' · ')
}

type GoodsRowsProps = {
  readonly goods: GoodsForesight
  readonly view: DeskOrder
  readonly locale: Locale
}

function GoodsRows({ goods, view, locale }: GoodsRowsProps) {
  const w = orderPageWords[locale]
  if (goods.kind !== 'moved')
    return <Row label={w.preview.goods}>{foreseenWords[locale].goods[goods.kind]}</Row>
  const text = (lines: readonly LinePlaces[]) =>
    lines
      .map(({ line, at }) => {
        const counts = places
          .filter((place) => at[place] > 0)
          .map((place) => `${goodsTerms[locale].place[place]} ${at[place]}`)
        return `${view.goods?.lines[line.id - 1]?.name ?? ''}: ${counts.join(', ')}`
      })
      .join(' / ')
  return (
    <>
      <Row label={w.preview.goodsBefore}>{text(goods.before)}</Row>
      <Row label={w.preview.goodsAfter}>{text(goods.afterwards)}</Row>
    </>
  )
}

function lettersText({ plan, foresight, subscription }: ActPreview, locale: Locale): string {
  const w = orderPageWords[locale].preview
  const words = foreseenWords[locale]
  const own = ownLetter(plan, w)
  if (own !== null) return own
  const letters = (foresight?.letters ?? []).flatMap((letter) => words.letter[letter] ?? [])
  const ends = subscription?.becomes === 'over_now' || subscription?.becomes === 'over_once_back'
  return [...letters, ...(ends ? [words.subscriptionLetter] : [])].join(' ') || words.noLetter
}

function ownLetter(
  { act }: PlannedAct,
  w: (typeof orderPageWords)['ko']['preview'],
): string | null {
  if (act === 'charge') return w.receipt
  if (act === 'write') return w.toShopper
  return act === 'letter_again' ? w.onceMore : null
}
