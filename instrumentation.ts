/**
 * Called once when a server starts, before it answers. Refuses to start with wrong settings. A function on Vercel has nothing
 * to wait for: the build made the schema, and what else is needed opens at its first use, which pages from the cache
 * do without.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { isOnVercel } = await import('@/lib/env')
  if (isOnVercel()) return
  const { startShop } = await import('@/lib/launch/start-shop')
  await startShop()
  const { startDeliveries } = await import('@/app/simulator/wiring')
  await startDeliveries()
}
