import { z } from 'zod'
import { parseJson } from '../core/json'
import { ownPath } from '../core/own-path'
import { cookie, forgetCookie, setCookie } from './cookie'

const COOKIE = 'norang.sign_in'
const A_QUARTER_IN_SECONDS = 15 * 60

/** What somebody who is signing in has typed so far, and where they want to go on to. */
export type SignInDraft = { readonly email: string; readonly next: string | null }

const nobody: SignInDraft = { email: '', next: null }

const draft = z.object({
  email: z.string().max(200),
  next: z.string().nullable().transform(ownPath),
})

/**
 * Kept in the browser between the two forms of the sign-in: an address has no place in a URL, and whoever
 * has not signed in has no place in the database.
 */
export async function signInDraft(): Promise<SignInDraft> {
  const kept = await cookie(COOKIE)
  if (kept === null) return nobody
  return draft.safeParse(parseJson(Buffer.from(kept, 'base64url').toString())).data ?? nobody
}

/** The `Set-Cookie` that keeps a draft, or forgets it when there is none. */
export const signInDraftCookie = (kept: SignInDraft | null): string =>
  kept
    ? setCookie(
        COOKIE,
        Buffer.from(JSON.stringify(kept)).toString('base64url'),
        A_QUARTER_IN_SECONDS,
      )
    : forgetCookie(COOKIE)
