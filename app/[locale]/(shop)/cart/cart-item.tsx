import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import type { LineView } from '@/lib/views/cart/cart'
import { CartFields } from './cart-fields'
import { Counter } from './counter'
import { LineNews } from './line-news'

type Props = { readonly locale: Locale; readonly line: LineView }

/** One thing in the cart: what it is, how many, what it costs, and what has changed about it. */
export async function CartItem({ locale, line }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const product = line.spoken
  return (
    <li
      id={`line-${line.variantId}`}
      className="grid scroll-mt-4 grid-cols-[auto_1fr_auto] gap-x-4 gap-y-3.5 py-5 target:shadow-[inset_4px_0_var(--color-sun-soft)] max-[26rem]:grid-cols-[auto_1fr] max-[20rem]:grid-cols-[1fr]"
    >
      <div>
        <Picture of={line.slug} sizes="6rem" className="thumb" />
      </div>
      <div className="min-w-0">
        <a
          href={`/${locale}/products/${line.slug}`}
          className="-my-2.5 inline-block py-2.5 font-bold text-lg leading-[1.35] hover:underline hover:underline-offset-[0.25em]"
        >
          {line.name}
        </a>
        {line.option !== '' && <p className="text-quiet">{line.option}</p>}
        <p className="text-quiet text-sm">{t('each', { price: line.price })}</p>
      </div>
      <form
        method="post"
        action="/api/cart"
        className="-mx-2.5 -my-2 min-[20rem]:col-start-2 min-[26rem]:col-start-3 min-[26rem]:row-start-1"
      >
        <CartFields locale={locale} variant={line.variantId} />
        <button
          type="submit"
          name="quantity"
          value="0"
          aria-label={t('removeOf', { product })}
          className="quiet-button"
        >
          {t('remove')}
        </button>
      </form>
      <div className="col-span-full sm:col-[2/-1]">
        <LineNews locale={locale} line={line} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <Counter locale={locale} line={line} />
          <p className="ms-auto font-bold text-lg tabular-nums">{line.total}</p>
        </div>
      </div>
    </li>
  )
}
