import { deps } from '@/lib/deps'
import { isCron } from '@/lib/flows/authorise-cron'
import { workOff } from '@/lib/jobs/work'

const TIME_MS = 50_000
export const maxDuration = 60

export async function GET(request: Request) {
  if (!isCron(deps().cronSecret, request.headers.get('authorization')))
    return Response.json({ error: 'unauthorised' }, { status: 401 })
  return Response.json({ done: await workOff(deps(), TIME_MS) })
}
