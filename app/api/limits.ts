import type { Locale } from '@/lib/core/locale'
import { deps, type Limited } from '@/lib/deps'
import { networkOf } from '@/lib/visitor/network'
import { waitPage } from './refusals'

/**
 * Null when it may go on. Else the answer: a page that says how long to wait, in the reader's language. What
 * cannot be counted is let through: a shop that sells is worth more than one that counts.
 */
export async function tooOften(
  { request, locale }: { readonly request: Request; readonly locale: Locale },
  what: Limited | null,
  subject: string | null,
): Promise<Response | null> {
  const { takeLimit, trustProxy, log } = deps()
  if (takeLimit === null || what === null) return null
  try {
    const wait = await takeLimit(what, { address: networkOf(request.headers, trustProxy), subject })
    return wait === null ? null : waitPage(wait, locale)
  } catch (error) {
    log('A limit could not be counted', { what, why: error instanceof Error ? error.message : '' })
    return null
  }
}
