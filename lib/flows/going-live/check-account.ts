import { accountWords as words } from '@/lib/i18n/going-live/account-words'
import type { AdyenSeen } from './adyen-seen'
import { type Finding, good, unseen, wrong } from './finding'
import { type FirstToMend, firstToMend, isCompany, wordsOfUnseen } from './first-to-mend'
import type { ShopSettings } from './shop-settings'

const ACCOUNT_READ = 'Management API—Account read'

/** Whether the host of the live prefix is in the DNS. */
export type HostSeen = 'there' | 'missing' | 'unseen'

/** The API key, and the merchant account that it is for. */
export function checkAccount(settings: ShopSettings, seen: AdyenSeen, prefix: HostSeen): Finding[] {
  const first = firstToMend(settings, seen)
  return [
    checkKey(settings, seen, first),
    checkRoles(seen, first),
    checkMerchantAccount(settings, seen, first),
    checkCapture(seen, first),
    checkPrefix(settings, prefix),
  ]
}

const areaOf = ({ adyen }: ShopSettings) => (adyen.environment === 'live' ? 'live' : 'test')

function checkKey(settings: ShopSettings, { me, offered }: AdyenSeen, first: FirstToMend): Finding {
  if (me.kind === 'seen') {
    const { active, username, allowedIpAddresses } = me.value
    if (!active) return wrong('api_key', words.key_inactive)
    return allowedIpAddresses.length > 0
      ? unseen('api_key', words.key_addresses(allowedIpAddresses))
      : good('api_key', words.key_right(username))
  }
  if (first === 'key') return wrong('api_key', words.key_unknown(areaOf(settings)))
  // Whoever is told what they may not do is known.
  const isKnown = offered.kind === 'seen' || [me.why, offered.why].includes('forbidden')
  return isKnown
    ? good('api_key', words.key_right(''))
    : unseen('api_key', wordsOfUnseen(me, ACCOUNT_READ, first))
}

/** Each as Adyen writes it in one place or another. */
const needed = [
  'Checkout webservice role',
  'Merchant PAL Webservice role',
  'Merchant Recurring role',
]
const isListed = (roles: readonly string[], role: string) =>
  roles.some((each) => each.toLowerCase().startsWith(role.toLowerCase().replace(/ role$/, '')))

function checkRoles({ me }: AdyenSeen, first: FirstToMend): Finding {
  if (me.kind === 'seen') {
    const missing = needed.filter((role) => !isListed(me.value.roles, role))
    return missing.length === 0
      ? good('roles', words.roles_right)
      : wrong('roles', words.roles_missing(missing))
  }
  return first === 'checkout_role'
    ? wrong('roles', words.roles_missing(needed.slice(0, 1)))
    : unseen('roles', wordsOfUnseen(me, ACCOUNT_READ, first === 'key' ? first : null))
}

function checkMerchantAccount(
  { adyen }: ShopSettings,
  { me, merchant, offered }: AdyenSeen,
  first: FirstToMend,
): Finding {
  const id = 'merchant_account'
  const name = adyen.merchantAccount
  if (merchant.kind === 'seen') {
    const { status = 'Active' } = merchant.value
    return status === 'Active'
      ? good(id, words.account_active)
      : wrong(id, words.account_status(status))
  }
  if (isCompany(name, me)) return wrong(id, words.account_company(name))
  if (first === 'account' && offered.kind === 'unseen')
    return wrong(id, words.account_unknown(name, offered.code))
  return unseen(id, wordsOfUnseen(merchant, ACCOUNT_READ, first))
}

function checkCapture({ merchant }: AdyenSeen, first: FirstToMend): Finding {
  if (merchant.kind === 'unseen')
    return unseen('capture', wordsOfUnseen(merchant, ACCOUNT_READ, first))
  const { captureDelay = '' } = merchant.value
  return captureDelay.toLowerCase() === 'immediate'
    ? good('capture', words.capture_immediate)
    : wrong('capture', words.capture_late(captureDelay))
}

/** Null: without a prefix there is none. */
export const liveHost = ({ adyen }: ShopSettings): string | null =>
  adyen.environment === 'live' && adyen.liveUrlPrefix !== null
    ? `${adyen.liveUrlPrefix}-checkout-live.adyenpayments.com`
    : null

function checkPrefix(settings: ShopSettings, prefix: HostSeen): Finding {
  const host = liveHost(settings)
  if (host === null) return unseen('live_prefix', words.prefix_only_live)
  switch (prefix) {
    case 'there':
      return good('live_prefix', words.prefix_found(host))
    case 'missing':
      return wrong('live_prefix', words.prefix_missing(host))
    case 'unseen':
      return unseen('live_prefix', words.prefix_unseen(host))
  }
}
