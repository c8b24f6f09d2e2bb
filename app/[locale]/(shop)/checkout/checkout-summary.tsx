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
      <details open className="folding">
        <summary>
          <h2 id="summary" className="heading">
            {t('checkout.summary')}
          </h2>
        </summary>
        <ul className="flex flex-col gap-3 pt-3">
          {view.lines.map((line) => (
            <li key={line.variantId} className="flex items-center gap-3">
              <span className="shrink-0">
                <Picture of={line.slug} sizes="3rem" className="thumb-small" />
              </span>
              <span className="min-w-0 grow">
                {line.name}
                <span className="block text-quiet text-sm">
                  {line.option !== '' && `${line.option} `}
                  <span className="whitespace-nowrap">
                    {t('order.quantity', { count: line.quantity })}
                  </span>
                </span>
              </span>
              <span className="whitespace-nowrap tabular-nums">{line.total}</span>
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
