import type { MetadataRoute } from 'next'
import { messagesOf } from '@/lib/i18n/messages'

const { shop, seo } = messagesOf.ko

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: shop.title,
    short_name: shop.name,
    description: seo.manifest,
    lang: 'ko',
    start_url: '/',
    display: 'browser',
    background_color: '#fffbf0',
    theme_color: '#ffc91f',
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/512-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
