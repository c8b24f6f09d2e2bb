import type { Locale } from '@/lib/core/locale'
import { mailboxOf } from '@/lib/core/mailbox'
import { deps, type Limited } from '@/lib/deps'
import { browserKnownTo } from '@/lib/visitor/known-mailboxes'
import { networkOf } from '@/lib/visitor/network'
import { uncountedPage, waitPage } from './refusals'

type Asker = {
  readonly request: Request
  readonly locale: Locale
  /** Whose mailbox it is about, where there is one. */
  readonly email: string | null
}

/**
 * Null when it may go on. Else the answer: a page that says when to try again, in the reader's language. What becomes of
 * whom nobody can count stands with the limits themselves.
 */
export async function tooOften(
  what: Limited,
  { request, locale, email }: Asker,
): Promise<Response | null> {
  const { limiter, trustProxy, log } = deps()
  if (limiter === null) return null
  try {
    const wait = await limiter.take(what, {
      network: networkOf(request.headers, trustProxy),
      mailbox: email === null ? null : mailboxOf(email),
      browser: email === null ? null : await browserKnownTo(request, email),
    })
    return wait === null ? null : waitPage(wait, request, locale)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    log('A limit could not be counted', { what, why })
    return limiter.passesUncounted(what) ? null : uncountedPage(request, locale)
  }
}
