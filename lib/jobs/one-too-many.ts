import { mailboxOf } from '../core/mailbox'
import type { Limiter } from '../db/limits'
import type { Log } from '../flows/deps'

type Deps = { readonly limiter: Limiter | null; readonly log: Log }

/**
 * Whether a mailbox has had so many of these letters that this one is left out: those that cost nothing to have mailed,
 * to an address that anybody can type. Never one about money that came or went. Whoever asks does so once for a letter.
 */
export async function isOneTooMany(
  { limiter, log }: Deps,
  what: 'bad_news' | 'leaving' | 'claiming',
  recipient: string,
): Promise<boolean> {
  if (limiter === null) return false
  const mailbox = mailboxOf(recipient)
  const asker = { network: null, mailbox, browser: null, letter: null }
  const wait = await limiter.take(what, asker)
  if (wait !== null) log('A letter was left out: its mailbox has had enough like it', { what })
  return wait !== null
}
