import { z } from 'zod'
import { ownPath } from '../core/own-path'
import { formDraft } from './form-draft'

/** What somebody who is signing in has typed so far, and where they want to go on to. */
export type SignInDraft = { readonly email: string; readonly next: string | null }

const nobody: SignInDraft = { email: '', next: null }

const draft = formDraft<SignInDraft>(
  'norang.sign_in',
  z.object({ email: z.string(), next: z.string().nullable().transform(ownPath) }),
)

export const signInDraft = async (): Promise<SignInDraft> => (await draft.read()) ?? nobody

/** The `Set-Cookie` that keeps a draft, or forgets it when there is none. */
export const signInDraftCookie = draft.cookie
