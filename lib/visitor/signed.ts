import { createHmac, timingSafeEqual } from 'node:crypto'

/** A small value that a browser may keep, and nobody without the key can make up or change. It can be read. */
export function signed(value: string, key: Buffer): string {
  const kept = Buffer.from(value).toString('base64url')
  return `${kept}.${signatureOf(kept, key).toString('base64url')}`
}

/** What was signed with this very key, or null for everything else. */
export function readSigned(text: string | null, key: Buffer): string | null {
  const [, kept, signature] = SIGNED.exec(text ?? '') ?? []
  if (kept === undefined || signature === undefined) return null
  const isOurs = timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(kept, key))
  return isOurs ? Buffer.from(kept, 'base64url').toString() : null
}

// 43 characters are the 32 bytes of a SHA-256.
const SIGNED = /^([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]{43})$/

const signatureOf = (kept: string, key: Buffer) => createHmac('sha256', key).update(kept).digest()
