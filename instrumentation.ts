/** Called once when a server starts, before it answers. Refuses to start with wrong settings. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startShop } = await import('@/lib/launch/start-shop')
  await startShop()
  const { startDeliveries } = await import('@/app/simulator/wiring')
  await startDeliveries()
}
