import { foldedNumber } from './text'

const SIX = /(?<![\d-])(\d{3})[ -]?(\d{3})(?![\d-])/g

/** The six digits in what was typed or pasted, such as `863 011` or `인증번호: 863011`; null for none, or for several. */
export function parseCode(typed: string): string | null {
  const text = foldedNumber(typed)
  const alone = text.replace(/[\s.-]/g, '')
  if (/^\d{6}$/.test(alone)) return alone
  const found = new Set([...text.matchAll(SIX)].map(([, first, last]) => `${first}${last}`))
  const [code = null] = found
  return found.size === 1 ? code : null
}

/** True for one of the codes that somebody wrote down for when their authenticator is lost, such as `aB3dE-fG7hI`. */
export const isBackupCode = (code: string): boolean => /^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/.test(code)
