import { deps } from '@/lib/deps'
import { type Received, receiveNotification } from '@/lib/flows/receive-notification'
import { readBody } from '../../body'
import { workAfterwards } from '../../doors'

const LARGEST = 256 * 1024

const answers: Record<Received, [status: number, body: string]> = {
  stored: [202, '[accepted]'],
  unauthorised: [401, 'the signature or the password is wrong\n'],
  malformed: [400, 'not a notification\n'],
}

export async function POST(request: Request) {
  const body = await readBody(request, LARGEST)
  if (body === null) return new Response('too large\n', { status: 413 })
  try {
    const received = await receiveNotification(deps(), body, request.headers.get('authorization'))
    if (received === 'stored') workAfterwards()
    const [status, text] = answers[received]
    return new Response(text, { status })
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps().log('A notification could not be stored', { why })
    return new Response('please send it again\n', { status: 503 })
  }
}
