import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Signs in whoever has proven to *us* that a mailbox is theirs; the first time it makes their account. It has no
 * address: only our own code can call it.
 */
export const provenMailbox = {
  id: 'proven-mailbox',
  endpoints: {
    signInProven: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ email: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const { email } = context.body
        const find = async () => (await internalAdapter.findUserByEmail(email))?.user
        const fresh = { email, emailVerified: true, name: '' }
        const user =
          (await find()) ??
          (await internalAdapter
            .createUser(fresh, { method: 'proven-mailbox' })
            .catch(async (error) => {
              // Another browser of the same person was first.
              const made = await find()
              if (made) return made
              throw error
            }))
        // Nobody else makes users, so what an unproven one had collected need not be taken away from it first.
        if (!user.emailVerified) throw new Error('a user whose address was never proven')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ user: user.id })
      },
    ),
  },
} satisfies BetterAuthPlugin
