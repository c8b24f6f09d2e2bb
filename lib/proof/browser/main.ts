import { requireNodeVersion } from '@/lib/launch/node-version'

/* What `npm test` does with the production build: builds it, or plays the stories with it. */

requireNodeVersion()
const [what, ...args] = process.argv.slice(2)
const code = await (what === 'build' ? build() : play()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
process.exit(code)

async function build(): Promise<number> {
  const { listenForStop } = await import('@/lib/launch/stop')
  const { buildIfNeeded } = await import('./production')
  await buildIfNeeded(listenForStop())
  return 0
}

async function play(): Promise<number> {
  if (process.env.E2E_URL) {
    const { playInRunningShop } = await import('./running-shop')
    return playInRunningShop(new URL(process.env.E2E_URL), args)
  }
  const { runInBrowser } = await import('./browser-stage')
  return runInBrowser(args)
}
