import { sameSecret } from '../adyen/signature'

/** True for a program that sends this secret along; never when there is none. */
export const knowsSecret = (request: Request, secret: string | null): boolean =>
  secret !== null && sameSecret(request.headers.get('authorization') ?? '', `Bearer ${secret}`)
