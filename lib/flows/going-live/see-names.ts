import type { Resolver } from 'node:dns/promises'
import type { HostSeen } from './check-account'

/** What the DNS is asked by; a test puts one of its own in its place. */
export type Names = Pick<Resolver, 'resolveTxt' | 'resolve4'>

/** Text records of a name; null: the DNS did not answer. */
export type TextsSeen = readonly string[] | null
export type MailNamesSeen = {
  readonly spf: TextsSeen
  /** Of the name itself, or of the nearest above it that has any. */
  readonly dmarc: { readonly name: string; readonly texts: TextsSeen }
}

/** Whether letters of a domain are told to be its own. */
export async function seeMailNames(names: Names, domain: string): Promise<MailNamesSeen> {
  const spf = await textsOf(names, domain)
  const own = `_dmarc.${domain}`
  for (const name of [own, ...above(domain).map((parent) => `_dmarc.${parent}`)]) {
    const texts = await textsOf(names, name)
    if (texts === null || texts.length > 0) return { spf, dmarc: { name, texts } }
  }
  return { spf, dmarc: { name: own, texts: [] } }
}

/** `a.shop.example` has `shop.example` above it; what has one part is nobody's. */
function above(domain: string): string[] {
  const parts = domain.split('.')
  return parts.slice(1, -1).map((_, index) => parts.slice(index + 1).join('.'))
}

/** Whether there is a host of this name. */
export async function seeHost(names: Names, host: string | null): Promise<HostSeen> {
  if (host === null) return 'unseen'
  try {
    await names.resolve4(host)
    return 'there'
  } catch (error) {
    return isAbsent(error) ? 'missing' : 'unseen'
  }
}

async function textsOf(names: Names, name: string): Promise<TextsSeen> {
  try {
    // A long record comes in pieces.
    return (await names.resolveTxt(name)).map((pieces) => pieces.join(''))
  } catch (error) {
    return isAbsent(error) ? [] : null
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ENOTFOUND|ENODATA)$/.test(String(error.code))
