import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { statusView } from '@/lib/views/order'
import { notFoundJson } from '../../refusals'
import { workAfterwards } from '../../responses'

type Context = { params: Promise<{ order: string }> }

export async function GET(_request: Request, { params }: Context) {
  const id = parseOrderId((await params).order)
  const view = id && (await statusView(deps().db, id))
  if (!view) return notFoundJson()
  // Where no worker stays, whoever waits for an order keeps the shop working.
  if (!deps().hasWorker) workAfterwards()
  return Response.json(view, { headers: { 'Cache-Control': 'no-store' } })
}
