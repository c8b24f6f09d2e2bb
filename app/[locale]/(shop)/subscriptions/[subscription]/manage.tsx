import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'
import type { SubscriptionView } from '@/lib/views/subscription'
import { onDay } from '../on-day'

type Props = { readonly locale: Locale; readonly view: SubscriptionView }

/** All that its owner can do with it now, without writing to anybody. */
export async function Manage({ locale, view }: Props) {
  const { can, rise } = view
  if (!Object.values(can).some(Boolean)) return null
  const t = await getTranslations({ locale })
  const busy = t('step.busy')
  const act = (name: string, label: string, children?: ReactNode, look = 'button-plain') => (
    <form
      method="post"
      action={`/api/subscriptions/${view.id}/${name}`}
      className="flex max-w-full flex-wrap items-end gap-3"
    >
      <input type="hidden" name="locale" value={locale} />
      {children}
      <SubmitButton busy={busy} className={look}>
        {label}
      </SubmitButton>
    </form>
  )
  const risesOn = rise?.at ? onDay(rise.at, locale) : ''
  return (
    <section aria-labelledby="manage" className="card flex flex-col items-start gap-4">
      <h2 id="manage" className="heading">
        {t('subscription.view.manage')}
      </h2>
      {rise && (
        <p className="font-medium">
          {t(rise.agreed ? 'subscription.agreed' : 'subscription.rise', {
            when: risesOn,
            price: rise.price,
          })}
        </p>
      )}
      {rise &&
        can.agree &&
        act('agree', t('subscription.act.agree', { price: rise.price }), null, 'button')}
      {can.resume && act('resume', t('subscription.act.resume'), null, 'button')}
      {can.stay && act('stay', t('subscription.act.stay'), null, 'button')}
      {can.skip && act('skip', t('subscription.act.skip'))}
      {can.pause && act('pause', t('subscription.act.pause'))}
      {can.move &&
        act(
          'move',
          t('subscription.act.move'),
          <label className="flex min-w-0 max-w-full flex-col gap-1.5 font-semibold">
            {t('subscription.act.day')}
            <input
              type="date"
              name="day"
              required
              min={view.days.from}
              max={view.days.to}
              className="field"
            />
          </label>,
        )}
      {can.cancel && (
        <>
          <p className="text-quiet text-sm">{t('subscription.act.cancelHint')}</p>
          <a href={`/${locale}/subscriptions/${view.id}/end`} className="button-plain">
            {t('subscription.act.end')}
          </a>
        </>
      )}
    </section>
  )
}
