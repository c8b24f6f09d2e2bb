import { deps } from '@/lib/deps'
import { healthView } from '@/lib/views/health'

export const dynamic = 'force-dynamic'

export async function GET() {
  const health = await healthView(deps().db, deps().clock.now)
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
