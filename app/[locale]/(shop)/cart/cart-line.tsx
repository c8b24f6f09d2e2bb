import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import { MOST_OF_ONE } from '@/lib/flows/change-cart'
import type { LineView } from '@/lib/views/cart'
import { SinceThen } from './since-then'

type Props = { readonly locale: Locale; readonly line: LineView }

export async function CartLine({ locale, line }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const product = [line.name, line.option].filter(Boolean).join(', ')
  return (
    <li className="flex gap-4 py-5">
      <Picture
        of={line.slug}
        sizes="6rem"
        className="h-16 w-16 shrink-0 rounded-control bg-sun-soft object-cover sm:h-24 sm:w-24"
      />
      <div className="flex min-w-0 grow flex-col gap-3">
        <div className="flex flex-wrap justify-between gap-x-4">
          <div>
            <a
              href={`/${locale}/products/${line.slug}`}
              className="-my-2 inline-block py-2 font-bold text-lg"
            >
              {line.name}
            </a>
            {line.option && <p>{line.option}</p>}
            <p className="text-quiet text-sm">{t('each', { price: line.price })}</p>
          </div>
          <p className="font-bold">{line.total}</p>
        </div>
        <SinceThen locale={locale} line={line} product={product} />
        <div className="flex flex-wrap items-center gap-2">
          <Step locale={locale} line={line} by="-1" label={t('lessOf', { product })} sign="−" />
          <form method="post" action="/api/cart" className="flex gap-2">
            <CartFields locale={locale} variant={line.variantId} />
            <input
              type="text"
              name="quantity"
              inputMode="numeric"
              pattern="[0-9]*"
              maxLength={4}
              required
              defaultValue={line.quantity}
              // After a change the server's number counts, and not what was typed before.
              key={line.quantity}
              aria-label={t('quantityOf', { product })}
              title={t('quantityHint', { most: MOST_OF_ONE })}
              className="field button-small w-14 px-1 text-center"
            />
            <button
              type="submit"
              aria-label={t('changeOf', { product })}
              className="button-plain button-small"
            >
              {t('change')}
            </button>
          </form>
          <Step locale={locale} line={line} by="1" label={t('moreOf', { product })} sign="+" />
          <form method="post" action="/api/cart" className="ms-auto">
            <CartFields locale={locale} variant={line.variantId} />
            <button
              type="submit"
              name="quantity"
              value="0"
              aria-label={t('removeOf', { product })}
              className="button-plain button-small border-transparent text-quiet underline"
            >
              {t('remove')}
            </button>
          </form>
        </div>
      </div>
    </li>
  )
}

type StepProps = Props & {
  readonly by: '1' | '-1'
  readonly label: string
  readonly sign: string
}

const Step = ({ locale, line, by, label, sign }: StepProps) => (
  <form method="post" action="/api/cart">
    <CartFields locale={locale} variant={line.variantId} />
    <input type="hidden" name="quantity" value={line.quantity} />
    <button
      type="submit"
      name="step"
      value={by}
      aria-label={label}
      className="button-plain button-small w-11 px-0 text-xl"
    >
      {sign}
    </button>
  </form>
)

export const CartFields = ({ locale, variant }: { locale: Locale; variant: string }) => (
  <>
    <input type="hidden" name="variant" value={variant} />
    <input type="hidden" name="locale" value={locale} />
    <input type="hidden" name="intent" value="set" />
  </>
)
