import { deps } from '@/lib/deps'
import { knowsSecret } from '@/lib/flows/knows-secret'
import { forgetAnonymous } from '@/lib/jobs/forget-anonymous'
import { workOff } from '@/lib/jobs/work'

const TIME_MS = 50_000
export const maxDuration = 60

export async function GET(request: Request) {
  if (!knowsSecret(request, deps().cronSecret))
    return Response.json({ error: 'unauthorised' }, { status: 401 })
  const done = await workOff(deps(), TIME_MS)
  await forgetAnonymous(deps())
  return Response.json({ done })
}
