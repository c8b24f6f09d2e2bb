import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'
import { FeeText, TotalText } from './live-sum'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

/** What is bought, which can be folded away, and what it costs, which cannot. */
export async function CheckoutSummary({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  return (
    <section aria-labelledby="summary" className="card">
      <details open className="group">
        <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-4 after:me-1 after:size-2.5 after:-translate-y-1/4 after:rotate-45 after:border-current after:border-e-2 after:border-b-2 group-open:after:translate-y-1/4 group-open:after:-rotate-135 [&::-webkit-details-marker]:hidden">
          <h2 id="summary" className="heading">
            {t('checkout.summary')}
          </h2>
        </summary>
        <ul className="flex flex-col gap-3 pt-3">
          {view.lines.map((line) => (
            <li key={line.variantId} className="flex flex-wrap items-center gap-3">
              <span className="shrink-0">
                <Picture
                  of={line.slug}
                  sizes="3rem"
                  className="size-12 flex-none rounded-[0.5rem] bg-sun-soft object-cover"
                />
              </span>
              <span className="min-w-0 grow basis-24">
                {line.name}
                <span className="block text-quiet text-sm">
                  {line.option !== '' && `${line.option} `}
                  <span className="whitespace-nowrap">
                    {t('order.quantity', { count: line.quantity })}
                  </span>
                </span>
              </span>
              <span className="ms-auto whitespace-nowrap tabular-nums">{line.total}</span>
            </li>
          ))}
        </ul>
        <a href={`/${locale}/cart`} className="text-link text-sm">
          {t('checkout.edit')}
        </a>
      </details>
      <dl className="sums mt-3 border-line border-t pt-4">
        <div>
          <dt>{t('checkout.goods')}</dt>
          <dd>{view.goodsText}</dd>
        </div>
        <div>
          <dt>{t('checkout.fee')}</dt>
          <dd>
            <FeeText free={t('checkout.free')} />
          </dd>
        </div>
        <div className="sums-total">
          <dt>{t('checkout.total')}</dt>
          <dd>
            <TotalText />
          </dd>
        </div>
      </dl>
    </section>
  )
}
