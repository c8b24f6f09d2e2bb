import { deps } from '@/lib/deps'
import { receiveNotification } from '@/lib/flows/notification/receive-notification'
import { readBody } from '../../body'
import { tooLarge } from '../../refusals'
import { routeLimits } from '../../route-limits'
import { answerTo } from './answers'

export async function POST(request: Request) {
  const body = await readBody(request, routeLimits['webhooks/adyen'].bytes)
  if (body === null) return tooLarge()
  return answerTo(() => receiveNotification(deps(), body, request.headers.get('authorization')))
}
