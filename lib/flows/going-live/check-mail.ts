import { mailWords as words } from '@/lib/i18n/going-live/mail-words'
import { type Finding, good, unseen, wrong, wrongWhenLive } from './finding'
import type { MailNamesSeen, TextsSeen } from './see-names'
import type { ShopSettings } from './shop-settings'

/** What the mail server said; null: none is set. */
export type MailServerSeen =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'silent'; readonly why: string }
  | null

/** Whether letters leave, and are taken for the shop's. `names`: null where they come from no domain. */
export const checkMail = (
  settings: ShopSettings,
  server: MailServerSeen,
  names: MailNamesSeen | null,
): Finding[] => [
  checkServer(settings, server),
  ...checkNames(senderDomain(settings), names),
  unseen('dkim', words.dkim),
]

function checkServer({ smtpUrl, adyen }: ShopSettings, server: MailServerSeen): Finding {
  if (smtpUrl === null || server === null)
    return wrongWhenLive(adyen.environment)('mail', words.unset)
  const { host } = new URL(smtpUrl)
  switch (server.kind) {
    case 'taken':
      return good('mail', words.taken(host))
    case 'refused':
    case 'silent':
      return wrong('mail', words[server.kind](host, server.why))
  }
}

/** The domain that letters say they are from; null: none that the internet knows. */
export function senderDomain({ mailFrom }: Pick<ShopSettings, 'mailFrom'>): string | null {
  const domain = /@([^@>\s]+)>?$/.exec(mailFrom)?.[1]?.toLowerCase() ?? ''
  return /\.[a-z][a-z0-9-]*$/.test(domain) ? domain : null
}

function checkNames(domain: string | null, names: MailNamesSeen | null): Finding[] {
  if (domain === null || names === null)
    return [unseen('spf', words.no_domain), unseen('dmarc', words.no_domain)]
  return [checkSpf(domain, names.spf), checkDmarc(names.dmarc)]
}

function checkSpf(domain: string, texts: TextsSeen): Finding {
  if (texts === null) return unseen('spf', words.dns_silent(domain))
  const [record, ...others] = texts.filter((text) => /^v=spf1( |$)/i.test(text))
  if (record === undefined) return wrong('spf', words.spf_missing(domain))
  if (others.length > 0) return wrong('spf', words.spf_twice(domain))
  return /\s\+?all\b/i.test(record)
    ? wrong('spf', words.spf_open(domain))
    : good('spf', words.spf_right(domain))
}

function checkDmarc({ name, texts }: MailNamesSeen['dmarc']): Finding {
  if (texts === null) return unseen('dmarc', words.dns_silent(name))
  if (texts.length === 0) return wrong('dmarc', words.dmarc_missing(name))
  const [record = '', ...others] = texts.filter((text) => /^v=DMARC1\b/i.test(text))
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)\b/i.exec(record)?.[1]
  return policy === undefined || others.length > 0
    ? wrong('dmarc', words.dmarc_broken(name))
    : good('dmarc', words.dmarc_right(name, policy.toLowerCase()))
}
