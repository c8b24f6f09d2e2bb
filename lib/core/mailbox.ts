/**
 * The mailbox that letters to an address end up in, for counting only: addresses that look like many are one to its
 * owner. What follows a plus is a tag of the owner's wherever tags are known at all; what else is ignored differs.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const written = address.slice(at + 1)
  const host = sameAs.get(written) ?? written
  const [name = ''] = address.slice(0, at).split(beforeTag.get(host) ?? '+')
  return `${name.replaceAll(ignored.get(host) ?? NOTHING, '')}@${host}`
}

const sameAs: ReadonlyMap<string, string> = new Map([
  ['googlemail.com', 'gmail.com'],
  ['proton.me', 'protonmail.com'],
  ['pm.me', 'protonmail.com'],
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
])

const beforeTag: ReadonlyMap<string, string> = new Map([['yahoo.com', '-']])

const NOTHING = /(?!)/g
const ignored: ReadonlyMap<string, RegExp> = new Map([
  ['gmail.com', /\./g],
  ['protonmail.com', /[._-]/g],
])
