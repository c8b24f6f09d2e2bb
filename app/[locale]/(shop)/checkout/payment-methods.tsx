import { getTranslations } from 'next-intl/server'
import { FieldGroup } from '@/components/field-group'
import { MethodChoice } from '@/components/method-choice'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'
import { wordsFor } from './mistake-list'
import { MistakeText } from './mistakes'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

export async function PaymentMethods({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const mistake = view.mistakes.method
  return (
    <FieldGroup id="method" legend={t('method')} className="gap-2 pt-2">
      <MethodChoice
        methods={view.methods}
        chosen={view.draft.method}
        describedBy={mistake && 'method-mistake'}
      />
      {mistake && <MistakeText name="method" found={mistake} words={wordsFor(t, 'method')} />}
      {view.maySave && <SaveWallet locale={locale} />}
      <p className="mt-1 text-quiet text-sm">
        {t('abroad')}{' '}
        <a
          href={`/${locale}/privacy#abroad`}
          target="_blank"
          rel="noopener"
          className="inline-link"
        >
          {t('abroadLink')}
        </a>
      </p>
    </FieldGroup>
  )
}

/** Nothing is saved that was not asked for: the box is empty, and says what it allows. */
async function SaveWallet({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  return (
    <>
      <label className="choice">
        <input type="checkbox" name="save" value="yes" aria-describedby="save-hint" />
        {t('save')}
      </label>
      <p id="save-hint" className="text-quiet text-sm">
        {t('saveHint')}
      </p>
    </>
  )
}
