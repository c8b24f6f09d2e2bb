import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { roleMay } from '@/lib/core/desk/roles'
import { deps } from '@/lib/deps'
import { readAsked, seenBy } from '@/lib/views/desk/order-filters'
import { ordersView } from '@/lib/views/desk/orders'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, oneOf, type Query } from '../parts/desk-page'
import { ExportOrders } from './export-orders'
import { FilterOrders } from './filter-orders'
import { OrderPages } from './order-pages'
import { OrderTable } from './order-table'
import { SearchOrders } from './search-orders'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.orders' })
  return { title: t('heading') }
}

/** Where is …? All orders, by whatever is known of them. */
export default async function OrdersPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin/orders', query }, async ({ role }, locale) => {
    const sees = seenBy(role)
    const asking = readAsked(query, sees)
    const { asked } = asking
    const [t, view] = await Promise.all([
      getTranslations({ locale, namespace: 'desk.orders' }),
      ordersView(deps().db, asking, sees, locale),
    ])
    const isAll = Object.keys(asked).length === 0
    return (
      <div className="flex flex-col gap-4">
        <h1 className="heading">{t('heading')}</h1>
        {oneOf(query, 'problem') === 'why' && <Notice tone="bad">{t('whyMissing')}</Notice>}
        <SearchOrders locale={locale} asked={asked} sees={sees} />
        <FilterOrders locale={locale} asked={asked} sees={sees} view={view} />
        {view.isUnreadable && <Notice tone="bad">{t('unreadable')}</Notice>}
        {view.rows.length > 0 && <OrderTable locale={locale} sees={sees} rows={view.rows} />}
        {view.rows.length === 0 && !view.isUnreadable && view.goOn === null && (
          <p>{isAll ? t('none') : t('noneSuch')}</p>
        )}
        <OrderPages locale={locale} view={view} />
        {roleMay(role, 'export_orders') && <ExportOrders locale={locale} asked={asked} />}
      </div>
    )
  })
}
