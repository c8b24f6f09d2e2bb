import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Locale } from '@/lib/core/locale'

type Props = {
  readonly locale: Locale
  readonly order: string
  /** The secret of the mailed link that opened this, if one did. */
  readonly link: string | null
}

/** No reason has to be given: that is the law. */
export async function ClaimForm({ locale, order, link }: Props) {
  const t = await getTranslations({ locale })
  return (
    <>
      <WhatItDoes
        effects={[
          [t('acts.goods'), t('acts.claim.goods')],
          [t('acts.money'), t('acts.claim.money')],
        ]}
      />
      <p>
        {t('order.returns.who')}{' '}
        <a href={`/${locale}/returns`} className="inline-link">
          {t('order.returns.more')}
        </a>
      </p>
      <form
        method="post"
        action={`/api/orders/${order}/return`}
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="locale" value={locale} />
        {link && <input type="hidden" name="link" value={link} />}
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
        <SubmitButton busy={t('step.busy')} className="button w-full">
          {t('acts.claim.yes')}
        </SubmitButton>
      </form>
    </>
  )
}
