import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { allowanceFor, orderDoors, parseOrderAct } from '@/lib/core/desk/order-acts'
import { roleMay } from '@/lib/core/desk/roles'
import { parseWishId } from '@/lib/core/ids'
import { parseCount } from '@/lib/core/typed/count'
import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { deps } from '@/lib/deps'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import { actView } from '@/lib/views/desk/act-view'
import { deskLocale } from '@/lib/visitor/desk'
import { deskPage, oneOf, type Query } from '../../../parts/desk-page'
import { MayNotSee } from '../../../parts/may-not-see'
import { typedBefore } from '../../../parts/typed-before'
import { HistoryOfOrder } from '../history-of-order'
import { NoSuchOrder } from '../no-such-order'
import { orderFor } from '../order-for'
import { ActForm } from './act-form'
import { Foreseen } from './foreseen'

type Props = {
  readonly params: Promise<{ number: string; act: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const act = parseOrderAct((await params).act)
  const w = orderPageWords[await deskLocale()]
  return { title: act === null ? w.all : w.act[act].title }
}

/** What is to be done; then what that does to goods, money and mail, and the last button. */
export default async function ActPage({ params, searchParams }: Props) {
  const [typed, query] = await Promise.all([params, searchParams])
  const number = parseOrderNumber(typed.number) ?? ''
  const act = parseOrderAct(typed.act)
  const path = `/admin/orders/${number}/${act ?? ''}`
  const page = { page: 'admin/orders/[number]/[act]', path, query } as const
  return deskPage(page, async (person, locale) => {
    const view = await orderFor(number, person.role, locale)
    if (view === null || act === null) return <NoSuchOrder locale={locale} />
    const allowance = allowanceFor(act, view.order)
    if (!roleMay(person.role, allowance)) return <MayNotSee locale={locale} />
    const { db, clock, newId } = deps()
    const before = await typedBefore(person, query)
    const isTyped = Object.keys(before).length > 0
    const problem = oneOf(query, 'problem')
    const seen = parseCount(before.seen ?? '') ?? view.seen
    const newer = problem === 'changed' ? view.history.filter((entry) => isAfter(entry, seen)) : []
    const wish = parseWishId(before.wish ?? '') ?? newId()
    // Typed anew it is looked at anew, as the order is now.
    const fields = { ...before, act, wish, seen: String(view.seen) }
    const asked = { act, fields: isTyped ? fields : null, now: await clock.now() }
    const shown = await actView(db, view, asked)
    const w = orderPageWords[locale]
    const door = `/api/desk/orders/${view.number}/${orderDoors[allowance]}`
    const parts = { locale, view, act, fields } as const
    return (
      <div className="mx-auto flex max-w-2xl flex-col gap-5">
        <div>
          <p className="text-quiet">{w.order(view.number)}</p>
          <h1 className="heading">{w.act[act].title}</h1>
        </div>
        {problem === 'changed' && <Notice tone="wait">{w.changed}</Notice>}
        {problem !== null && problem in w.mistake && (
          <Notice tone="bad">
            {w.mistake[isMistake(problem, w.mistake) ? problem : 'invalid']}
          </Notice>
        )}
        {newer.length > 0 && <HistoryOfOrder entries={newer} view={view} locale={locale} />}
        {shown.kind === 'impossible' ? (
          <p>{w.impossible}</p>
        ) : shown.kind === 'preview' && oneOf(query, 'change') === null ? (
          <Foreseen {...parts} preview={shown} door={door} draft={oneOf(query, 'draft') ?? ''} />
        ) : (
          <ActForm {...parts} mistakes={'mistakes' in shown ? shown.mistakes : {}} />
        )}
        <a href={`/admin/orders/${view.number}`} className="text-link self-start">
          {w.back}
        </a>
      </div>
    )
  })
}

const isMistake = <Words extends object>(
  word: string,
  words: Words,
): word is string & keyof Words => word in words

const isAfter = (
  entry: { readonly kind: string; readonly seqs?: readonly number[] },
  seen: number,
) => entry.seqs?.some((seq) => seq > seen) ?? false
