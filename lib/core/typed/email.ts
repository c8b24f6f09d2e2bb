import { folded } from './text'

const MAILBOX = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/

/**
 * The address in what was typed, also out of `mailto:` or `Kim <kim@example.com>`. Its host is written as machines write
 * it (`.한국` is `.xn--3e0b707e`), which is how some browsers send it: so it is one however it was typed, and every mail
 * server takes it. Null for what mail cannot be sent to.
 */
export function parseEmail(typed: string): string | null {
  const text = folded(typed).replace(/ ?@ ?/, '@')
  const address = (/<([^<>]+)>$/.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .replace(/(?<![.,;])[.,;]+$/, '')
  const at = address.lastIndexOf('@')
  const mailbox = address.slice(0, Math.max(at, 0))
  const host = hostOf(address.slice(at + 1))
  if (host === null || mailbox.length > 64 || !MAILBOX.test(mailbox)) return null
  return `${mailbox}@${host}`
}

/** In letters of ASCII, or null when it cannot be the name of a host. */
function hostOf(name: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.。-]+$/u.test(name) || !URL.canParse(`http://${name}`)) return null
  const { hostname } = new URL(`http://${name}`)
  return HOST.test(hostname) ? hostname : null
}
