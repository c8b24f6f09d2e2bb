import { accountWords as words } from '@/lib/i18n/going-live/account-words'
import { type AdyenSeen, wordsOfUnseen } from './adyen-seen'
import { type Finding, good, unseen, wrong } from './finding'
import type { ShopSettings } from './shop-settings'

const ACCOUNT_READ = 'Management API—Account read'

/** Whether the host of the live prefix is in the DNS. */
export type HostSeen = 'there' | 'missing' | 'unseen'

/** The API key, and the merchant account that it is for. */
export const checkAccount = (
  settings: ShopSettings,
  seen: AdyenSeen,
  prefix: HostSeen,
): Finding[] => [
  checkKey(settings, seen),
  checkRoles(seen),
  checkMerchantAccount(settings, seen),
  checkCapture(seen),
  checkPrefix(settings, prefix),
]

const areaOf = ({ adyen }: ShopSettings) => (adyen.environment === 'live' ? 'live' : 'test')

function checkKey(settings: ShopSettings, { me, offered }: AdyenSeen): Finding {
  if (me.kind === 'seen') {
    const { active, username, allowedIpAddresses } = me.value
    if (!active) return wrong('api_key', words.key_inactive)
    return allowedIpAddresses.length > 0
      ? unseen('api_key', words.key_addresses(allowedIpAddresses))
      : good('api_key', words.key_right(username))
  }
  if (offered.kind === 'seen') return good('api_key', words.key_right(''))
  return [me.why, offered.why].includes('unauthorised')
    ? wrong('api_key', words.key_unknown(areaOf(settings)))
    : unseen('api_key', wordsOfUnseen(me, ACCOUNT_READ))
}

/** Each as Adyen writes it in one place or another. */
const needed = [
  'Checkout webservice role',
  'Merchant PAL Webservice role',
  'Merchant Recurring role',
]
const isListed = (roles: readonly string[], role: string) =>
  roles.some((each) => each.toLowerCase().startsWith(role.toLowerCase().replace(/ role$/, '')))

function checkRoles({ me, offered }: AdyenSeen): Finding {
  if (me.kind === 'seen') {
    const missing = needed.filter((role) => !isListed(me.value.roles, role))
    return missing.length === 0
      ? good('roles', words.roles_right)
      : wrong('roles', words.roles_missing(missing))
  }
  const isCheckoutMissing = offered.kind === 'unseen' && offered.code === '403 010'
  return isCheckoutMissing
    ? wrong('roles', words.roles_missing(needed.slice(0, 1)))
    : unseen('roles', wordsOfUnseen(me, ACCOUNT_READ))
}

function checkMerchantAccount(
  { adyen }: ShopSettings,
  { me, merchant, offered }: AdyenSeen,
): Finding {
  const id = 'merchant_account'
  const name = adyen.merchantAccount
  if (merchant.kind === 'seen') {
    const { status = 'Active' } = merchant.value
    return status === 'Active'
      ? good(id, words.account_active)
      : wrong(id, words.account_status(status))
  }
  if (me.kind === 'seen' && me.value.companyName === name)
    return wrong(id, words.account_company(name))
  // With the role for Checkout, 403 is about the account.
  if (offered.kind === 'unseen' && offered.code.startsWith('403') && offered.code !== '403 010')
    return wrong(id, words.account_unknown(name, offered.code))
  return unseen(id, wordsOfUnseen(merchant, ACCOUNT_READ))
}

function checkCapture({ merchant }: AdyenSeen): Finding {
  if (merchant.kind === 'unseen') return unseen('capture', wordsOfUnseen(merchant, ACCOUNT_READ))
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
