import type { Locale } from '@/lib/core/locale'
import { shopWords } from '@/lib/i18n/going-live/shop-words'
import { type Finding, good, unseen, wrong, wrongWhenLive } from './finding'
import { businessSettings, isOnThisMachine, type ShopSettings } from './shop-settings'

/** What the shop says of itself, before anybody is asked. `templates`: legal texts that still say they are one. */
export const checkShop = (
  settings: ShopSettings,
  about: { readonly nodeVersion: string; readonly templates: readonly string[] },
): Finding[] => [
  checkNode(about.nodeVersion),
  settings.adyen.environment === 'simulator'
    ? unseen('settings', shopWords.settings_of_simulator)
    : good('settings', shopWords.settings_right),
  checkSimulator(settings),
  checkLimits(settings),
  checkTimeLimit(settings.paymentTimeLimitMinutes),
  checkOwners(settings),
  checkBusiness(settings),
  about.templates.length === 0
    ? good('legal', shopWords.legal_own)
    : wrongWhenLive(settings.adyen.environment)('legal', shopWords.legal_template(about.templates)),
]

const OLDEST_NODE = [22, 18] as const
// Newer ones may do, and nobody has looked.
const NEWEST_NODE = 26

/** Also for whoever could not read the settings. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  if (isOld) return wrong('node', shopWords.node_old(version))
  return major > NEWEST_NODE
    ? unseen('node', shopWords.node_untested(version))
    : good('node', shopWords.node_right(version))
}

/** What could not be read, each in the sentence that the start says too. */
export const settingsMistaken = (mistakes: readonly Readonly<Record<Locale, string>>[]): Finding =>
  wrong('settings', shopWords.settings_wrong(mistakes))

function checkSimulator({ adyen }: ShopSettings): Finding {
  if (adyen.environment === 'simulator') return wrong('simulator', shopWords.simulator_on)
  return adyen.apiOrigin === null
    ? good('simulator', shopWords.simulator_off(adyen.environment))
    : unseen('simulator', shopWords.simulator_in_its_place(adyen.apiOrigin))
}

function checkLimits({ rateLimits, baseUrl }: ShopSettings): Finding {
  if (rateLimits) return good('limits', shopWords.limits_on)
  return isOnThisMachine(baseUrl)
    ? unseen('limits', shopWords.limits_off_here)
    : wrong('limits', shopWords.limits_off)
}

// The timer of the wallet's page is Adyen's, and is said to be about an hour. Offers of cards close after twelve.
const WALLET_MINUTES = 60
const OFFER_MINUTES = 12 * 60

function checkTimeLimit(minutes: number): Finding {
  if (minutes <= WALLET_MINUTES) return wrong('time_limit', shopWords.time_short(minutes))
  return minutes > OFFER_MINUTES
    ? unseen('time_limit', shopWords.time_long(minutes))
    : good('time_limit', shopWords.time_right(minutes))
}

function checkOwners({ adminEmails, adyen }: ShopSettings): Finding {
  if (adminEmails.length === 0) return wrong('owners', shopWords.owners_missing)
  return adyen.environment === 'simulator' && adminEmails.join() === 'owner@example.com'
    ? unseen('owners', shopWords.owners_example)
    : good('owners', shopWords.owners_named(adminEmails))
}

function checkBusiness({ business, adyen }: ShopSettings): Finding {
  const missing = Object.entries(business).flatMap(([detail, text]) =>
    text === '' && isDetail(detail) ? [businessSettings[detail]] : [],
  )
  return missing.length === 0
    ? good('business', shopWords.business_there)
    : wrongWhenLive(adyen.environment)('business', shopWords.business_missing(missing))
}

const isDetail = (name: string): name is keyof typeof businessSettings => name in businessSettings
