import { domainToUnicode } from 'node:url'

/** An address as people write it: its host is kept as machines do (`.xn--3e0b707e` is `.한국`). */
export function readableEmail(email: string): string {
  const at = email.lastIndexOf('@') + 1
  return email.slice(0, at) + domainToUnicode(email.slice(at))
}
