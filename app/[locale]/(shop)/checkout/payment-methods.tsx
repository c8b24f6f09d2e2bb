import { getTranslations } from 'next-intl/server'
import { MethodChoice } from '@/components/method-choice'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

export async function PaymentMethods({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const mistake = view.mistakes.method
  return (
    <fieldset id="method" className="card flex min-w-0 flex-col gap-2">
      <legend className="heading float-start mb-3 w-full">{t('method')}</legend>
      <MethodChoice
        locale={locale}
        methods={view.methods}
        chosen={view.draft.method}
        describedBy={mistake && 'method-mistake'}
      />
      {mistake && (
        <p id="method-mistake" className="font-medium text-bad text-sm">
          {t(`mistake.method.${mistake}`)}
        </p>
      )}
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
    </fieldset>
  )
}
