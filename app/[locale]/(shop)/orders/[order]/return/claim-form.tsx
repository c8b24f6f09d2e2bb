import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import { formatDay } from '@/lib/core/calendar'
import { grounds, remedies } from '@/lib/core/goods/goods'
import type { Locale } from '@/lib/core/locale'
import type { ClaimView } from '@/lib/views/order-acts'

type Props = {
  readonly locale: Locale
  readonly view: ClaimView
  /** Drawn with this form: sent twice it asks once. */
  readonly claim: string
  /** The secret of the mailed link that opened this, if one did. */
  readonly link: string | null
}

/** No reason has to be given: that is the law. Who has one says which, because the way back depends on it. */
export async function ClaimForm({ locale, view, claim, link }: Props) {
  const t = await getTranslations({ locale })
  const { changedMind, fault } = view.lastDays
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
      {changedMind && fault && (
        <p>
          {t('order.returns.until', {
            changedMind: formatDay(changedMind),
            fault: formatDay(fault),
          })}
        </p>
      )}
      <form
        method="post"
        action={`/api/orders/${view.id}/return`}
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="claim" value={claim} />
        {link && <input type="hidden" name="link" value={link} />}
        <fieldset className="flex w-full flex-col gap-2">
          <legend className="font-semibold">{t('order.returns.what')}</legend>
          {view.lines.map(({ line, name, quantity }) => (
            <label key={line} className="flex items-center justify-between gap-3">
              <span>{t('order.returns.line', { name, quantity: String(quantity) })}</span>
              <input
                type="number"
                name={`line-${line}`}
                min={0}
                max={quantity}
                defaultValue={quantity}
                required
                className="field w-24"
              />
            </label>
          ))}
        </fieldset>
        <fieldset className="flex w-full flex-col gap-2">
          <legend className="font-semibold">{t('order.returns.ground')}</legend>
          {grounds.map((ground) => (
            <label key={ground} className="flex items-center gap-2">
              <input type="radio" name="ground" value={ground} required />
              {t(`order.returns.grounds.${ground}`)}
            </label>
          ))}
        </fieldset>
        <fieldset className="flex w-full flex-col gap-2">
          <legend className="font-semibold">{t('order.returns.remedy')}</legend>
          {remedies.map((remedy) => (
            <label key={remedy} className="flex items-center gap-2">
              <input
                type="radio"
                name="remedy"
                value={remedy}
                defaultChecked={remedy === 'money'}
              />
              {t(`order.returns.remedies.${remedy}`)}
            </label>
          ))}
        </fieldset>
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
