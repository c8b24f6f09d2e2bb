import { createHmac } from 'node:crypto'
import type { AccountSwitches } from '@/lib/simulator/account/account-switches'
import type { SimulatorConfig } from '@/lib/simulator/config'
import type { TwoWebhooks, Webhook } from '@/lib/simulator/webhooks/entered-webhooks'

export const STANDARD_ID = 'WBHK00000000000000000001'
export const TOKENS_ID = 'WBHK00000000000000000002'

type Level = 'merchants' | 'companies'
type Account = { readonly config: SimulatorConfig; readonly set: AccountSwitches }

export const companyOf = ({ merchantAccount }: SimulatorConfig) => `${merchantAccount}Company`

/** The webhooks of one level, as the account tells of them. */
export function listedWebhooks(account: Account, { standard, tokens }: TwoWebhooks, level: Level) {
  const { webhookListed, tokenWebhookListed } = account.set
  const isHere = (webhookListed === 'company') === (level === 'companies')
  return [
    ...(standard.url !== null && webhookListed !== 'nowhere' && isHere
      ? [standardWebhook(account, standard, standard.url, level)]
      : []),
    ...(tokens.url !== null && tokenWebhookListed === 'listed' && level === 'merchants'
      ? [tokenWebhookListing(account, tokens, tokens.url)]
      : []),
  ]
}

function standardWebhook(account: Account, webhook: Webhook, url: string, level: Level) {
  const { config, set } = account
  const isPreview = set.webhookListed === 'preview'
  const { pathname } = new URL(url)
  return {
    ...common(account, STANDARD_ID, level),
    type: 'standard',
    url: isPreview ? `https://norang-git-try-team.vercel.app${pathname}` : url,
    active: set.webhookState !== 'inactive',
    hasError: set.webhookState === 'errors',
    communicationFormat: set.webhookFormat,
    ...userOf(set, webhook),
    ...checkValue(set, webhook),
    ...(set.webhookEvents === 'unsaid' ? {} : { additionalSettings: eventsOf(set) }),
    ...(level === 'companies'
      ? {
          filterMerchantAccountType: 'includeAccounts',
          filterMerchantAccounts: [config.merchantAccount],
        }
      : {}),
  }
}

/** Its type is none that the specification lists. */
const tokenWebhookListing = (account: Account, webhook: Webhook, url: string) => ({
  ...checkValue(account.set, webhook),
  ...common(account, TOKENS_ID, 'merchants'),
  type: 'recurring-tokens-lifecycle',
  url,
  active: true,
  hasError: false,
  communicationFormat: 'json',
  hasPassword: webhook.password !== null,
  username: webhook.username ?? '',
})

function common({ config }: Account, id: string, level: Level) {
  const owner = level === 'companies' ? companyOf(config) : config.merchantAccount
  const self = `${config.origin}/api/v3/${level}/${owner}/webhooks/${id}`
  return {
    id,
    description: `Webhook of ${owner}`,
    acceptsExpiredCertificate: false,
    acceptsSelfSignedCertificate: false,
    acceptsUntrustedRootCertificate: false,
    populateSoapActionHeader: false,
    _links: {
      self: { href: self },
      testWebhook: { href: `${self}/test` },
      generateHmac: { href: `${self}/generateHmac` },
    },
  }
}

function userOf({ webhookUser }: AccountSwitches, { username, password }: Webhook) {
  switch (webhookUser) {
    case 'as_entered':
      return { username: username ?? '', hasPassword: password !== null }
    case 'other':
      return { username: 'somebody', hasPassword: true }
    case 'none':
      return { username: '', hasPassword: false }
  }
}

const OFF_BY_DEFAULT = ['OFFER_CLOSED', 'RECURRING_CONTRACT', 'EXPIRE']

function eventsOf({ webhookEvents }: AccountSwitches) {
  const missing =
    webhookEvents === 'no_offer_closed'
      ? 'OFFER_CLOSED'
      : webhookEvents === 'no_recurring_contract'
        ? 'RECURRING_CONTRACT'
        : null
  return {
    includeEventCodes: OFF_BY_DEFAULT.filter((code) => code !== missing),
    excludeEventCodes: webhookEvents === 'no_refund' ? ['REFUND'] : [],
    properties: { includeOriginalReferenceForChargebackReversed: true },
  }
}

function checkValue({ keyCheckValue }: AccountSwitches, { hmacKey }: Webhook) {
  if (keyCheckValue === 'absent') return {}
  const key = Buffer.from(hmacKey, 'hex')
  if (keyCheckValue === 'other') key.reverse()
  // What is told of it: the last three bytes of the HMAC over eight zeros.
  const digest = createHmac('sha256', key).update('00000000').digest('hex').toUpperCase()
  return { hmacKeyCheckValue: digest.slice(-6) }
}
