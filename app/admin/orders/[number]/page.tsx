import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, oneOf, type Query } from '../../parts/desk-page'
import { deskTime } from '../../parts/desk-time'
import { ActLinks } from './act-links'
import { Attempts } from './attempts'
import { GoodsOfOrder } from './goods-of-order'
import { HistoryOfOrder } from './history-of-order'
import { MoneyOfOrder } from './money-of-order'
import { NoSuchOrder } from './no-such-order'
import { orderFor } from './order-for'
import { ShopperOf } from './shopper-of'
import { StatusOf } from './status-of'

type Props = {
  readonly params: Promise<{ number: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = parseOrderNumber((await params).number) ?? ''
  return { title: orderPageWords[await deskLocale()].order(number) }
}

/** What happened to an order, and what next. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [{ number: typed }, query] = await Promise.all([params, searchParams])
  const number = parseOrderNumber(typed) ?? ''
  const page = { page: 'admin/orders/[number]', path: `/admin/orders/${number}`, query } as const
  return deskPage(page, async (person, locale) => {
    const view = await orderFor(number, person.role, locale)
    if (view === null) return <NoSuchOrder locale={locale} />
    const w = orderPageWords[locale]
    const done = oneOf(query, 'done')
    return (
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="heading">{w.order(view.number)}</h1>
          <StatusOf view={view} locale={locale} />
          <p className="text-quiet text-sm">
            {w.placed}{' '}
            <time dateTime={new Date(view.placedAt).toISOString()}>
              {deskTime(new Date(view.placedAt), locale)}
            </time>
          </p>
        </div>
        {done !== null && <Notice tone="good">{done === 'known' ? w.known : w.done}</Notice>}
        <ActLinks view={view} locale={locale} role={person.role} />
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
          <div className="flex min-w-0 flex-col gap-5">
            <GoodsOfOrder view={view} locale={locale} />
            <MoneyOfOrder view={view} locale={locale} />
            <Attempts view={view} locale={locale} />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <ShopperOf view={view} locale={locale} />
          </div>
        </div>
        <HistoryOfOrder entries={view.history} view={view} locale={locale} />
      </div>
    )
  })
}
