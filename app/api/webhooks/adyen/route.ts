import { deps } from '@/lib/deps'
import { receiveNotification } from '@/lib/flows/notification/receive-notification'
import { readBody } from '../../body'
import { tooLarge } from '../../refusals'
import { routeLimits } from '../../route-limits'
import { answerTo } from './answers'

export async function POST(request: Request) {
  const { bytes, parts } = routeLimits['webhooks/adyen']
  const body = await readBody(request, bytes)
  if (body === null) return tooLarge()
  const authorization = request.headers.get('authorization')
  return answerTo('ADYEN_HMAC_KEYS', () =>
    receiveNotification(deps(), { body, authorization, mostItems: parts }),
  )
}
