import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import type { ProductView } from '@/lib/views/catalogue'

type Props = {
  readonly locale: Locale
  readonly products: readonly ProductView[]
  /** The level of the names below the page's own headings. */
  readonly level: 2 | 3
  /** The first one takes the room of four. */
  readonly big?: boolean
  /** Pictures of the first row are asked for at once. */
  readonly first?: true
}

export function ProductList({ locale, products, level, big, first }: Props) {
  const columns = products.length === 3 ? 'lg:grid-cols-3' : 'lg:grid-cols-4'
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 sm:gap-y-10 ${columns}`}>
      {products.map((product, place) => {
        const isBig = big === true && place === 0
        return (
          <li key={product.id} className={isBig ? 'shelf-big col-span-2 lg:row-span-2' : undefined}>
            <ProductCard
              locale={locale}
              product={product}
              level={level}
              sizes={isBig ? '(width >= 64rem) 36rem, 92vw' : '(width >= 64rem) 23rem, 46vw'}
              first={first === true && place < 2}
            />
          </li>
        )
      })}
    </ul>
  )
}

type CardProps = Pick<Props, 'locale' | 'level'> & {
  readonly product: ProductView
  readonly sizes: string
  readonly first: boolean
}

async function ProductCard({ locale, product, level, sizes, first }: CardProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const Name = level === 2 ? 'h2' : 'h3'
  return (
    <a href={`/${locale}/products/${product.slug}`} className="shelf-card">
      <div className="shelf-picture">
        <Picture
          of={product.slug}
          sizes={sizes}
          className="picture"
          {...(first && { first: true })}
        />
        {product.soldOut && (
          <span className="absolute start-3 top-3 rounded-full bg-ink px-3 py-1 font-semibold text-paper text-sm">
            {t('soldOutShort')}
          </span>
        )}
      </div>
      <div className="flex flex-col gap-0.5">
        <Name className="font-semibold text-lg leading-snug">
          <span className="shelf-name">{product.name}</span>
        </Name>
        <span className="text-quiet tabular-nums">
          {product.from ? t('from', { price: product.price }) : product.price}
        </span>
      </div>
    </a>
  )
}
