import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Locale } from '@/lib/core/locale'
import { claimMistakes } from '@/lib/views/claim-form'
import type { ClaimView } from '@/lib/views/order-acts'
import { Grounds, Remedies } from './claim-choices'
import { WhichGoods } from './which-goods'

type Props = {
  readonly locale: Locale
  readonly view: ClaimView
  /** Drawn with this form: sent twice it asks once. */
  readonly claim: string
  /** The secret of the mailed link that opened this, if one did. */
  readonly link: string | null
  /** What was typed before, when it has to be looked at again; else null. */
  readonly typed: Readonly<Record<string, string>> | null
}

/** No reason has to be given: that is the law. Who has one says which, because the way back depends on it. */
export async function ClaimForm({ locale, view, claim, link, typed }: Props) {
  const t = await getTranslations({ locale })
  const mistakes = typed && claimMistakes(typed, view)
  return (
    <>
      {mistakes && <Notice tone="bad">{t('order.returns.mistake.heading')}</Notice>}
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
        action={`/api/orders/${view.id}/return`}
        // What is wrong with it stands at its place, in the language of the page.
        noValidate
        className="flex flex-col gap-6"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="claim" value={claim} />
        {link && <input type="hidden" name="link" value={link} />}
        <WhichGoods locale={locale} lines={view.lines} typed={typed} mistakes={mistakes} />
        <Grounds locale={locale} view={view} chosen={typed?.ground} mistakes={mistakes} />
        <Remedies locale={locale} chosen={typed?.remedy} mistake={mistakes?.remedy ?? null} />
        <div className="card flex flex-col gap-1.5">
          <label htmlFor="reason" className="font-semibold">
            {t('order.returns.reason')}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxLength={500}
            defaultValue={typed?.reason}
            aria-describedby="reason-note"
            className="field w-full"
          />
          <p id="reason-note" className="text-quiet text-sm">
            {t('order.returns.reasonHint')}
          </p>
        </div>
        <SubmitButton busy={t('step.busy')} className="button">
          {t('acts.claim.yes')}
        </SubmitButton>
      </form>
    </>
  )
}
