import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { LineView } from '@/lib/views/cart/cart'
import { CartFields } from './cart-fields'

type Props = { readonly locale: Locale; readonly line: LineView }

/** One less, a typed number, one more: three forms, so that each button says its own quantity. */
export async function Counter({ locale, line }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const { variantId, quantity, most } = line
  const product = line.spoken
  const step = (to: number, label: string, sign: string) => (
    <form method="post" action="/api/cart">
      <CartFields locale={locale} variant={variantId} />
      <button
        type="submit"
        name="quantity"
        value={to}
        disabled={to < 1 || (to > quantity && to > most)}
        aria-label={label}
        className="inline-flex size-11 items-center justify-center rounded-control border border-edge font-bold text-xl leading-none enabled:hover:bg-sun-soft disabled:cursor-not-allowed disabled:border-line disabled:text-edge"
      >
        <span aria-hidden="true">{sign}</span>
      </button>
    </form>
  )
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
      {step(quantity - 1, t('lessOf', { product }), '−')}
      <form method="post" action="/api/cart" noValidate className="contents">
        <CartFields locale={locale} variant={variantId} />
        <input
          name="quantity"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={quantity}
          // After a change the server's number counts, and not what was typed before.
          key={quantity}
          aria-label={t('quantityOf', { product })}
          className="h-11 w-13 rounded-control border border-transparent text-center font-bold hover:border-edge focus:border-edge"
        />
        <button
          type="submit"
          aria-label={t('changeOf', { product })}
          className="quiet-button order-last"
        >
          {t('change')}
        </button>
      </form>
      {step(quantity + 1, t('moreOf', { product }), '+')}
    </div>
  )
}
