import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

// Adyen leaves out what is easily misread or spells words.
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ23456789'
const ENDINGS = ['82', '75', '65', '50']

/** Modern ones are letters and end in digits; old accounts have sixteen digits. */
export function newPspReference(style: 'modern' | 'digits' = 'modern'): string {
  if (style === 'digits') return `8${Array.from({ length: 15 }, () => randomInt(10)).join('')}`
  const letters = Array.from({ length: 14 }, () => ALPHABET[randomInt(ALPHABET.length)])
  return `${letters.join('')}${ENDINGS[randomInt(ENDINGS.length)]}`
}

/** The secret end of the short address in the QR code. */
export const newPhoneCode = () => randomBytes(12).toString('base64url')

/** What the address of the wallet page carries. Long and with characters that must be encoded. */
export const newRedirectData = () => `X6XtfGC3!${bytesAsBase64(180)}`

/** Two to four kilobytes, always with padding, as the real one; nothing can be read from it. */
export const newRedirectResult = () => `X6XtfGC3!${bytesAsBase64(1600 + randomInt(400) * 3)}`

/** A count that leaves one byte over three gives `==` at the end; + and / are drawn until both are there. */
function bytesAsBase64(count: number): string {
  const length = count - (count % 3) + 1
  for (;;) {
    const text = randomBytes(length).toString('base64')
    if (text.includes('+') && text.includes('/')) return text
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Constant time, whatever the lengths. */
export const sameSecret = (given: string, expected: string) =>
  timingSafeEqual(digest(given), digest(expected))
