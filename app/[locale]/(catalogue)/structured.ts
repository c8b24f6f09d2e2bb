import type { ProductView } from '@/lib/views/catalogue'

const SCHEMA = 'https://schema.org'

/** The shop itself, in the words of schema.org. */
export const organisation = (baseUrl: string, name: string) => ({
  '@context': SCHEMA,
  '@type': 'Organization',
  name,
  url: baseUrl,
  logo: `${baseUrl}/icons/512.png`,
})

/** One offer for each that can be chosen. `page` is the full address of the product's page. */
export const productOn = (page: string, product: ProductView) => ({
  '@context': SCHEMA,
  '@type': 'Product',
  name: product.name,
  description: product.description,
  sku: product.id,
  url: page,
  image: new URL(`/og/${product.slug}.jpg`, page).href,
  offers: product.variants.map(({ id, option, minor, soldOut }) => ({
    '@type': 'Offer',
    sku: id,
    name: option || product.name,
    url: page,
    price: minor,
    priceCurrency: 'KRW',
    availability: `${SCHEMA}/${soldOut ? 'OutOfStock' : 'InStock'}`,
  })),
})

type Step = { readonly name: string; readonly url: string }

export const breadcrumb = (steps: readonly Step[]) => ({
  '@context': SCHEMA,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url,
  })),
})
