import { getTranslations } from 'next-intl/server'
import { ToneMark } from '@/components/tone-mark'
import type { Locale } from '@/lib/core/locale'
import type { ResultView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: ResultView }

/** What became of the payment, said first and said to screen readers when it changes. */
export async function OutcomeHeading({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  return (
    <div>
      <div role="status" aria-live="polite" className="flex flex-col gap-4">
        <ToneMark tone={view.tone} />
        <h1 className="title">{t(`result.heading.${view.verdict}`)}</h1>
        <p className="text-lg">{t(whatToSay(view), { method: view.method })}</p>
        {view.partBack !== null && <p>{t('result.partBack', { amount: view.partBack })}</p>}
      </div>
      <dl className="card mt-6 flex flex-wrap justify-between gap-x-8 gap-y-2">
        <div className="flex gap-3">
          <dt className="text-quiet">{t('result.order')}</dt>
          <dd className="font-bold">{view.number}</dd>
        </div>
        <div className="flex gap-3">
          <dt className="text-quiet">{t('result.total')}</dt>
          <dd className="font-bold">{view.total}</dd>
        </div>
      </dl>
    </div>
  )
}

function whatToSay({ goesBack, unsent, explanation }: ResultView) {
  if (goesBack) return 'result.goesBack'
  if (unsent) return `result.unsent.${unsent.kind}` as const
  return `result.explain.${explanation}` as const
}
