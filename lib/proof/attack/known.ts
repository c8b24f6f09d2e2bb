import type { Random } from '@/lib/proof/simulation/random'

/** What an attacker may know: an order and a subscription that exist, and the links that their shopper holds. */
export type KnownToAttacker = {
  readonly order: string
  readonly returnToken: string
  readonly subscription: string
  /** One of the owner's sessions, and the saved wallet, as a page of theirs names them. */
  readonly session: string
  readonly wallet: string
  /** Whose order it is, and the cookies that only their browser has. */
  readonly visitor: string
  readonly cookie: string
  /** The cookie of an account of the attacker's own. */
  readonly ownAccount: string
  readonly checkout: string
  /** The webhook's password, so that the signature is all that is left. */
  readonly authorization: string
  /** A notification about it, with a signature that is right. */
  readonly notification: Record<string, unknown>
}

export type Attack = { readonly name: string; readonly send: () => Promise<Response> }

type Texts = Readonly<Record<string, string>>
export type Door = (request: Request, context: { params: Promise<Texts> }) => Promise<Response>

export const post = (door: Door, headers: Texts, body: string, params: Texts) =>
  door(new Request('http://localhost/', { method: 'POST', headers, body }), {
    params: Promise.resolve(params),
  })

export function get(door: Door, query: string, params: Texts): Promise<Response> {
  const url = new URL('http://localhost/')
  url.search = query
  return door(new Request(url), { params: Promise.resolve(params) })
}

/** Somewhere up to the most, and often enough all of it. */
export const sizeUpTo = (most: number, random: Random): number =>
  random.once(2) ? most : random.below(most + 1)
