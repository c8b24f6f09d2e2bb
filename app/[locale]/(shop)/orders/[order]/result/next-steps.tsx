import { getTranslations } from 'next-intl/server'
import { ContinueToWallet } from '@/components/continue-to-wallet'
import { TryAgain } from '@/components/try-again'
import type { Locale } from '@/lib/core/locale'
import type { ResultView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: ResultView }
type Step = ResultView['next'][number]

/** What the shopper can do now; the first is the one that we advise. */
export async function NextSteps({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  const wallet = view.unsent?.kind === 'ready' ? view.unsent.to : null
  return (
    <nav aria-label={t('result.next')} className="flex flex-col gap-3">
      {view.payAgain && <p>{t('order.notCertain')}</p>}
      {wallet && (
        <ContinueToWallet to={wallet} label={t('step.continue_to', { method: wallet.name })} />
      )}
      {view.next.map((step, place) => (
        <NextStep
          key={step}
          locale={locale}
          view={view}
          step={step}
          look={place === 0 && !wallet ? 'button' : 'button-plain'}
        />
      ))}
    </nav>
  )
}

type StepProps = Props & { readonly step: Step; readonly look: string }

async function NextStep({ locale, view, step, look }: StepProps) {
  const t = await getTranslations({ locale, namespace: 'step' })
  const page = `/${locale}/orders/${view.id}`
  switch (step) {
    case 'view_order':
      return (
        <a href={page} className={look}>
          {t('view_order')}
        </a>
      )
    case 'continue_shopping':
      return (
        <a href={`/${locale}`} className={look}>
          {t('continue_shopping')}
        </a>
      )
    case 'other_method':
      return (
        <a href={`${page}#pay`} className={look}>
          {t('other_method')}
        </a>
      )
    case 'try_again':
      return (
        view.payAgain && (
          <TryAgain locale={locale} order={view.id} attempt={view.payAgain.attempt} look={look}>
            <input type="hidden" name="method" value={view.payAgain.method.value} />
          </TryAgain>
        )
      )
    case 'cancel_order':
      return (
        <a href={`${page}/cancel`} className={look}>
          {t('cancel_order')}
        </a>
      )
  }
}
