import { keyCheckValue } from '@/lib/adyen/signature'
import type { CheckWords } from '@/lib/i18n/going-live/check-names'
import { webhookWords as words } from '@/lib/i18n/going-live/webhook-words'
import {
  type AdyenSeen,
  allWebhooks,
  doorOf,
  isSameAddress,
  ourWebhook,
  type PlacedWebhook,
} from './adyen-seen'
import { type Finding, good, unseen, wrong } from './finding'
import { firstToMend, wordsOfUnseen } from './first-to-mend'
import { OFF_BY_DEFAULT, toChangeWebhook, toCreateWebhook, toMakeKey } from './management-request'
import type { ShopSettings } from './shop-settings'

const READ = 'Management API—Webhooks read'
const WRITE = 'Management API—Webhooks read and write'

/**
 * Whether Adyen's news comes here, all of it, and is believed. `areKeysOld`: the running shop still goes by other keys or
 * passwords of the webhooks.
 */
export function checkWebhooks(
  settings: ShopSettings,
  seen: AdyenSeen,
  areKeysOld = false,
): Finding[] {
  const ours = ourWebhook(settings, seen)
  const standard = checkStandard(settings, seen, ours)
  if (ours === undefined) {
    const nothing = words.nothing_to_see
    const why = wordsOfUnlisted(settings, seen) ?? nothing
    return [
      standard,
      unseen('webhook_active', why),
      unseen('webhook_events', why),
      unseen('webhook_auth', why),
      unseen('hmac', why),
      checkTokens(settings, seen),
    ]
  }
  return [
    standard,
    checkActive(settings, ours),
    checkEvents(settings, ours),
    checkAuth(settings, ours),
    checkHmac(settings, seen, { ours, areKeysOld }),
    checkTokens(settings, seen),
  ]
}

function checkStandard(
  settings: ShopSettings,
  seen: AdyenSeen,
  ours: PlacedWebhook | undefined,
): Finding {
  const id = 'webhook'
  const door = doorOf(settings)
  if (ours !== undefined) {
    const format = ours.communicationFormat
    if (format === 'json') return good(id, words.found(ours.level))
    const change = toChangeWebhook(settings, ours, { communicationFormat: 'json' })
    return wrong(id, words.format(format), change)
  }
  const other = allWebhooks(seen).find(({ type }) => type === 'standard')
  if (other !== undefined) {
    const isPreview = isOnVercel(other.url) && !isOnVercel(door)
    const said = isPreview ? words.preview(other.url, door) : words.elsewhere(other.url, door)
    return wrong(id, said, isPreview ? toChangeWebhook(settings, other, { url: door }) : null)
  }
  const why = wordsOfUnlisted(settings, seen)
  if (why !== null) return unseen(id, why)
  return seen.companyWebhooks?.kind === 'seen'
    ? wrong(id, words.missing(door), toCreateWebhook(settings, door))
    : unseen(id, words.perhaps_company(door))
}

/** Why the webhooks of the merchant account could not be seen; null: they were. */
const wordsOfUnlisted = (settings: ShopSettings, seen: AdyenSeen): CheckWords | null =>
  seen.webhooks.kind === 'unseen'
    ? wordsOfUnseen(seen.webhooks, READ, firstToMend(settings, seen))
    : null

const isOnVercel = (url: string) =>
  URL.canParse(url) && new URL(url).hostname.endsWith('.vercel.app')

function checkActive(settings: ShopSettings, ours: PlacedWebhook): Finding {
  const id = 'webhook_active'
  if (!ours.active)
    return wrong(id, words.inactive, toChangeWebhook(settings, ours, { active: true }))
  return ours.hasError ? unseen(id, words.errors) : good(id, words.active)
}

/** On unless somebody took them out. */
const ON_BY_DEFAULT = [
  'AUTHORISATION',
  'REFUND',
  'REFUND_FAILED',
  'REFUNDED_REVERSED',
  'REPORT_AVAILABLE',
]

