import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { Sees } from '@/lib/views/desk/order-filters'
import type { OrderRowView } from '@/lib/views/desk/orders'
import { deskTime } from '../parts/desk-time'

type Props = {
  readonly locale: Locale
  readonly sees: Sees
  readonly rows: readonly OrderRowView[]
}

const head = 'border-line border-b py-2 pe-3 text-start font-semibold text-quiet'
const cell = 'md:table-cell md:border-line md:border-b md:py-2 md:pe-3 md:align-top'

/** One line an order; on a phone each is a small card, which never has to be pushed aside. */
export async function OrderTable({ locale, sees, rows }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  const columns = [
    'order',
    ...(sees.label ? (['who'] as const) : []),
    'what',
    ...(sees.money ? (['amount'] as const) : []),
    'state',
    'sent',
    'claimed',
    'method',
  ] as const
  // Styled as blocks a table would lose its meaning for those who listen; the roles keep it.
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="block w-full text-sm md:table">
      <caption className="sr-only">{t('heading')}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {columns.map((name) => (
            <th key={name} role="columnheader" scope="col" className={head}>
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {rows.map((row) => (
          <OrderRow key={row.number} locale={locale} sees={sees} row={row} />
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

type RowProps = { readonly locale: Locale; readonly sees: Sees; readonly row: OrderRowView }

async function OrderRow({ locale, sees, row }: RowProps) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  const { number, placedAt, status, sent, claimed, kind, what, others, pieces, who } = row
  const goods = what !== null && others > 0 ? t('others', { what, count: others }) : what
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <tr
      role="row"
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-b py-3 md:table-row md:py-0"
    >
      <th
        role="rowheader"
        scope="row"
        className={`${cell} w-full text-start font-semibold md:w-auto`}
      >
        <a href={`/admin/orders/${number}`} className="text-link whitespace-nowrap tabular-nums">
          {number}
        </a>{' '}
        <time
          dateTime={placedAt.toISOString()}
          className="whitespace-nowrap font-normal text-quiet tabular-nums md:block"
        >
          {deskTime(placedAt, locale)}
        </time>
      </th>
      {sees.label && (
        <td role="cell" className={`${cell} wrap-anywhere`}>
          {who?.name}{' '}
          <span className="whitespace-nowrap text-quiet tabular-nums md:block">{who?.phone}</span>
        </td>
      )}
      <td role="cell" className={`${cell} wrap-anywhere`}>
        {goods ?? t(`kind.${kind}`)}{' '}
        {what !== null && <span className="text-quiet">{t('pieces', { count: pieces })}</span>}
        {kind === 'subscription' && (
          <span className="text-quiet md:block"> {t('kind.subscription')}</span>
        )}
      </td>
      {sees.money && (
        <td role="cell" className={`${cell} whitespace-nowrap tabular-nums`}>
          <span className="font-semibold">{row.money?.amount}</span>
          <Sums t={t} money={row.money} />
        </td>
      )}
      <td role="cell" className={cell}>
        {t(`status.${status}`)}
      </td>
      <td role="cell" className={cell}>
        {sent && t(`sent.${sent}`)}
      </td>
      <td role="cell" className={cell}>
        {claimed && t(`claimed.${claimed}`)}
      </td>
      <td role="cell" className={`${cell} text-quiet`}>
        {row.method} <span className="md:block">{row.device}</span>
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

type SumsProps = {
  readonly t: Awaited<ReturnType<typeof getTranslations<'desk.orders'>>>
  readonly money: OrderRowView['money']
}

/** What came and what went, where that is not the whole amount. */
function Sums({ t, money }: SumsProps) {
  if (money === null) return null
  const { came, givenBack, onItsWay, taken } = money
  const said = [
    came !== null && t('came', { amount: came }),
    givenBack !== null && t('givenBack', { amount: givenBack }),
    onItsWay !== null && t('onItsWay', { amount: onItsWay }),
    taken !== null && t('taken', { amount: taken }),
  ].filter((each) => each !== false)
  return said.map((each) => (
    <span key={each} className="ms-2 text-quiet md:ms-0 md:block">
      {each}
    </span>
  ))
}
