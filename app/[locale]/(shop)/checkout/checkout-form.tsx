import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'
import { Agreement } from './agreement'
import { CheckoutField } from './checkout-field'
import { KeepDraft } from './keep-draft'
import { OrderSummary } from './order-summary'
import { PayButton } from './pay-button'
import { PaymentMethods } from './payment-methods'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

/** One form around everything: who, where, what, how, and the button. */
export async function CheckoutForm({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  const [only, ...others] = view.methods
  const method = only && others.length === 0 ? t(`method.${only.type}`) : null
  return (
    <form
      method="post"
      action="/api/checkout"
      className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]"
    >
      <input type="hidden" name="checkout" value={view.checkout} />
      <input type="hidden" name="attempt" value={view.attempt} />
      <input type="hidden" name="locale" value={locale} />
      <div className="flex flex-col gap-6">
        <Group id="contact" heading={t('checkout.contact')}>
          <CheckoutField locale={locale} view={view} name="name" />
          <CheckoutField locale={locale} view={view} name="email" />
          <CheckoutField locale={locale} view={view} name="phone" />
        </Group>
        <Group id="delivery" heading={t('checkout.delivery')}>
          <CheckoutField locale={locale} view={view} name="postcode" />
          <CheckoutField locale={locale} view={view} name="address" />
          <CheckoutField locale={locale} view={view} name="addressDetail" />
          <CheckoutField locale={locale} view={view} name="deliveryNote" />
        </Group>
      </div>
      <div className="flex flex-col gap-6 lg:sticky lg:top-6">
        <OrderSummary locale={locale} view={view} />
        {only ? (
          <>
            <PaymentMethods locale={locale} view={view} />
            <div className="flex flex-col gap-4">
              <Agreement locale={locale} mistaken={view.mistakes.agreement !== undefined} />
              <p className="text-quiet text-sm">
                {method ? t('checkout.next', { method }) : t('checkout.nextAny')}
              </p>
              <KeepDraft offline={t('checkout.offline')} />
              <PayButton
                goods={view.goods}
                postcode={view.draft.postcode ?? ''}
                tariff={view.tariff}
                pay={t.raw('checkout.pay')}
                busy={method ? t('checkout.paying', { method }) : t('checkout.payingAny')}
              />
            </div>
          </>
        ) : (
          <p className="card font-medium">{t('checkout.noMethods')}</p>
        )}
      </div>
    </form>
  )
}

type GroupProps = {
  readonly id: string
  readonly heading: string
  readonly children: React.ReactNode
}

const Group = ({ id, heading, children }: GroupProps) => (
  <section aria-labelledby={id} className="card flex flex-col gap-5">
    <h2 id={id} className="heading">
      {heading}
    </h2>
    {children}
  </section>
)
