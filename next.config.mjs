import { fileURLToPath } from 'node:url'
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const developing = process.env.NODE_ENV === 'development'

// These headers are written down when the shop is built, and this file is no part of the server, so it
// reads the setting itself. Built without it, the shop is taken for one that is not live.
const live = process.env.ADYEN_ENVIRONMENT === 'live'

// A preview on Vercel is built without a database too, and every address of it then says what to set.
const isWithoutDatabase = process.env.VERCEL_ENV === 'preview' && !process.env.DATABASE_URL?.trim()

// Browsers ask form-action about every hop that follows a form post: the wallet's pages, and at last its app.
// Cached pages cannot carry a nonce; those with money or people get a stricter policy in proxy.ts.
const cachedPagePolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${developing ? " 'unsafe-eval'" : ''}`,
  `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
  "img-src 'self' data:",
  `connect-src 'self'${developing ? ' ws:' : ''}`,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  `form-action 'self' https: intent: kakaotalk: kakaopay: x-safari-https:${live ? '' : ' http://127.0.0.1:* http://localhost:*'}`,
].join('; ')

const everywhere = {
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Every picture has its size already: nobody needs a door that makes other sizes of anything.
  images: { unoptimized: true },
  allowedDevOrigins: ['127.0.0.1'],
  // Its badge would lie on the button that pays, on a phone. Errors still show.
  devIndicators: false,
  // A webhook must never be answered by a redirect, whatever its address ends with.
  skipTrailingSlashRedirect: true,
  // The title belongs in the head, also without JavaScript: no browser gets it streamed.
  htmlLimitedBots: /.*/,
  // The address of a return holds the redirectResult, that of a mailed link its secret: nobody's to read in a log.
  logging: { incomingRequests: { ignore: [/^\/api\/return\//, /[?&]link=/] } },
  experimental: {
    globalNotFound: true,
    // A page is loaded when it is first asked for: all of them at once were a third of the start, and stayed in memory.
    preloadEntriesOnStart: false,
    // Cached pages stay in memory, where old ones make room: invented addresses cannot fill the disk.
    isrFlushToDisk: false,
  },
  // Only pages of what is not there are kept for a time; once that is over they are not shown any more.
  expireTime: 60,
  headers: async () => [
    { source: '/:path*', headers: asList(everywhere) },
    {
      // The doors and the simulator answer for themselves, and on pages with money or people the header that
      // proxy.ts sets takes the place of this one.
      source: '/((?!api/|simulator(?:/|$)).*)',
      headers: asList({
        'Content-Security-Policy': cachedPagePolicy,
        'Referrer-Policy': 'same-origin',
      }),
    },
    {
      // Their names stay when they change, so nobody may keep them for ever.
      source: '/:kind(fonts|products|og|icons)/:file*',
      headers: asList({
        'Cache-Control': 'public, max-age=604800, stale-while-revalidate=2592000',
      }),
    },
  ],
  redirects: async () => [
    // One for each: what leads to "/:locale" alone, Vercel takes for its own rule about slashes, and sends /ko to /ko for ever.
    { source: '/ko/', destination: '/ko', permanent: true },
    { source: '/en/', destination: '/en', permanent: true },
    { source: '/:locale(ko|en)/:path+/', destination: '/:locale/:path+', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: isWithoutDatabase
      ? [{ source: '/:address((?!_next/)[^.]*)', destination: '/api/-' }]
      : [],
    // Another first segment is no language: it goes where no page is, and not to the page of a language.
    afterFiles: [
      {
        source: '/:first((?!(?:ko|en|api|simulator|admin|_next)(?:/|$))[^/]+)/:rest*',
        destination: '/ko/-',
      },
    ],
    fallback: [],
  }),
}

// Of a server of ours: a host that keeps pages by itself, as Vercel does, is asked for nothing.
const cacheHandler = fileURLToPath(
  new URL('lib/launch/loaded-first/known-pages.mjs', import.meta.url),
)

/** The plugin is for what builds pages; a server that only serves them starts without it. */
export default async function configOf(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return { ...config, cacheHandler }
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./lib/i18n/request.ts')(config)
}
