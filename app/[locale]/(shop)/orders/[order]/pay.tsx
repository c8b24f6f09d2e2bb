import { getTranslations } from 'next-intl/server'
import { ContinueToWallet } from '@/components/continue-to-wallet'
import { MethodChoice } from '@/components/method-choice'
import { TryAgain } from '@/components/try-again'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { methodsView } from '@/lib/views/methods'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** The ways in which the order can still be paid; nothing once it cannot. */
export async function Pay({ locale, view }: Props) {
  const again = view.payAgain
  if (!again) return null
  const t = await getTranslations({ locale })
  const offered = await methodsView(deps().adyen, view.amount, locale)
  const methods = offered.filter(({ value }) => value !== again.unsuited)
  return (
    <section id="pay" aria-labelledby="pay-heading" className="card flex flex-col gap-4">
      <h2 id="pay-heading" className="heading">
        {t('order.pay')}
      </h2>
      {view.continueTo && (
        <ContinueToWallet
          to={view.continueTo}
          label={t('step.continue_to', { method: view.continueTo.name })}
        />
      )}
      {methods.length === 0 ? (
        <p>
          {again.unsuited === null
            ? t('order.noMethods')
            : t('order.unsuited', { method: again.method.name })}
        </p>
      ) : (
        <TryAgain
          locale={locale}
          order={view.id}
          attempt={again.attempt}
          look={view.continueTo ? 'button-plain' : 'button'}
        >
          <fieldset className="flex min-w-0 flex-col gap-2">
            <legend className="mb-2">{t('order.payHint')}</legend>
            <MethodChoice methods={methods} chosen={again.method.value} />
          </fieldset>
        </TryAgain>
      )}
    </section>
  )
}
