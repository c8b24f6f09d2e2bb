import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'
import { fieldNames } from '@/lib/core/typed/customer'
import type { SubscribeView } from '@/lib/views/subscription'
import { CheckoutField } from '../../../checkout/checkout-field'
import { FindAddress } from '../../../checkout/find-address'
import { JudgedInput, MistakeText } from '../../../checkout/mistakes'
import { onDay } from '../../on-day'

type Props = { readonly locale: Locale; readonly view: SubscribeView }

/** Amounts, rhythm and how to stop come before the box that agrees to them. */
export async function SubscribeForm({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  return (
    <form method="post" action="/api/subscriptions" noValidate className="flex flex-col gap-6">
      <input type="hidden" name="plan" value={view.plan.id} />
      {/* Some browsers bring back what a hidden field held before a reload. */}
      <input type="hidden" name="attempt" value={view.attempt} autoComplete="off" />
      <input type="hidden" name="total" value={view.total} autoComplete="off" />
      <input type="hidden" name="price" value={view.price} autoComplete="off" />
      <input type="hidden" name="locale" value={locale} />
      <Terms locale={locale} view={view} />
      <section aria-labelledby="delivery-heading" className="card flex flex-col gap-5">
        <h2 id="delivery-heading" className="heading">
          {t('checkout.delivery')}
        </h2>
        <p className="text-quiet text-sm">{t('checkout.required')}</p>
        {fieldNames.map((name) => (
          <Fragment key={name}>
            {name === 'postcode' && <FindAddress locale={locale} />}
            <CheckoutField locale={locale} view={view} name={name} />
          </Fragment>
        ))}
      </section>
      <Consent locale={locale} view={view} />
      <p className="text-quiet text-sm">{t('order.notCertain')}</p>
      {view.wallet ? (
        <div className="pay-bar">
          <SubmitButton
            busy={t('checkout.paying', { method: view.wallet })}
            offline={t('checkout.offline')}
            className="button grow text-lg tabular-nums"
          >
            {t('checkout.pay', { amount: view.totalText })}
          </SubmitButton>
        </div>
      ) : (
        <p className="card font-medium">{t('checkout.noMethods')}</p>
      )}
    </form>
  )
}

async function Terms({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  const { plan } = view
  const rhythm = t(`rhythm.${plan.rhythm}`)
  return (
    <section aria-label={t('form.heading', { what: plan.name })} className="card">
      <dl className="sums">
        <div className="font-bold text-xl">
          <dt>{t('form.now')}</dt>
          <dd>{view.totalText}</dd>
        </div>
        <div>
          <dt>{t('form.later')}</dt>
          <dd>{t('form.laterEach', { rhythm, price: plan.price })}</dd>
        </div>
        <div>
          <dt>{t('form.nextOn')}</dt>
          <dd>{onDay(view.nextAt, locale)}</dd>
        </div>
      </dl>
      <ul className="mt-4 list-disc border-line border-t ps-5 pt-4">
        <li>{plan.periods === null ? t('open') : t('periods', { count: plan.periods })}</li>
        <li>{t('delivered')}</li>
        <li>{t('form.how')}</li>
        <li>{t('form.stop')}</li>
        <li>{t('form.alone')}</li>
      </ul>
    </section>
  )
}

async function Consent({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  const found = view.mistakes.agreement ?? null
  const rhythm = t(`rhythm.${view.plan.rhythm}`)
  return (
    <section className="card flex flex-col gap-3">
      <label htmlFor="agreement" className="choice">
        <JudgedInput
          id="agreement"
          type="checkbox"
          name="agreement"
          value="yes"
          required
          found={found}
          notes={[]}
        />
        {t('form.agree', { rhythm, price: view.plan.price })}
      </label>
      {found && (
        <MistakeText
          name="agreement"
          found={found}
          words={{ missing: t('form.agreeMissing'), invalid: t('form.agreeMissing') }}
        />
      )}
      <p className="text-sm">
        <a href={`/${locale}/terms`} target="_blank" rel="noopener" className="text-link">
          {(await getTranslations({ locale, namespace: 'checkout' }))('agreeTo.terms')}
        </a>
      </p>
    </section>
  )
}
