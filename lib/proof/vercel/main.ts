import { requireNodeVersion } from '@/lib/launch/node-version'

/* `npm run e2e -- --vercel`: stories in the output of `vercel build`. */

requireNodeVersion()
const { playOnVercel } = await import('./play-on-vercel')
const code = await playOnVercel(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
process.exit(code)
