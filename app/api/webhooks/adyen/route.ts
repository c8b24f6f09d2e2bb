import { deps } from '@/lib/deps'
import { receiveNotification } from '@/lib/flows/notification/receive-notification'
import { readBody } from '../../body'
import { answerTo, LARGEST_NOTIFICATION } from './answers'

export async function POST(request: Request) {
  const body = await readBody(request, LARGEST_NOTIFICATION)
  if (body === null) return new Response('too large\n', { status: 413 })
  return answerTo(() => receiveNotification(deps(), body, request.headers.get('authorization')))
}
