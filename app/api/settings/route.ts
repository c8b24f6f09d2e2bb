import { deps } from '@/lib/deps'

export const dynamic = 'force-dynamic'

/** What this process goes by, for a doctor beside it: as digests under a key of the shop's, which say nothing to others. */
export async function GET() {
  const said = await deps().saidSettings()
  return Response.json(said, { headers: { 'Cache-Control': 'no-store' } })
}
