import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { LogView } from '@/lib/views/desk/log'
import { deskTime } from '../parts/desk-time'

type Props = { readonly locale: Locale; readonly lines: LogView['lines'] }

const cell = 'block md:table-cell md:border-line md:border-b md:py-2 md:pe-4 md:align-top'
const head = 'border-line border-b py-2 pe-4 text-start font-semibold text-quiet'

/** One line an act; on a phone each is a small card. */
export async function LogTable({ locale, lines }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  // Styled as blocks a table would lose its meaning for those who listen; the roles keep it.
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="block w-full text-sm md:table">
      <caption className="sr-only">{t('log.heading')}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {(['when', 'who', 'what', 'about', 'why'] as const).map((name) => (
            <th key={name} role="columnheader" scope="col" className={head}>
              {t(`log.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {lines.map(({ id, at, who, role, act, about, why }) => (
          <tr key={id} role="row" className="block border-line border-b py-3 md:table-row md:py-0">
            <td role="cell" className={`${cell} whitespace-nowrap text-quiet tabular-nums`}>
              <time dateTime={at.toISOString()}>{deskTime(at, locale)}</time>
            </td>
            <td role="cell" className={`${cell} wrap-anywhere`}>
              {who} <span className="text-quiet">({t(`role.${role}`)})</span>
            </td>
            <td role="cell" className={`${cell} font-semibold`}>
              {t(`act.${act}`)}
            </td>
            <td role="cell" className={`${cell} wrap-anywhere`}>
              {about}
            </td>
            <td role="cell" className={`${cell} wrap-anywhere`}>
              {why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
