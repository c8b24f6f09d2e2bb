import { deps } from '@/lib/deps'
import type { ReceivedNotification } from '@/lib/flows/notification/receive-notification'
import { workAfterwards } from '../../responses'

const answers: Record<ReceivedNotification, [status: number, body: string]> = {
  stored: [202, '[accepted]'],
  unauthorised: [401, 'the signature or the password is wrong\n'],
  malformed: [400, 'not a notification\n'],
  too_many: [413, 'too many at once\n'],
}

/** What Adyen hears. 503 when it could not be stored, so that it is sent again. */
export async function answerTo(receive: () => Promise<ReceivedNotification>): Promise<Response> {
  try {
    const received = await receive()
    if (received === 'stored') workAfterwards()
    const [status, text] = answers[received]
    return new Response(text, { status })
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps().log('A notification could not be stored', { why })
    return new Response('please send it again\n', { status: 503 })
  }
}
