import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'
import { fieldNames } from '@/lib/core/typed/customer'
import type { addressDraft, SubscriptionView } from '@/lib/views/subscription'
import { CheckoutField } from '../../checkout/checkout-field'
import { FindAddress } from '../../checkout/find-address'

type Form = Awaited<ReturnType<typeof addressDraft>>
type Props = {
  readonly locale: Locale
  readonly view: SubscriptionView
  /** What was typed, when it has to be looked at again. */
  readonly typed: Form | null
}

/** Where the next deliveries go. */
export async function Address({ locale, view, typed }: Props) {
  if (!view.can.cancel) return null
  const t = await getTranslations({ locale })
  const { customer } = view
  const known = { ...customer, phone: customer.phone.replace(/^\+82/, '0') }
  const form: Form = typed ?? { draft: known, mistakes: {} }
  return (
    <section aria-labelledby="address" className="card flex flex-col gap-4">
      <h2 id="address" className="heading">
        {t('subscription.view.address')}
      </h2>
      <p>
        {`${customer.name}, (${customer.postcode}) ${customer.address} ${customer.addressDetail}`}
      </p>
      <details open={typed !== null}>
        <summary className="text-link">{t('subscription.view.changeAddress')}</summary>
        <form
          method="post"
          action={`/api/subscriptions/${view.id}/address`}
          noValidate
          className="mt-4 flex flex-col gap-5"
        >
          <input type="hidden" name="locale" value={locale} />
          {/* Names the form to the search for an address. */}
          <input type="hidden" name="subscription" value={view.id} />
          {fieldNames.map((name) => (
            <Fragment key={name}>
              {name === 'postcode' && <FindAddress locale={locale} />}
              <CheckoutField locale={locale} view={form} name={name} />
            </Fragment>
          ))}
          <SubmitButton busy={t('step.busy')} className="button-plain self-start">
            {t('subscription.view.saveAddress')}
          </SubmitButton>
        </form>
      </details>
    </section>
  )
}
