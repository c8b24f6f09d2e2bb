import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly order: string }

/** For seven days after delivery, as the law has it. */
export async function AskReturn({ locale, order }: Props) {
  const t = await getTranslations({ locale })
  return (
    <section aria-labelledby="return" className="card">
      <h2 id="return" className="heading mb-3">
        {t('order.return.heading')}
      </h2>
      <p className="mb-4">{t('order.return.explain')}</p>
      <form
        method="post"
        action={`/api/orders/${order}/return`}
        className="flex flex-col items-start gap-3"
      >
        <input type="hidden" name="locale" value={locale} />
        <label htmlFor="reason" className="font-semibold">
          {t('order.return.reason')}
        </label>
        <textarea id="reason" name="reason" rows={3} maxLength={500} className="field w-full" />
        <SubmitButton busy={t('step.busy')} className="button-plain">
          {t('order.return.ask')}
        </SubmitButton>
      </form>
    </section>
  )
}
