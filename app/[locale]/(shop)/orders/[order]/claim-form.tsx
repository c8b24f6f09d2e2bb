import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** Asks for a return, as long as there may be one. No reason has to be given: that is the law. */
export async function ClaimForm({ locale, view }: Props) {
  if (!view.mayClaim) return null
  const t = await getTranslations({ locale })
  return (
    <section id="return" aria-labelledby="return-heading" className="card flex flex-col gap-4">
      <h2 id="return-heading" className="heading">
        {t('order.returns.heading')}
      </h2>
      <p>{t('order.returns.next')}</p>
      <p>
        {t('order.returns.who')}{' '}
        <a href={`/${locale}/returns`} className="inline-link">
          {t('order.returns.more')}
        </a>
      </p>
      <form
        method="post"
        action={`/api/orders/${view.id}/return`}
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="locale" value={locale} />
        <div className="flex w-full flex-col gap-1.5">
          <label htmlFor="reason" className="font-semibold">
            {t('order.returns.reason')}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxLength={500}
            aria-describedby="reason-note"
            className="field w-full"
          />
          <p id="reason-note" className="text-quiet text-sm">
            {t('order.returns.reasonHint')}
          </p>
        </div>
        <SubmitButton busy={t('step.busy')} className="button-plain">
          {t('order.returns.ask')}
        </SubmitButton>
      </form>
    </section>
  )
}
