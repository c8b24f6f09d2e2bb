import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { instant, laterBy, MINUTE } from '../core/ids'
import type { Db } from '../db/connection'
import { countGuess, endChallenge, isSpent, storeChallenge } from '../db/people/challenges'
import type { Keys } from './keys'

/** How long a mailed code works, as its letter says. */
const WORKS_FOR = 10 * MINUTE
/** How many codes the browser that asked may try. Others have challenges of their own to guess at. */
const MOST_GUESSES = 5

type Wiring = {
  readonly db: Db
  readonly clock: { now(): Promise<number> }
  readonly keys: Keys
  readonly newKey: () => string
  /** A code of one door opens no other. */
  readonly purpose: 'codes' | 'desk codes'
}

type Answer = { readonly challenge: string; readonly email: string; readonly code: string }

/**
 * A code goes to the mailbox, and an unguessable challenge to the browser that asked: only both together sign in. So a
 * stranger can ask for a code to somebody's mailbox, but neither spend nor replace the one that its owner asked for.
 */
export function challengesOn({ db, clock, keys, newKey, purpose }: Wiring) {
  const codeOf = async ({ challenge, email, code }: Answer) =>
    createHmac('sha256', await keys.for(purpose))
      .update(`${challenge} ${email} ${code}`)
      .digest()

  return {
    async make(email: string): Promise<Answer> {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const made = { challenge: newKey(), email, code }
      const now = instant(await clock.now())
      const row = {
        id: fingerprint(made.challenge),
        code: (await codeOf(made)).toString('base64url'),
        expiresAt: new Date(laterBy(now, WORKS_FOR)),
      }
      await storeChallenge(db, row, new Date(now))
      return made
    },

    async meet(answer: Answer): Promise<'met' | 'wrong' | 'spent'> {
      const id = fingerprint(answer.challenge)
      const guess = { id, now: new Date(await clock.now()), most: MOST_GUESSES }
      const kept = await countGuess(db, guess)
      if (kept === null) return (await isSpent(db, guess)) ? 'spent' : 'wrong'
      if (timingSafeEqual(Buffer.from(kept.code, 'base64url'), await codeOf(answer)))
        return (await endChallenge(db, id)) ? 'met' : 'wrong'
      return kept.tries < MOST_GUESSES ? 'wrong' : 'spent'
    },
  }
}

const fingerprint = (challenge: string) =>
  createHash('sha256').update(challenge).digest('base64url')
