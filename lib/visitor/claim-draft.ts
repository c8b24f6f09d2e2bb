import { z } from 'zod'
import { formDraft } from './form-draft'

/** What somebody who gives goods back has typed, when it has to be looked at again: their words have no place in a URL. */
const draft = formDraft(
  'norang.claim',
  z.object({ order: z.string(), fields: z.record(z.string(), z.string()) }),
)

export const claimDraft = draft.read

/** The `Set-Cookie` that keeps it, or forgets it. */
export const claimDraftCookie = draft.cookie
