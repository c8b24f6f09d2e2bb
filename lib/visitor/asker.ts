import type { BrowserAsker } from '../core/asker'
import { cameBackFor, cameBackForOf } from './came-back'
import { signedIn, signedInOf, visitor, visitorOf } from './visitor'

/** Who asks for a page, by all that the browser can show; `link` is the secret of a mailed link, if there is one. */
export const asker = async (link: string | null = null): Promise<BrowserAsker> => ({
  kind: 'browser',
  visitor: await visitor(),
  shopper: (await signedIn())?.shopper ?? null,
  cameBackFor: await cameBackFor(),
  link,
})

/** The same at a door, from the request itself. */
export const askerOf = async (
  request: Request,
  link: string | null = null,
): Promise<BrowserAsker> => ({
  kind: 'browser',
  visitor: await visitorOf(request),
  shopper: (await signedInOf(request))?.shopper ?? null,
  cameBackFor: await cameBackForOf(request),
  link,
})
