import { deps } from '@/lib/deps'
import type { ReceivedNotification, Refused } from '@/lib/flows/notification/receive-notification'
import { workAfterwards } from '../../responses'

// Which of the two it was is for whoever reads the log, and not for whoever knocks.
const refused = [401, 'the signature or the password is wrong\n'] as const
const answers: Record<ReceivedNotification, readonly [status: number, body: string]> = {
  stored: [202, '[accepted]'],
  wrong_user: refused,
  wrong_signature: refused,
  malformed: [400, 'not a notification\n'],
  too_many: [413, 'too many at once\n'],
}

/** Which webhook a door is for, by the setting with its keys. */
type Keys = 'ADYEN_HMAC_KEYS' | 'ADYEN_TOKEN_HMAC_KEYS'

/** What Adyen hears. 503 when it could not be stored, so that it is sent again. */
export async function answerTo(
  keys: Keys,
  receive: () => Promise<ReceivedNotification>,
): Promise<Response> {
  try {
    const received = await receive()
    if (received === 'stored') workAfterwards()
    if (received === 'wrong_user' || received === 'wrong_signature') sayRefused(keys, received)
    const [status, text] = answers[received]
    return new Response(text, { status })
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps().log('A notification could not be stored', { why })
    return new Response('please send it again\n', { status: 503 })
  }
}

const why: Record<Refused, (keys: Keys) => string> = {
  wrong_user: () =>
    'its Basic auth is not that of ADYEN_WEBHOOK_USERNAME and ADYEN_WEBHOOK_PASSWORD',
  wrong_signature: (keys) =>
    `it is not signed with a key of ${keys}; each webhook has a key of its own, and one that was changed counts after a start`,
}

/** For whoever sets webhooks up. A stranger who knocks all day gets a line a minute. */
function sayRefused(keys: Keys, reason: Refused): void {
  const { log, maySay } = deps()
  const others = maySay(`${keys} ${reason}`)
  if (others === null) return
  const webhook = keys === 'ADYEN_HMAC_KEYS' ? 'standard' : 'tokens'
  log(`A webhook was refused: ${why[reason](keys)}`, { webhook, reason, others })
}
