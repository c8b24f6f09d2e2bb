import { requireNodeVersion } from '@/lib/launch/node-version'

/* `npm run e2e -- --engine firefox`: six stories in that engine, which is installed where that can be done. */

requireNodeVersion()
const { playInEngine } = await import('./play-in-engine')
const code = await playInEngine(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
process.exit(code)