function checkEvents(settings: ShopSettings, ours: PlacedWebhook): Finding {
  const id = 'webhook_events'
  const { includeEventCodes: on, excludeEventCodes: off = [] } = ours.additionalSettings ?? {}
  const taken = [...ON_BY_DEFAULT, ...OFF_BY_DEFAULT].filter((code) => off.includes(code))
  const missing = on === undefined ? [] : OFF_BY_DEFAULT.filter((code) => !on.includes(code))
  const all = [...new Set([...taken, ...missing])]
  if (all.length > 0) {
    // What was taken out comes back by being put in.
    const additionalSettings = {
      includeEventCodes: [...new Set([...(on ?? []), ...OFF_BY_DEFAULT, ...taken])],
    }
    return wrong(id, words.events_off(all), toChangeWebhook(settings, ours, { additionalSettings }))
  }
  return on === undefined ? unseen(id, words.events_unsaid) : good(id, words.events_right)
}

function checkAuth({ adyen }: ShopSettings, { hasPassword, username }: PlacedWebhook): Finding {
  const id = 'webhook_auth'
  const mine = adyen.webhookUser
  if (mine === null)
    return hasPassword ? unseen(id, words.auth_only_there) : good(id, words.auth_none)
  if (!hasPassword) return wrong(id, words.auth_missing_there)
  return mine.name === username ? good(id, words.auth_right) : wrong(id, words.auth_other(username))
}

type Ours = { readonly ours: PlacedWebhook; readonly areKeysOld: boolean }

function checkHmac(
  settings: ShopSettings,
  { test }: AdyenSeen,
  { ours, areKeysOld }: Ours,
): Finding {
  const id = 'hmac'
  if (test?.kind === 'unseen') return unseen(id, wordsOfUnseen(test, WRITE, null))
  if (test?.kind === 'seen') {
    const failed = test.value.find(({ status }) => status !== 'success')
    if (failed === undefined && test.value.length > 0) return good(id, words.hmac_proven)
    if (failed?.responseCode === '401' && areKeysOld) return wrong(id, words.hmac_refused_by_old)
    if (failed?.responseCode === '401')
      return wrong(id, words.hmac_refused, toMakeKey(settings, ours))
    const said = [failed?.responseCode, failed?.output].filter(Boolean).join(', ')
    return wrong(id, words.hmac_not_arrived(said))
  }
  const keys = settings.adyen.hmacKeys
  if (keys === null) return unseen(id, words.hmac_of_simulator)
  return isKeyOf(ours, keys) ? good(id, words.hmac_fits) : unseen(id, words.hmac_unproven)
}

/** By the check value that Adyen shows of it: one that fits is news, and one that does not is none. */
const isKeyOf = ({ hmacKeyCheckValue: shown }: PlacedWebhook, keys: readonly string[]): boolean =>
  shown !== undefined && keys.some((key) => keyCheckValue(key) === shown.toUpperCase())

function checkTokens(settings: ShopSettings, seen: AdyenSeen): Finding {
  const id = 'token_webhook'
  const door = `${doorOf(settings)}/tokens`
  const { environment, hmacKeys, tokenHmacKeys } = settings.adyen
  const listed = allWebhooks(seen).find(({ url }) => isSameAddress(url, door))
  if (listed && tokenHmacKeys?.length === 0) return wrong(id, words.tokens_without_key)
  if (listed && tokenHmacKeys && isKeyOf(listed, tokenHmacKeys)) return good(id, words.tokens_fit)
  // Adyen makes each key itself, so the same one in both places was copied from the wrong webhook.
  const isCopy = tokenHmacKeys?.some((key) => isAmong(key, hmacKeys ?? [])) ?? false
  const isSwapped = listed !== undefined && isKeyOf(listed, hmacKeys ?? [])
  if (isSwapped || (isCopy && environment !== 'simulator'))
    return wrong(id, words.tokens_with_other_key)
  if (listed) return unseen(id, words.tokens_unproven)
  return unseen(id, wordsOfUnlisted(settings, seen) ?? words.tokens_unlisted(door))
}

const isAmong = (key: string, keys: readonly string[]): boolean =>
  keys.some((each) => each.toLowerCase() === key.toLowerCase())
