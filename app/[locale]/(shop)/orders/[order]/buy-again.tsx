import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import type { OrderId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { againView } from '@/lib/views/saved'
import { signedIn } from '@/lib/visitor/visitor'

type Props = { readonly locale: Locale; readonly order: OrderId }

/** For its owner with a saved KakaoPay: the same again, in one press that says what it costs. */
export async function BuyAgain({ locale, order }: Props) {
  const who = await signedIn()
  const view = await againView(deps(), order, who?.shopper ?? null)
  if (!view) return null
  const t = await getTranslations({ locale })
  const total = view.totalText
  return (
    <section aria-labelledby="again" className="card flex flex-col gap-4">
      <h2 id="again" className="heading">
        {t('subscription.again.heading')}
      </h2>
      <p>{t('subscription.again.lead', { total })}</p>
      <form
        method="post"
        action={`/api/orders/${order}/again`}
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="locale" value={locale} />
        {/* Two presses of this button are one purchase. */}
        <input type="hidden" name="checkout" value={deps().newId()} autoComplete="off" />
        <input type="hidden" name="total" value={view.total} autoComplete="off" />
        <label className="choice">
          <input type="checkbox" name="consent" value="yes" required />
          {t('subscription.again.consent', { total })}
        </label>
        <SubmitButton busy={t('step.busy')} className="button">
          {t('subscription.again.buy')}
        </SubmitButton>
      </form>
    </section>
  )
}
