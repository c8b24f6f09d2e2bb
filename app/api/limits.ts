import type { Locale } from '@/lib/core/locale'
import { mailboxOf } from '@/lib/core/mailbox'
import { deps, type Limited } from '@/lib/deps'
import type { MayMail } from '@/lib/flows/deps'
import { browserKnownTo } from '@/lib/visitor/known-mailboxes'
import { networkOf } from '@/lib/visitor/network'
import { uncountedPage, waitPage } from './refusals'

type Asker = {
  readonly request: Request
  /** Whose mailbox it is about, where there is one. */
  readonly email: string | null
}

/**
 * Null when it may go on. Else the answer: a page that says when to try again, in the reader's language. What becomes of
 * whom nobody can count stands with the limits themselves.
 */
export async function tooOften(
  what: Limited,
  { request, email, locale }: Asker & { readonly locale: Locale },
): Promise<Response | null> {
  const wait = await secondsToWait(what, { request, email, letter: null })
  if (wait === null) return null
  return wait === 'uncounted' ? uncountedPage(request, locale) : waitPage(wait, request, locale)
}

/** Counts a letter once a flow knows that it would be mailed: whether it may be. The browser learns nothing of it. */
export const mayMail =
  (what: 'order_link' | 'act_link', asker: Asker): MayMail =>
  async ({ letter, isPaidFor }) =>
    (await secondsToWait(isPaidFor ? `paid_${what}` : what, { ...asker, letter })) === null

/** The same on a page, which nobody posts to: whether somebody has looked for addresses too often. */
export const searchedTooOften = async (headers: Headers): Promise<boolean> => {
  const request = new Request('http://localhost/', { headers: new Headers(headers) })
  return (await secondsToWait('address', { request, email: null, letter: null })) !== null
}

async function secondsToWait(
  what: Limited,
  { request, email, letter }: Asker & { readonly letter: string | null },
): Promise<number | 'uncounted' | null> {
  const { limiter, trustProxy, log } = deps()
  if (limiter === null) return null
  try {
    return await limiter.take(what, {
      network: networkOf(request.headers, trustProxy),
      mailbox: email === null ? null : mailboxOf(email),
      browser: email === null ? null : await browserKnownTo(request, email),
      letter,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    log('A limit could not be counted', { what, why })
    return limiter.passesUncounted(what) ? null : 'uncounted'
  }
}
