import type { z } from 'zod'
import { parseJson } from '../core/json'
import { cookie, forgetCookie, setCookie } from './cookie'

const A_QUARTER_IN_SECONDS = 15 * 60

/**
 * What was typed into a form, kept in the browser until it is right: an address has no place in a URL, and whoever
 * has not signed in has no place in the database.
 */
export const formDraft = <Draft>(name: string, schema: z.ZodType<Draft>) => ({
  /** Null: nothing is kept. */
  async read(): Promise<Draft | null> {
    const kept = await cookie(name)
    if (kept === null) return null
    return schema.safeParse(parseJson(Buffer.from(kept, 'base64url').toString())).data ?? null
  },

  /** The `Set-Cookie` that keeps a draft, or forgets it when there is none. */
  cookie: (kept: Draft | null): string =>
    kept
      ? setCookie(
          name,
          Buffer.from(JSON.stringify(kept)).toString('base64url'),
          A_QUARTER_IN_SECONDS,
        )
      : forgetCookie(name),
})
