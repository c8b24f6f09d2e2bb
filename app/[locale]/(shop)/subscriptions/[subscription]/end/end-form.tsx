import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Locale } from '@/lib/core/locale'
import type { EndView } from '@/lib/views/end-subscription'
import { onDay } from '../../on-day'

type Props = {
  readonly locale: Locale
  readonly view: EndView
  /** The secret of the mailed link that opened this, if one did. */
  readonly link: string | null
}

/** When it is to end, what that does, and the last button. */
export async function EndForm({ locale, view, link }: Props) {
  const t = await getTranslations({ locale, namespace: 'acts' })
  const step = await getTranslations({ locale, namespace: 'step' })
  const { what, until, leavesAt, owes } = view
  return (
    <>
      <h1 className="title">{t('end.heading', { what })}</h1>
      {leavesAt && (
        <Notice tone="wait">{t('end.leaves', { when: onDay(leavesAt, locale) })}</Notice>
      )}
      <WhatItDoes
        effects={[
          [t('goods'), t('end.goods')],
          [t('money'), t(owes ? 'end.owes' : 'end.money')],
        ]}
      />
      <form
        method="post"
        action={`/api/subscriptions/${view.id}/cancel`}
        className="flex flex-col gap-6"
      >
        <input type="hidden" name="locale" value={locale} />
        {link && <input type="hidden" name="link" value={link} />}
        <fieldset className="card flex min-w-0 flex-col gap-3">
          <legend className="sr-only">{t('end.when')}</legend>
          <p aria-hidden="true" className="heading">
            {t('end.when')}
          </p>
          {until && (
            <When value="period_end" hint={t('end.atEndHint')} chosen>
              {t('end.atEnd', { when: onDay(until, locale) })}
            </When>
          )}
          <When value="now" hint={t('end.nowHint')} chosen={until === null}>
            {t('end.now')}
          </When>
        </fieldset>
        <SubmitButton busy={step('busy')} className="button">
          {t('end.yes')}
        </SubmitButton>
      </form>
    </>
  )
}

type WhenProps = {
  readonly value: 'period_end' | 'now'
  readonly hint: string
  readonly chosen: boolean
  readonly children: string
}

const When = ({ value, hint, chosen, children }: WhenProps) => (
  <div>
    <label className="choice">
      <input
        type="radio"
        name="when"
        value={value}
        required
        defaultChecked={chosen}
        aria-describedby={`${value}-hint`}
      />
      {children}
    </label>
    <p id={`${value}-hint`} className="mt-1 text-quiet text-sm">
      {hint}
    </p>
  </div>
)
