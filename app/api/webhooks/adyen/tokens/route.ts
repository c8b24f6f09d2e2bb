import { deps } from '@/lib/deps'
import { receiveTokenNotification } from '@/lib/flows/notification/receive-token-notification'
import { readBody } from '../../../body'
import { tooLarge } from '../../../refusals'
import { routeLimits } from '../../../route-limits'
import { answerTo } from '../answers'

/** The notifications about the life of tokens: another webhook of Adyen's, with keys of its own. */
export async function POST(request: Request) {
  const body = await readBody(request, routeLimits['webhooks/adyen/tokens'].bytes)
  if (body === null) return tooLarge()
  const { headers } = request
  return answerTo('ADYEN_TOKEN_HMAC_KEYS', () =>
    receiveTokenNotification(deps(), body, {
      authorization: headers.get('authorization'),
      signature: headers.get('hmacsignature'),
    }),
  )
}
