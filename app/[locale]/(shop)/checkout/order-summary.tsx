import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

export async function OrderSummary({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  return (
    <section aria-labelledby="summary" className="card">
      <h2 id="summary" className="heading mb-4">
        {t('checkout.summary')}
      </h2>
      <ul className="flex flex-col gap-3">
        {view.lines.map((line) => (
          <li key={line.variantId} className="flex items-center gap-3">
            <Picture of={line.slug} sizes="3.5rem" className="rounded-control bg-sun-soft" />
            <span className="grow">
              {line.name}{' '}
              <span className="whitespace-nowrap text-quiet">
                {t('order.quantity', { count: line.quantity })}
              </span>
            </span>
            <span className="whitespace-nowrap">{line.total}</span>
          </li>
        ))}
      </ul>
      <p className="mt-5 flex justify-between gap-4 border-line border-t pt-4 font-bold text-xl">
        <span>{t('checkout.total')}</span>
        <span>{view.totalText}</span>
      </p>
    </section>
  )
}
