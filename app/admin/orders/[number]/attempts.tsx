import type { Locale } from '@/lib/core/locale'
import { formatMoney } from '@/lib/core/money'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { AttemptView, DeskOrder } from '@/lib/views/desk/desk-order'
import { CopyText } from '../../parts/copy-text'
import { deskTime } from '../../parts/desk-time'
import { Panel } from './panel'

type Props = { readonly view: DeskOrder; readonly locale: Locale }

/** Every try to pay, with what Adyen calls it, and all that Adyen's support asks for. */
export function Attempts({ view: { money }, locale }: Props) {
  if (!money) return null
  const w = orderPageWords[locale]
  return (
    <Panel id="attempts" heading={w.attempts}>
      {money.attempts.length === 0 && <p className="text-sm">{w.noAttempts}</p>}
      {money.attempts.map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} locale={locale} />
      ))}
    </Panel>
  )
}

function Attempt({ attempt, locale }: { readonly attempt: AttemptView; readonly locale: Locale }) {
  const w = orderPageWords[locale]
  const { rung, payments, refusal, resultCode } = attempt
  const stands = rung === 'authorised' ? w.arrivedMoney : moneyTerms[locale].attempt[rung]
  return (
    <article className="flex flex-col gap-1 border-line border-t pt-2 text-sm first-of-type:border-0">
      <h3 className="flex flex-wrap justify-between gap-x-4 font-semibold">
        <span>{attempt.isCharge ? w.charge : w.attempt(attempt.number)}</span>
        <span className="tabular-nums">{formatMoney(attempt.amount)}</span>
      </h3>
      <p>
        {[stands, resultCode, refusal].filter(Boolean).join(' · ')} ·{' '}
        <time dateTime={new Date(attempt.at).toISOString()}>
          {deskTime(new Date(attempt.at), locale)}
        </time>
      </p>
      <dl className="grid gap-x-4 sm:grid-cols-2">
        <div>
          <dt className="text-quiet">{w.ourReference}</dt>
          <dd className="wrap-anywhere font-mono">{attempt.reference}</dd>
        </div>
        {payments.map(({ id, page, paysTheOrder, undone }) => (
          <div key={id}>
            <dt className="text-quiet">{w.pspReference}</dt>
            <dd className="wrap-anywhere font-mono">{id}</dd>
            {!paysTheOrder && <dd className="text-bad">{w.surplus}</dd>}
            {undone !== null && <dd className="text-bad">{w.undone[undone]}</dd>}
            {page !== null && (
              <dd>
                <a href={page} className="text-link" rel="noreferrer">
                  {w.openAtAdyen}
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <details>
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{w.forSupport}</summary>
        <CopyText text={attempt.forSupport} words={{ copy: w.copy, copied: w.copied }} />
      </details>
      {attempt.answer !== null && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{w.answer}</summary>
          <pre className="whitespace-pre-wrap break-all rounded-control bg-paper p-3 text-xs">
            {attempt.answer}
          </pre>
        </details>
      )}
    </article>
  )
}
