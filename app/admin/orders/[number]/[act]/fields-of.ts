import type { OrderAct } from '@/lib/core/desk/order-acts'
import { grounds, isPending, type ParcelState } from '@/lib/core/goods/goods'
import type { Pieces } from '@/lib/core/goods/lines'
import { claimablePieces, unsentPieces } from '@/lib/core/goods/places'
import type { Locale } from '@/lib/core/locale'
import { formatMoney } from '@/lib/core/money'
import { isContested, mayCancel, refundable } from '@/lib/core/order'
import { openOf } from '@/lib/core/wish'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { namedPieces } from '@/lib/views/order-goods'

export type FieldOfAct = {
  readonly kind: 'text' | 'won' | 'count' | 'lines' | 'choice' | 'check'
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Where nothing was typed before. */
  readonly value?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** How many of a line: what is wrong with the lines is said once, above. */
  readonly ofLine?: true
}

/** What is asked on the page of an act. */
export function fieldsOf(act: OrderAct, view: DeskOrder, locale: Locale): readonly FieldOfAct[] {
  const { order, row } = view
  const w = orderPageWords[locale]
  const f = w.form
  const terms = goodsTerms[locale]
  const left = formatMoney(refundable(order))
  const whyShopper = { kind: 'text', name: 'why', label: f.why, hint: f.whyShopper } as const
  const whyShop = { kind: 'text', name: 'why', label: f.why, hint: f.whyShop } as const
  const amount = { kind: 'won', name: 'amount', label: f.amount, hint: f.left(left) } as const
  const nameOf = (line: number) => view.goods?.lines[line - 1]?.name ?? ''
  const counts = (pieces: Pieces, value: 'none' | 'all', prefix = 'line'): FieldOfAct[] =>
    pieces.map(({ line, quantity }) => ({
      kind: 'count',
      name: `${prefix}-${line}`,
      label: `${nameOf(line)} (${f.ofMost(quantity)})`,
      value: value === 'all' ? String(quantity) : '0',
      ofLine: true,
    }))
  const parcels = (states: readonly ParcelState[]): FieldOfAct => ({
    kind: 'choice',
    name: 'parcel',
    label: f.whichParcel,
    options: order.goods.parcels.flatMap(({ state, pieces }, index) =>
      states.includes(state)
        ? [
            {
              value: String(index + 1),
              label: `${w.parcel(index + 1)} · ${namedPieces(row, pieces, locale)} · ${view.goods?.parcels[index]?.tracking ?? ''}`,
            },
          ]
        : [],
    ),
  })
  const claims = (states: readonly string[]): FieldOfAct => ({
    kind: 'choice',
    name: 'claim',
    label: f.whichClaim,
    options: order.goods.claims.flatMap(({ state, pieces }, index) =>
      states.includes(state)
        ? [
            {
              value: String(index + 1),
              label: `${w.claim(index + 1)} · ${namedPieces(row, pieces, locale)}`,
            },
          ]
        : [],
    ),
  })
  const remedy: FieldOfAct = {
    kind: 'choice',
    name: 'remedy',
    label: f.remedy,
    options: [
      { value: 'money', label: w.act.refund.title },
      { value: 'same_goods', label: f.again },
    ],
  }
  const ordered = order.goods.lines.map(({ id: line, quantity }) => ({ line, quantity }))
  switch (act) {
    case 'refund':
      return [
        {
          kind: 'choice',
          name: 'what',
          label: f.what,
          options: [
            { value: 'all', label: f.whole(left) },
            { value: 'part', label: f.part },
            { value: 'lines', label: f.lines },
          ],
        },
        amount,
        ...counts(ordered, 'none'),
        {
          kind: 'check',
          name: 'delivery',
          label: f.deliveryToo(formatMoney(order.goods.delivery)),
        },
        { kind: 'check', name: 'restock', label: f.restock, hint: f.restockHint },
        whyShopper,
      ]
    case 'cancel':
      return [
        {
          kind: 'choice',
          name: 'what',
          label: f.what,
          options: [
            ...(mayCancel(order, 'merchant') ? [{ value: 'all', label: f.wholeOrder }] : []),
            ...(unsentPieces(order.goods).length > 0
              ? [{ value: 'lines', label: f.someLines }]
              : []),
          ],
        },
        ...counts(unsentPieces(order.goods), 'none'),
        whyShopper,
      ]
    case 'send':
      return [
        { kind: 'text', name: 'carrier', label: f.carrier, value: 'CJ대한통운' },
        { kind: 'won', name: 'tracking', label: f.tracking },
        ...counts(unsentPieces(order.goods), 'all'),
        ...(isContested(order)
          ? [{ kind: 'text', name: 'despite', label: f.despite, hint: f.despiteHint } as const]
          : []),
      ]
    case 'delivered':
      return [parcels(['sent'])]
    case 'unsend':
    case 'came-back':
      return [parcels(['sent']), whyShop]
    case 'lost':
      return [parcels(['sent', 'delivered']), remedy, whyShop]
    case 'claim':
      return [
        ...counts(claimablePieces(order.goods), 'all'),
        {
          kind: 'choice',
          name: 'ground',
          label: f.ground,
          options: grounds.map((ground) => ({ value: ground, label: terms.ground[ground] })),
        },
        remedy,
        { kind: 'text', name: 'words', label: f.words },
      ]
    case 'refuse-claim':
      return [claims(['open', 'arrived']), whyShopper]
    case 'withdraw-claim':
      return [claims(['open']), whyShop]
    case 'arrived': {
      const pending = order.goods.claims.filter(isPending)
      const pieces = pending.length === 1 ? (pending[0]?.pieces ?? []) : ordered
      return [
        claims(['open', 'arrived']),
        ...counts(pieces, 'all', 'sellable').map((field, index) => ({
          ...field,
          label: f.ofSellable(nameOf(pieces[index]?.line ?? 0)),
        })),
        ...counts(pieces, 'none', 'damaged').map((field, index) => ({
          ...field,
          label: f.ofDamaged(nameOf(pieces[index]?.line ?? 0)),
        })),
      ]
    }
    case 'settle':
      return [
        claims(['arrived']),
        remedy,
        { kind: 'won', name: 'wayBack', label: f.wayBack, value: '0' },
        { kind: 'won', name: 'wayThere', label: f.wayThere, value: '0' },
        whyShop,
      ]
    case 'handback':
      return [amount, whyShopper]
    case 'try-again':
      return [
        {
          kind: 'choice',
          name: 'which',
          label: f.whichWish,
          options: order.wishes
            .filter((wish) => openOf(order, wish) > 0)
            .map(({ id, amount: money, reason }) => ({
              value: id,
              label: [formatMoney(money), reason].filter(Boolean).join(' · '),
            })),
        },
        whyShop,
      ]
    case 'charge':
      return [{ kind: 'won', name: 'amount', label: f.amount }, whyShopper]
    case 'address':
      return [
        ...(['name', 'phone', 'postcode', 'address', 'addressDetail', 'deliveryNote'] as const).map(
          (name) => ({
            kind: 'text' as const,
            name,
            label: f[name],
            value: row.customer[name],
          }),
        ),
        whyShop,
      ]
    case 'note':
      return [{ kind: 'lines', name: 'words', label: f.words, hint: f.noteHint }]
    case 'write':
      return [{ kind: 'lines', name: 'words', label: f.words, hint: f.writeHint }]
    case 'letter-again':
      return [
        {
          kind: 'choice',
          name: 'letter',
          label: f.whichLetter,
          options: view.letters
            .filter(({ letter, text }) => text !== '' && !letter.startsWith('link_'))
            .map(({ id, subject }) => ({ value: String(id), label: subject })),
        },
        whyShop,
      ]
  }
}
