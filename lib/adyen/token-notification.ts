import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type ShopperId, shopperId, type TokenId, tokenId } from '../core/ids'
import { parseStored } from './notification'
import { sameSecret } from './signature'

/** The notifications about the life of a token. They have another shape, another door and other keys. */
const life = z.looseObject({
  type: z.string(),
  environment: z.string(),
  eventId: z.string().optional(),
  data: z.looseObject({
    merchantAccount: z.string(),
    shopperReference: z.string(),
    storedPaymentMethodId: z.string().min(1),
    type: z.string().optional(),
  }),
})

export type TokenNews = {
  readonly kind: 'known' | 'gone' | 'no_consequence'
  readonly token: TokenId
  readonly shopper: ShopperId
  readonly method: string
  readonly merchantAccount: string
  readonly live: boolean
}

/** How the inbox tells these from the standard ones. */
export const TOKEN_EVENTS = 'recurring.token.'

const kinds: Readonly<Record<string, TokenNews['kind']>> = {
  'recurring.token.created': 'known',
  'recurring.token.updated': 'known',
  'recurring.token.alreadyExisting': 'known',
  'recurring.token.disabled': 'gone',
}

/** The event's name, for the inbox, whatever else it says; null for what has none. */
export function tokenEventOf(body: unknown): string | null {
  const type = z.object({ type: z.string().min(1) }).safeParse(body).data?.type
  if (type === undefined) return null
  return type.startsWith(TOKEN_EVENTS) ? type : `${TOKEN_EVENTS}other`
}

/** From Adyen's words to ours. A type that we do not know has no consequence; null is one without its fields. */
export function tokenNewsOf(text: string): TokenNews | null {
  const news = life.safeParse(parseStored(text))
  if (!news.success) return null
  const { type, environment, data } = news.data
  return {
    kind: kinds[type] ?? 'no_consequence',
    token: tokenId(data.storedPaymentMethodId),
    shopper: shopperId(data.shopperReference),
    method: data.type ?? '',
    merchantAccount: data.merchantAccount,
    live: environment === 'live',
  }
}

/** Signed in the header `hmacsignature`, over the body as it came. True when one of the keys made it. */
export function isSignedBody(
  body: string,
  given: string | null,
  hexKeys: readonly string[],
): boolean {
  if (given === null) return false
  const wanted = (key: string) =>
    createHmac('sha256', Buffer.from(key, 'hex')).update(body, 'utf8').digest('base64')
  // Every key is tried, so that the time taken does not tell which one fits.
  return hexKeys.map((key) => sameSecret(given, wanted(key))).includes(true)
}
