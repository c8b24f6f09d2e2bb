import { z } from 'zod'
import { formDraft } from './form-draft'

/** What somebody who looks for an order has typed, when it has to be looked at again. */
const draft = formDraft('norang.find', z.object({ number: z.string(), email: z.string() }))

export const findDraft = draft.read

/** The `Set-Cookie` that keeps it, or forgets it. */
export const findDraftCookie = draft.cookie
