import { tellSimulated } from '@/app/api/responses'
import { renewWindow } from '@/components/window/window-version'
import { deps } from '@/lib/deps'
import { knowsSecret } from '@/lib/flows/knows-secret'
import { forgetAnonymous } from '@/lib/jobs/forget-anonymous'
import { listSome } from '@/lib/jobs/list-orders-again'
import { workOff } from '@/lib/jobs/work'

const TIME_MS = 50_000
export const maxDuration = 60

export async function GET(request: Request) {
  if (!knowsSecret(request, deps().cronSecret))
    return Response.json({ error: 'unauthorised' }, { status: 401 })
  await tellSimulated()
  const done = await workOff(deps(), TIME_MS)
  await forgetAnonymous(deps())
  await listSome(deps())
  if (!deps().hasWorker) await renewWindow()
  return Response.json({ done })
}
