import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import { MOST_OF_ONE } from '@/lib/flows/change-cart'
import type { LineView } from '@/lib/views/cart'

type Props = { readonly locale: Locale; readonly line: LineView }

export async function CartLine({ locale, line }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const product = line.name
  return (
    <li className="flex gap-4 py-5">
      <Picture
        of={line.slug}
        sizes="6rem"
        className="h-14 w-14 shrink-0 rounded-control bg-sun-soft sm:h-24 sm:w-24"
      />
      <div className="flex min-w-0 grow flex-col gap-3">
        <div className="flex flex-wrap justify-between gap-x-4">
          <div>
            <a
              href={`/${locale}/products/${line.slug}`}
              className="-my-2 inline-block py-2 font-bold text-lg"
            >
              {product}
            </a>
            <p className="text-quiet text-sm">{t('each', { price: line.price })}</p>
          </div>
          <p className="font-bold">{line.total}</p>
        </div>
        {line.onlyLeft !== null && (
          <p className="font-medium text-bad text-sm">
            {line.onlyLeft === 0 ? t('noneLeft') : t('onlyLeft', { count: line.onlyLeft })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <form method="post" action="/api/cart" className="flex flex-wrap gap-2">
            <CartFields locale={locale} variant={line.variantId} />
            <input
              type="number"
              name="quantity"
              inputMode="numeric"
              min="1"
              max={MOST_OF_ONE}
              required
              defaultValue={line.quantity}
              // After a change the server's number counts, and not what was typed before.
              key={line.quantity}
              aria-label={t('quantityOf', { product })}
              className="field button-small w-16"
            />
            <button
              type="submit"
              aria-label={t('changeOf', { product })}
              className="button-plain button-small"
            >
              {t('change')}
            </button>
          </form>
          <form method="post" action="/api/cart">
            <CartFields locale={locale} variant={line.variantId} />
            <button
              type="submit"
              name="quantity"
              value="0"
              aria-label={t('removeOf', { product })}
              className="button-plain button-small"
            >
              {t('remove')}
            </button>
          </form>
        </div>
      </div>
    </li>
  )
}

const CartFields = ({ locale, variant }: { locale: Locale; variant: string }) => (
  <>
    <input type="hidden" name="variant" value={variant} />
    <input type="hidden" name="locale" value={locale} />
    <input type="hidden" name="intent" value="set" />
  </>
)
