import { requireNodeVersion } from '@/lib/launch/node-version'

requireNodeVersion()
const { runInBrowser } = await import('./browser-stage')
const code = await runInBrowser(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
process.exit(code)
