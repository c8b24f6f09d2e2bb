import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { formatMoney } from '@/lib/core/money'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { deskTime } from '../../parts/desk-time'
import { Panel } from './panel'

type Props = { readonly view: DeskOrder; readonly locale: Locale }

const partsOfMoney = ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const

/** Where its money is: what came, is kept, is on its way back, is back, was taken; and why. */
export function MoneyOfOrder({ view: { money }, locale }: Props) {
  if (!money) return null
  const w = orderPageWords[locale]
  const terms = moneyTerms[locale]
  return (
    <Panel id="money" heading={w.money}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm sm:grid-cols-3">
        {partsOfMoney
          .filter((part) => part === 'came' || part === 'kept' || money.books[part].minor > 0)
          .map((part) => (
            <div key={part} className="flex flex-col">
              <dt className="text-quiet">{terms.books[part]}</dt>
              <dd className="font-semibold tabular-nums">{formatMoney(money.books[part])}</dd>
            </div>
          ))}
        <div className="flex flex-col">
          <dt className="text-quiet">{w.canGoBack}</dt>
          <dd className="font-semibold tabular-nums">{formatMoney(money.refundable)}</dd>
        </div>
      </dl>
      {money.wishes.map((wish) => (
        <Movement key={wish.id} title={w.goesBack} amount={formatMoney(wish.amount)}>
          <p className={wish.state === 'stuck' ? 'text-bad' : ''}>
            {w.wish[wish.state]} · {terms.reason[wish.why]}
          </p>
          {wish.reason && <q>{wish.reason}</q>}
          <ol>
            {wish.tries.map(({ id, rung, pspReference, problem, askedAt }) => (
              <li key={id} className="text-quiet">
                {[
                  terms.refund[rung],
                  askedAt === null ? '' : deskTime(new Date(askedAt), locale),
                  pspReference ?? '',
                  problem === null ? '' : w.problem(problem),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ol>
          {wish.nextAt !== null && <p>{w.nextTry(deskTime(new Date(wish.nextAt), locale))}</p>}
        </Movement>
      ))}
      {money.elsewhere.map(({ id, amount, rung }) => (
        <Movement key={id} title={w.elsewhere} amount={formatMoney(amount)}>
          <p>
            {terms.refund[rung]} · {id}
          </p>
        </Movement>
      ))}
      {money.handbacks.map(({ id, amount, reason }) => (
        <Movement key={id} title={w.byHand} amount={formatMoney(amount)}>
          <q>{reason}</q>
        </Movement>
      ))}
      {money.disputes.map(({ id, amount, steps, deadline, end, page }) => (
        <Movement key={id} title={w.disputes} amount={amount ? formatMoney(amount) : ''}>
          <p className={end === null ? 'text-bad' : ''}>
            {w.dispute[end ?? 'open']} · {id}
          </p>
          <ol>
            {steps.map((step) => (
              <li key={step}>{terms.dispute[step]}</li>
            ))}
          </ol>
          {deadline !== null && <p>{w.until(deskTime(new Date(deadline), locale))}</p>}
          {page !== null && (
            <a href={page} className="text-link" rel="noreferrer">
              {w.openAtAdyen}
            </a>
          )}
        </Movement>
      ))}
    </Panel>
  )
}

type MovementProps = {
  readonly title: string
  readonly amount: string
  readonly children: ReactNode
}

const Movement = ({ title, amount, children }: MovementProps) => (
  <div className="flex flex-col gap-0.5 border-line border-t pt-2 text-sm">
    <p className="flex justify-between gap-4 font-semibold">
      <span>{title}</span>
      <span className="tabular-nums">{amount}</span>
    </p>
    {children}
  </div>
)
