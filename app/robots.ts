import type { MetadataRoute } from 'next'
import { deps } from '@/lib/deps'

// Asked at run time: the public address is not known when the shop is built.
export const dynamic = 'force-dynamic'

const nobodysBusiness = ['cart', 'checkout', 'orders', 'account', 'subscriptions']

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: [
        '/api/',
        '/admin',
        '/simulator',
        ...nobodysBusiness.flatMap((part) => [`/ko/${part}`, `/en/${part}`]),
      ],
    },
    sitemap: `${deps().shop.baseUrl}/sitemap.xml`,
  }
}
