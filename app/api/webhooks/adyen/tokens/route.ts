import { deps } from '@/lib/deps'
import { receiveTokenNotification } from '@/lib/flows/notification/receive-token-notification'
import { readBody } from '../../../body'
import { answerTo, LARGEST_NOTIFICATION } from '../answers'

/** The notifications about the life of tokens: another webhook of Adyen's, with keys of its own. */
export async function POST(request: Request) {
  const body = await readBody(request, LARGEST_NOTIFICATION)
  if (body === null) return new Response('too large\n', { status: 413 })
  const { headers } = request
  return answerTo(() =>
    receiveTokenNotification(deps(), body, {
      authorization: headers.get('authorization'),
      signature: headers.get('hmacsignature'),
    }),
  )
}
