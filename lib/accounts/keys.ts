import { hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '../db/connection'
import { settingOr } from '../db/settings'

/** What a key is for; who learns one key learns no other. */
type Purpose =
  | 'counts'
  | 'unpaid orders'
  | 'codes'
  | 'mailboxes'
  | 'known mailboxes'
  | 'visitors'
  | 'returns'
  | 'act links'
  | 'networks'
  | 'settings'
  | 'desk'
  | 'desk codes'

export type Keys = {
  /** The shop's own secret, as it is set; else made once and kept in the database. */
  secret(): Promise<string>
  /** A key made of it for one purpose. */
  for(purpose: Purpose): Promise<Buffer>
}

/** The name under which it is kept. */
export const SECRET = 'session_secret'

export const keyOf = (secret: string, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `norang ${purpose}`, 32))

export function keysOf(db: Db, given: string | null): Keys {
  const made = new Map<Purpose, Buffer>()
  const fresh = () => randomBytes(32).toString('base64url')
  let kept = given
  // Asked for once: transactions need keys too, and may not ask on another connection than their own.
  const secret = async () => {
    kept ??= await settingOr(db, SECRET, fresh)
    return kept
  }
  return {
    secret,
    async for(purpose) {
      const known = made.get(purpose)
      if (known) return known
      const key = keyOf(await secret(), purpose)
      made.set(purpose, key)
      return key
    },
  }
}
