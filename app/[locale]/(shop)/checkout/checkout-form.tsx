import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { InApp } from '@/lib/core/in-app'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'
import { CheckoutField } from './checkout-field'
import { CheckoutSummary } from './checkout-summary'
import { FeeNewsOf } from './fee-news'
import { FindAddress } from './find-address'
import { CheckoutSheet, PayLabel, TotalField } from './live-sum'
import { AdviseOwnBrowser, OfferOtherBrowser } from './other-browser'
import { PaymentMethods } from './payment-methods'
import { TermsCheckbox } from './terms-checkbox'

type Props = { readonly locale: Locale; readonly view: CheckoutView }
/** `inApp`: the app that shows the page, if it is not a browser. */
type FormProps = Props & { readonly inApp: InApp | null }

/** One form around everything: who, where, how, what, and the button. */
export async function CheckoutForm({ locale, view, inApp }: FormProps) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <CheckoutSheet
      goods={view.goods}
      sent={view.sent}
      tariff={view.tariff}
      postcode={view.draft.postcode ?? ''}
      className="flex flex-col gap-6 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start"
    >
      {/* Some browsers bring back what a hidden field held before a reload. */}
      <input type="hidden" name="checkout" value={view.checkout} autoComplete="off" />
      <input type="hidden" name="attempt" value={view.attempt} autoComplete="off" />
      <input type="hidden" name="locale" value={locale} />
      <TotalField />
      {inApp && !inApp.hasWallet && <AdviseOwnBrowser locale={locale} />}
      <div className="flex min-w-0 flex-col gap-6">
        <p className="text-quiet text-sm">{t('required')}</p>
        <Group id="contact" heading={t('contact')}>
          <CheckoutField locale={locale} view={view} name="name" />
          <CheckoutField locale={locale} view={view} name="email" />
          <CheckoutField locale={locale} view={view} name="phone" />
        </Group>
        <Group id="delivery" heading={t('delivery')}>
          <FindAddress locale={locale} />
          <CheckoutField locale={locale} view={view} name="postcode">
            <FeeNewsOf locale={locale} />
          </CheckoutField>
          <CheckoutField locale={locale} view={view} name="address" />
          <CheckoutField locale={locale} view={view} name="addressDetail" />
          <CheckoutField locale={locale} view={view} name="deliveryNote" />
        </Group>
        {view.methods.length > 0 && (
          <>
            <PaymentMethods locale={locale} view={view} />
            <TermsCheckbox locale={locale} mistakes={view.mistakes} />
          </>
        )}
      </div>
      <div className="min-w-0 gap-4 max-lg:contents lg:sticky lg:top-6 lg:flex lg:flex-col">
        <CheckoutSummary locale={locale} view={view} />
        <PayBar locale={locale} view={view} />
        {inApp?.hasWallet && <OfferOtherBrowser locale={locale} />}
      </div>
    </CheckoutSheet>
  )
}

/** What happens next, and the button that makes it happen. */
async function PayBar({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  const [only, ...others] = view.methods
  if (!only) return <p className="card font-medium">{t('checkout.noMethods')}</p>
  const method = others.length === 0 ? only.name : null
  return (
    <>
      <p className="text-quiet text-sm">
        {method ? t('checkout.next', { method }) : t('checkout.nextAny')} {t('order.notCertain')}
      </p>
      <div className="pay-bar">
        <SubmitButton
          busy={method ? t('checkout.paying', { method }) : t('checkout.payingAny')}
          offline={t('checkout.offline')}
          className="button grow text-lg tabular-nums"
        >
          <PayLabel sentence={t.raw('checkout.pay')} />
        </SubmitButton>
      </div>
    </>
  )
}

type GroupProps = { readonly id: string; readonly heading: string; readonly children: ReactNode }

const Group = ({ id, heading, children }: GroupProps) => (
  <section aria-labelledby={`${id}-heading`} className="card flex flex-col gap-5">
    <h2 id={`${id}-heading`} className="heading">
      {heading}
    </h2>
    {children}
  </section>
)
